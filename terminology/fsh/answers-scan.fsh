CodeSystem: KedjaDecidingTScore
Id: kedja-deciding-t-score
Title: "T-score that decides"
Description: "Which T-score the guideline lets decide."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-deciding-t-score"
* #as-sent "As sent" "As the scanner gave it."
* #as-sent insert SvDa([["Som skickad"]], [["Som sendt"]])
* #recomputed "Recomputed" "Recomputed on the reference that the guideline names."
* #recomputed insert SvDa([["Omräknad"]], [["Omregnet"]])

ValueSet: KedjaDecidingTScoreCodes
Id: kedja-deciding-t-score
Title: "T-score that decides"
Description: "All codes of the code system kedja-deciding-t-score."
* insert PublishedValueSet
* include codes from system KedjaDecidingTScore

CodeSystem: KedjaChangeBasis
Id: kedja-change-basis
Title: "Basis of a change in bone density"
Description: "What two scans were compared by."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-change-basis"
* #bmd "Bone mineral density" "As the one scanner measured it."
* #bmd insert SvDa([["Bentäthet"]], [["Knogletæthed"]])
* #standardised-bmd "Standardised bone mineral density" "Between two scanners."
* #standardised-bmd insert SvDa([["Standardiserad bentäthet"]], [["Standardiseret knogletæthed"]])

ValueSet: KedjaChangeBasisCodes
Id: kedja-change-basis
Title: "Basis of a change in bone density"
Description: "All codes of the code system kedja-change-basis."
* insert PublishedValueSet
* include codes from system KedjaChangeBasis

CodeSystem: KedjaVertebraOutcome
Id: kedja-vertebra-outcome
Title: "Use of a vertebra"
Description: "Whether a vertebra counts for the lumbar spine, and why not."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-vertebra-outcome"
* #used "Used"
* #used insert SvDa([["Används"]], [["Anvendes"]])
* #clearly-abnormal "Clearly abnormal" "Stated with the measurement."
* #clearly-abnormal insert SvDa([["Tydligt avvikande"]], [["Tydeligt afvigende"]])
* #differs-from-neighbour "Differs from its neighbours" "Its T-score lies further from the next one than the guideline allows."
* #differs-from-neighbour insert SvDa([["Avviker från grannkotor"]], [["Afviger fra nabohvirvler"]])

ValueSet: KedjaVertebraOutcomeCodes
Id: kedja-vertebra-outcome
Title: "Use of a vertebra"
Description: "All codes of the code system kedja-vertebra-outcome."
* insert PublishedValueSet
* include codes from system KedjaVertebraOutcome

CodeSystem: KedjaSide
Id: kedja-side
Title: "Sides of the body"
Description: "The side that was measured."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-side"
* #left "Left"
* #left insert SvDa([["Vänster"]], [["Venstre"]])
* #right "Right"
* #right insert SvDa([["Höger"]], [["Højre"]])
* #bilateral "Both sides"
* #bilateral insert SvDa([["Båda sidor"]], [["Begge sider"]])

ValueSet: KedjaSideCodes
Id: kedja-side
Title: "Sides of the body"
Description: "All codes of the code system kedja-side."
* insert PublishedValueSet
* include codes from system KedjaSide
