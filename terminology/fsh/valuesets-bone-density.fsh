ValueSet: KedjaBmdCodes
Id: kedja-bmd
Title: "Bone mineral density"
Description: "Bone mineral density by DXA, in g/cm2. The neck of femur has no LOINC code of its own: use a hip or femur code and the body site."
* insert PublishedValueSet
* $LOINC#24966-4 "DXA lumbar spine bone density"
* $LOINC#38261-4 "DXA hip bone density"
* $LOINC#46278-8 "DXA left hip bone density"
* $LOINC#46279-6 "DXA right hip bone density"
* $LOINC#24701-5 "DXA femur bone density"
* $LOINC#80954-1 "DXA left femur bone density"
* $LOINC#80953-3 "DXA right femur bone density"
* $LOINC#24890-6 "DXA radius and ulna bone density"
* $LOINC#80952-5 "DXA left radius and ulna bone density"
* $LOINC#80952-5 insert Unconfirmed
* $LOINC#80951-7 "DXA right radius and ulna bone density"
* $LOINC#80951-7 insert Unconfirmed

ValueSet: KedjaTScoreCodes
Id: kedja-t-score
Title: "T-score"
Description: "T-score by DXA, in standard deviations. The neck of femur has no LOINC code of its own: use a hip or femur code and the body site."
* insert PublishedValueSet
* $LOINC#38267-1 "DXA lumbar spine T-score"
* $LOINC#104938-6 "DXA spine T-score"
* $LOINC#104938-6 insert Derived
* $LOINC#38264-8 "DXA hip T-score"
* $LOINC#80946-7 "DXA left hip T-score"
* $LOINC#80945-9 "DXA right hip T-score"
* $LOINC#38263-0 "DXA femur T-score"
* $LOINC#80948-3 "DXA left femur T-score"
* $LOINC#80947-5 "DXA right femur T-score"
* $LOINC#38265-5 "DXA radius and ulna T-score"
* $LOINC#80944-2 "DXA left radius and ulna T-score"
* $LOINC#80944-2 insert Unconfirmed
* $LOINC#80943-4 "DXA right radius and ulna T-score"
* $LOINC#80943-4 insert Unconfirmed

ValueSet: KedjaZScoreCodes
Id: kedja-z-score
Title: "Z-score"
Description: "Z-score by DXA, in standard deviations. The neck of femur has no LOINC code of its own: use a hip or femur code and the body site."
* insert PublishedValueSet
* $LOINC#85394-5 "DXA lumbar spine Z-score"
* $LOINC#80933-5 "DXA hip Z-score"
* $LOINC#80938-4 "DXA left hip Z-score"
* $LOINC#80937-6 "DXA right hip Z-score"
* $LOINC#80934-3 "DXA femur Z-score"
* $LOINC#80940-0 "DXA left femur Z-score"
* $LOINC#80939-2 "DXA right femur Z-score"
* $LOINC#80932-7 "DXA radius and ulna Z-score"
* $LOINC#80936-8 "DXA left radius and ulna Z-score"
* $LOINC#80936-8 insert Unconfirmed
* $LOINC#80935-0 "DXA right radius and ulna Z-score"
* $LOINC#80935-0 insert Unconfirmed

ValueSet: KedjaBoneDensityCodes
Id: kedja-bone-density
Title: "Bone density measurements"
Description: "Bone mineral density, T-score and Z-score by DXA."
* insert PublishedValueSet
* include codes from valueset KedjaBmdCodes
* include codes from valueset KedjaTScoreCodes
* include codes from valueset KedjaZScoreCodes

ValueSet: KedjaDxaReportCodes
Id: kedja-dxa-report
Title: "DXA reports"
Description: "Reports of bone density measurement."
* insert PublishedValueSet
* $LOINC#38269-7 "DXA bone density report"
* $LOINC#38268-9 "DXA bone density views"

ValueSet: KedjaFraxCodes
Id: kedja-frax
Title: "FRAX results"
Description: "Ten-year probability of fracture by FRAX."
* insert PublishedValueSet
* $LOINC#90265-0 "Major osteoporotic fracture 10-year probability"
* $LOINC#90266-8 "Hip fracture 10-year probability"

ValueSet: KedjaOtherRiskToolsCodes
Id: kedja-other-risk-tools
Title: "Other risk tools"
Description: "Results of other risk tools, and inputs to them. Kedja stores but does not read them."
* insert PublishedValueSet
* $LOINC#98133-2 "Osteoporosis index of risk panel"
* $LOINC#98139-9 "ORAI"
* $LOINC#98146-4 "OST"
* $LOINC#39156-5 "Body mass index"
* $LOINC#74013-4 "Alcohol per day"
