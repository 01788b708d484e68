Profile: KedjaTreatmentDecision
Parent: MedicationRequest
Id: kedja-treatment-decision
Title: "Decision not to treat"
Description: "A documented decision that the patient is not to have a bone-specific drug, with its reason. It makes the step not applicable instead of overdue."
* insert Published
* obeys kedja-dec-1 and kedja-dec-2 and kedja-drug-3
* doNotPerform 1..1
* doNotPerform ^short = "true"
* medication[x] only CodeableConcept
* medication[x] obeys kedja-dec-3
* medication[x] ^short = "What was decided against: a drug (M05BA04) or a group (M05B)"
* subject only Reference(Patient)
* reasonCode ^short = "declined, contraindicated, not-indicated, limited-life-expectancy, unable or other (kedja-not-done-reason), or text"
* authoredOn ^short = "When it was decided"

Invariant: kedja-dec-1
Severity: #error
Description: "A decision not to treat has doNotPerform true."
Expression: "doNotPerform = true"

Invariant: kedja-dec-2
Severity: #error
Description: "A decision not to treat states its reason in reasonCode: best a code of https://kedja.health/fhir/CodeSystem/kedja-not-done-reason, else another code or text."
Expression: "reasonCode.where(coding.code.exists() or text.exists()).exists()"

Invariant: kedja-dec-3
Severity: #error
Description: "What was decided against needs an ATC code of a drug or group, such as M05BA04 or M05B (system http://www.whocc.no/atc)."
Expression: "coding.where((system = 'http://www.whocc.no/atc' or system = 'http://whocc.no/atc' or system = 'urn:oid:1.2.752.129.2.2.3.1.1') and code.matches('^[A-Z][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?$')).exists()"

Instance: treatment-declined
InstanceOf: KedjaTreatmentDecision
Usage: #example
Title: "The patient declined treatment"
* status = #active
* intent = #order
* doNotPerform = true
* medicationCodeableConcept = $atc#M05B
* subject = Reference(Patient/patient-sweden)
* authoredOn = "2025-04-22"
* reasonCode = $notDoneReason#declined
* reasonCode.text = "Patienten avböjer läkemedel"
