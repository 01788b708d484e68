Instance: kedja-body-site
InstanceOf: ConceptMap
Usage: #definition
* url = "https://kedja.health/fhir/ConceptMap/kedja-body-site"
* name = "KedjaBodySite"
* title = "Body sites to fracture sites and bone regions"
* description = "Maps SNOMED CT body sites, and the letter that states the site in ICD-10-SE chapter M, to Kedja fracture sites (for fractures) and to Kedja bone regions (for bone density). A fracture site is chosen by the group whose target is kedja-fracture-site, a region by the group whose target is kedja-bone-region."
* purpose = "Gives the site of a fracture whose code leaves it open, and the region of a bone density measurement."
* insert PublishedTerminology
* insert MapGroup([["https://kedja.health/fhir/CodeSystem/icd10se-m-site"]], [["https://kedja.health/fhir/CodeSystem/kedja-fracture-site"]])
* insert MapsTo([[A]], [["Cervical spine"]], [[vertebra]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[J]], [["Thoracic spine"]], [[vertebra]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[K]], [["Lumbar spine"]], [[vertebra]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[B]], [["Shoulder and upper arm"]], [[proximal-humerus]], narrower, [["Certainty: derived. The letter covers the whole upper arm."]])
* insert MapsTo([[C]], [["Elbow and forearm"]], [[wrist]], narrower, [["Certainty: derived. The letter covers the whole forearm; M80.0 has no letter of its own for the wrist."]])
* insert MapsTo([[D]], [["Wrist and hand"]], [[wrist]], narrower, [["Certainty: derived. Used in other blocks of the chapter, not in M80.0; covers the hand as well."]])
* insert MapsTo([[E]], [["Pelvis"]], [[pelvis]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[F]], [["Hip and femur"]], [[hip]], narrower, [["Certainty: derived. The letter covers the shaft of the femur as well."]])
* insert MapsTo([[G]], [["Knee and lower leg"]], [[knee]], narrower, [["Certainty: derived. The letter covers the whole lower leg."]])
* insert MapsTo([[H]], [["Ankle and foot"]], [[ankle-foot]], equivalent, [["Certainty: confirmed."]])
* insert MapGroup([["http://snomed.info/sct"]], [["https://kedja.health/fhir/CodeSystem/kedja-fracture-site"]])
* insert MapsTo([[29627003]], [["Structure of neck of femur"]], [[hip]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[2812003]], [["Structure of head of femur"]], [[hip]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[24136001]], [["Hip joint structure"]], [[hip]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[41111004]], [["Bone structure of shaft of femur"]], [[femoral-shaft]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[71341001]], [["Bone structure of femur"]], [[hip]], narrower, [["Certainty: derived. The whole femur; in the pathway nearly always the hip."]])
* insert MapsTo([[118645006]], [["Structure of innominate bone, sacrum or coccyx (pelvic bones)"]], [[pelvis]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[119524001]], [["Bone structure of proximal humerus"]], [[proximal-humerus]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[85050009]], [["Bone structure of humerus"]], [[proximal-humerus]], narrower, [["Certainty: derived. The whole humerus."]])
* insert MapsTo([[72696002]], [["Knee region structure"]], [[knee]], narrower, [["Certainty: confirmed."]])
* insert MapsTo([[51299004]], [["Bone structure of clavicle"]], [[clavicle]], wider, [["Certainty: confirmed."]])
* insert MapGroup([["http://snomed.info/sct"]], [["https://kedja.health/fhir/CodeSystem/kedja-bone-region"]])
* insert MapsTo([[71341001]], [["Bone structure of femur"]], [[femur]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[29627003]], [["Structure of neck of femur"]], [[femoral-neck]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[24136001]], [["Hip joint structure"]], [[hip]], wider, [["Certainty: confirmed."]])
