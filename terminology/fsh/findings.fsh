CodeSystem: KedjaVfaResult
Id: kedja-vfa-result
Title: "Result of vertebral fracture assessment"
Description: "Whether vertebral fracture assessment found a fracture."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-vfa-result"
* #fracture "Vertebral fracture found"
* #fracture insert SvDa([["Kotfraktur påvisad"]], [["Rygfraktur påvist"]])
* #no-fracture "No vertebral fracture"
* #no-fracture insert SvDa([["Ingen kotfraktur"]], [["Ingen rygfraktur"]])

ValueSet: KedjaVfaResultCodes
Id: kedja-vfa-result
Title: "Result of vertebral fracture assessment"
Description: "All codes of the code system kedja-vfa-result."
* insert PublishedValueSet
* include codes from system KedjaVfaResult

CodeSystem: KedjaNotDoneReason
Id: kedja-not-done-reason
Title: "Reason for not doing"
Description: "Why a step of the fracture chain was decided against or could not be carried out."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-not-done-reason"
* #declined "Declined by the patient"
* #declined insert SvDa([["Patienten avböjer"]], [["Patienten afslår"]])
* #contraindicated "Contraindicated"
* #contraindicated insert SvDa([["Kontraindicerat"]], [["Kontraindiceret"]])
* #not-indicated "Not indicated"
* #not-indicated insert SvDa([["Inte indicerat"]], [["Ikke indiceret"]])
* #limited-life-expectancy "Limited life expectancy"
* #limited-life-expectancy insert SvDa([["Begränsad förväntad överlevnad"]], [["Begrænset forventet levetid"]])
* #unable "Could not be carried out"
* #unable insert SvDa([["Gick inte att genomföra"]], [["Kunne ikke gennemføres"]])
* #other "Other reason"
* #other insert SvDa([["Annat skäl"]], [["Anden årsag"]])

ValueSet: KedjaNotDoneReasonCodes
Id: kedja-not-done-reason
Title: "Reason for not doing"
Description: "All codes of the code system kedja-not-done-reason."
* insert PublishedValueSet
* include codes from system KedjaNotDoneReason
