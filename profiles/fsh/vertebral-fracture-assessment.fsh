Profile: KedjaVertebralFractureAssessment
Parent: Observation
Id: kedja-vertebral-fracture-assessment
Title: "Vertebral fracture assessment"
Description: "Whether vertebral fractures were seen, on a lateral DXA image or another image of the spine. No national code exists, hence Kedja's own."
* insert Published
* obeys kedja-obs-1
* code obeys kedja-vfa-1
* code ^short = "kedja-activity vertebral-fracture-assessment"
* subject 1..1
* subject only Reference(Patient)
* insert EffectiveDay
* value[x] only CodeableConcept
* value[x] obeys kedja-vfa-2
* value[x] ^short = "fracture or no-fracture (kedja-vfa-result)"
* bodySite ^short = "The vertebrae that are fractured"
* interpretation ^short = "Grade and shape in words, when given"

Invariant: kedja-vfa-1
Severity: #error
Description: "A vertebral fracture assessment has the code vertebral-fracture-assessment of https://kedja.health/fhir/CodeSystem/kedja-activity."
Expression: "coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-activity' and code = 'vertebral-fracture-assessment').exists()"

Invariant: kedja-vfa-2
Severity: #error
Description: "The result of a vertebral fracture assessment is fracture or no-fracture of https://kedja.health/fhir/CodeSystem/kedja-vfa-result."
Expression: "$this is CodeableConcept implies coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-vfa-result').code.where($this = 'fracture' or $this = 'no-fracture').count() = 1"

Instance: vertebral-fracture-found
InstanceOf: KedjaVertebralFractureAssessment
Usage: #example
Title: "A compression fracture found on VFA"
* status = #final
* category = $obsCategory#imaging
* code = $activity#vertebral-fracture-assessment
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueCodeableConcept = $vfaResult#fracture
* bodySite.text = "Th12"
