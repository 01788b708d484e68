ValueSet: KedjaBoneDrugsBsd2023Codes
Id: kedja-bone-drugs-bsd-2023
Title: "Bone-specific drugs, Socialstyrelsen 2023"
Description: "Drugs of the treatment indicator in Socialstyrelsen, Utvärdering av vård vid osteoporos 2023. Denosumab counts for products with the indication osteoporosis only; zoledronic acid has oncology products as well. Codes are confirmed; names are general knowledge. Ibandronic acid (M05BA06) is not in the list."
* insert PublishedValueSet
* $ATC#G03XC01 "raloxifene"
* $ATC#H05AA02 "teriparatide"
* $ATC#M05BA02 "clodronic acid"
* $ATC#M05BA04 "alendronic acid"
* $ATC#M05BA07 "risedronic acid"
* $ATC#M05BA08 "zoledronic acid"
* $ATC#M05BB03 "alendronic acid and colecalciferol"
* $ATC#M05BB05 "alendronic acid, calcium and colecalciferol"
* $ATC#M05BX04 "denosumab"
* $ATC#M05BX06 "romosozumab"

ValueSet: KedjaBoneDrugsVgrCodes
Id: kedja-bone-drugs-vgr
Title: "Bone-specific drugs, Västra Götaland 2019"
Description: "Drugs of the regional indicator of Västra Götaland (Verksamhetsanalys 2019): two groups and one substance. A code belongs when it begins with a listed one."
* insert PublishedValueSet
* $ATC#M05BA "Bisphosphonates"
* $ATC#M05BB "Bisphosphonates, combinations"
* $ATC#M05BX04 "denosumab"

ValueSet: KedjaBoneDrugsCodes
Id: kedja-bone-drugs
Title: "Bone-specific drugs"
Description: "Both published lists taken together."
* insert PublishedValueSet
* include codes from valueset KedjaBoneDrugsBsd2023Codes
* include codes from valueset KedjaBoneDrugsVgrCodes

ValueSet: KedjaCalciumVitaminDCodes
Id: kedja-calcium-vitamin-d
Title: "Calcium and vitamin D"
Description: "Calcium and vitamin D, alone and in combination. A code belongs when it begins with a listed one."
* insert PublishedValueSet
* $ATC#A12AX "Calcium, combinations with vitamin D or other drugs"
* $ATC#A12AX insert Unconfirmed
* $ATC#A12AA "Calcium"
* $ATC#A12AA insert Unconfirmed
* $ATC#A11CC "Vitamin D and analogues"
* $ATC#A11CC insert Unconfirmed

ValueSet: KedjaGlucocorticoidsCodes
Id: kedja-glucocorticoids
Title: "Systemic glucocorticoids"
Description: "Glucocorticoids for systemic use. A code belongs when it begins with a listed one."
* insert PublishedValueSet
* $ATC#H02AB "Glucocorticoids"
* $ATC#H02AB insert Unconfirmed
