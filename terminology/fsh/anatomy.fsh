CodeSystem: KedjaFractureSite
Id: kedja-fracture-site
Title: "Fracture sites"
Description: "Where a bone broke. The guideline says which of the sites open a fracture chain."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-fracture-site"
* #hip "Hip" "Neck of femur, trochanteric or subtrochanteric."
* #hip insert SvDa([["Höft"]], [["Hofte"]])
* #vertebra "Vertebra" "Cervical, thoracic or lumbar spine."
* #vertebra insert SvDa([["Kota"]], [["Ryghvirvel"]])
* #pelvis "Pelvis" "Sacrum, ilium, acetabulum, ischium or pubis."
* #pelvis insert SvDa([["Bäcken"]], [["Bækken"]])
* #proximal-humerus "Proximal humerus"
* #proximal-humerus insert SvDa([["Proximala humerus"]], [["Proksimale humerus"]])
* #wrist "Wrist" "Distal radius, or distal radius and ulna."
* #wrist insert SvDa([["Handled"]], [["Håndled"]])
* #knee "Knee" "Distal femur, patella or proximal tibia."
* #knee insert SvDa([["Knä"]], [["Knæ"]])
* #femoral-shaft "Shaft of femur"
* #femoral-shaft insert SvDa([["Femurskaft"]], [["Femurskaft"]])
* #femur "Femur, part not stated"
* #femur insert SvDa([["Femur, ospecificerad del"]], [["Femur, uspecificeret del"]])
* #humerus "Humerus, part not stated"
* #humerus insert SvDa([["Humerus, ospecificerad del"]], [["Humerus, uspecificeret del"]])
* #elbow "Elbow"
* #elbow insert SvDa([["Armbåge"]], [["Albue"]])
* #forearm "Forearm, part not stated"
* #forearm insert SvDa([["Underarm, ospecificerad del"]], [["Underarm, uspecificeret del"]])
* #hand "Hand or finger"
* #hand insert SvDa([["Hand eller finger"]], [["Hånd eller finger"]])
* #shoulder-girdle "Clavicle or scapula"
* #shoulder-girdle insert SvDa([["Nyckelben eller skulderblad"]], [["Kraveben eller skulderblad"]])
* #thorax "Rib or sternum"
* #thorax insert SvDa([["Revben eller bröstben"]], [["Ribben eller brystben"]])
* #coccyx "Coccyx"
* #coccyx insert SvDa([["Svansben"]], [["Haleben"]])
* #lower-leg "Lower leg"
* #lower-leg insert SvDa([["Underben"]], [["Underben"]])
* #ankle-foot "Ankle, foot or toe"
* #ankle-foot insert SvDa([["Fotled, fot eller tå"]], [["Ankel, fod eller tå"]])
* #skull-face "Skull or face"
* #skull-face insert SvDa([["Skalle eller ansikte"]], [["Kranie eller ansigt"]])

ValueSet: KedjaFractureSiteCodes
Id: kedja-fracture-site
Title: "Fracture sites"
Description: "All codes of the code system kedja-fracture-site."
* insert PublishedValueSet
* include codes from system KedjaFractureSite

CodeSystem: KedjaBoneRegion
Id: kedja-bone-region
Title: "Bone regions"
Description: "Where bone density was measured."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-bone-region"
* #lumbar-spine "Lumbar spine"
* #lumbar-spine insert SvDa([["Ländrygg"]], [["Lændehvirvelsøjle"]])
* #spine "Spine, part not stated"
* #spine insert SvDa([["Ryggrad, ospecificerad del"]], [["Hvirvelsøjle, uspecificeret del"]])
* #hip "Hip, part not stated"
* #hip insert SvDa([["Höft, ospecificerad del"]], [["Hofte, uspecificeret del"]])
* #total-hip "Total hip"
* #total-hip insert SvDa([["Total höft"]], [["Total hofte"]])
* #femoral-neck "Neck of femur"
* #femoral-neck insert SvDa([["Lårbenshals"]], [["Lårbenshals"]])
* #trochanter "Trochanter"
* #trochanter insert SvDa([["Trokanter"]], [["Trokanter"]])
* #femur "Femur, part not stated"
* #femur insert SvDa([["Femur, ospecificerad del"]], [["Femur, uspecificeret del"]])
* #forearm "Forearm"
* #forearm insert SvDa([["Underarm"]], [["Underarm"]])
* #forearm-third "Distal third of forearm"
* #forearm-third insert SvDa([["Underarmens distala tredjedel"]], [["Underarmens distale tredjedel"]])
* #whole-body "Whole body"
* #whole-body insert SvDa([["Helkropp"]], [["Helkrop"]])
* #lumbar-1 "First lumbar vertebra" "One vertebra alone never stands for the spine."
* #lumbar-1 insert SvDa([["Första ländkotan"]], [["Første lændehvirvel"]])
* #lumbar-2 "Second lumbar vertebra" "One vertebra alone never stands for the spine."
* #lumbar-2 insert SvDa([["Andra ländkotan"]], [["Anden lændehvirvel"]])
* #lumbar-3 "Third lumbar vertebra" "One vertebra alone never stands for the spine."
* #lumbar-3 insert SvDa([["Tredje ländkotan"]], [["Tredje lændehvirvel"]])
* #lumbar-4 "Fourth lumbar vertebra" "One vertebra alone never stands for the spine."
* #lumbar-4 insert SvDa([["Fjärde ländkotan"]], [["Fjerde lændehvirvel"]])

ValueSet: KedjaBoneRegionCodes
Id: kedja-bone-region
Title: "Bone regions"
Description: "All codes of the code system kedja-bone-region."
* insert PublishedValueSet
* include codes from system KedjaBoneRegion

CodeSystem: KedjaIcdSiteLetter
Id: kedja-icd-site-letter
Title: "Site letters of ICD-10-SE chapter M"
Description: "The letter in the fifth place of codes in chapter M of ICD-10-SE that states the site, as in M800F. The meaning is taken from the code list of Socialstyrelsen for 2021. Danish codes have letters of their own, which do not mean the same."
* insert PublishedCodeSystem
* #A "Cervical spine"
* #A insert SvDa([["Halsrygg"]], [["Halshvirvelsøjle"]])
* #B "Shoulder and upper arm"
* #B insert SvDa([["Axelled och överarm"]], [["Skulder og overarm"]])
* #C "Elbow and forearm"
* #C insert SvDa([["Armbåge och underarm"]], [["Albue og underarm"]])
* #D "Wrist and hand" "Not used with M80.0."
* #D insert SvDa([["Handled och hand"]], [["Håndled og hånd"]])
* #E "Pelvis"
* #E insert SvDa([["Bäcken"]], [["Bækken"]])
* #F "Hip and femur"
* #F insert SvDa([["Höftled och lårben"]], [["Hofte og lår"]])
* #G "Knee and lower leg"
* #G insert SvDa([["Knäled och underben"]], [["Knæ og underben"]])
* #H "Ankle and foot"
* #H insert SvDa([["Fotled och fot"]], [["Ankel og fod"]])
* #J "Thoracic spine"
* #J insert SvDa([["Torakalrygg"]], [["Brysthvirvelsøjle"]])
* #K "Lumbar spine"
* #K insert SvDa([["Ländrygg"]], [["Lændehvirvelsøjle"]])
