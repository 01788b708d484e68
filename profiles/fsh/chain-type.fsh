Extension: KedjaUnitChainType
Id: kedja-chain-type
Title: "Type of fracture chain"
Description: "Which steps of the fracture chain a unit answers for itself: A everything, B all but treatment and what follows, which primary care takes over, C identification and information only. Without it, the default of the guideline counts."
Context: Organization
* insert Published
* value[x] 1..1
* value[x] only code
* valueCode from KedjaChainTypeCodes (required)

Instance: Organization-chain-type-b
InstanceOf: Organization
Usage: #example
Title: "A unit that hands treatment over to primary care"
* name = "Ortopedkliniken, exempel"
* extension[KedjaUnitChainType].valueCode = #B
