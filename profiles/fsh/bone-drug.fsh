// Which drugs count as bone-specific is data of the guideline, so the profiles ask for an ATC code, not for a list.
RuleSet: AtcDrug
* medication[x] only CodeableConcept
* medication[x] obeys kedja-drug-1
* medication[x] ^short = "The drug by its ATC code, such as M05BA04"
* medication[x] ^comment = "System http://www.whocc.no/atc; urn:oid:1.2.752.129.2.2.3.1.1 and http://whocc.no/atc are understood. Further codings (package, product) are welcome."
* subject only Reference(Patient)

Invariant: kedja-drug-1
Severity: #error
Description: "A drug needs an ATC code of a group or substance, such as M05BA or M05BA04 (system http://www.whocc.no/atc)."
Expression: "coding.where((system = 'http://www.whocc.no/atc' or system = 'http://whocc.no/atc' or system = 'urn:oid:1.2.752.129.2.2.3.1.1') and code.matches('^[A-Z][0-9]{2}[A-Z]{2}([0-9]{2})?$')).exists()"

Profile: KedjaBoneDrugOrder
Parent: MedicationRequest
Id: kedja-bone-drug-order
Title: "Bone-specific drug, prescribed"
Description: "A prescription or order of a drug against osteoporosis."
* insert Published
* obeys kedja-drug-2 and kedja-drug-3
* doNotPerform ^short = "Absent or false; a decision not to treat has a profile of its own"
* insert AtcDrug
* authoredOn ^short = "When it was prescribed; without it the prescription has no day"

Invariant: kedja-drug-2
Severity: #error
Description: "An order of a drug cannot have doNotPerform true. A decision not to treat conforms to https://kedja.health/fhir/StructureDefinition/kedja-treatment-decision."
Expression: "doNotPerform.empty() or doNotPerform = false"

Invariant: kedja-drug-3
Severity: #warning
Description: "A prescription or decision without authoredOn has no day in the fracture chain and is not counted. Give authoredOn."
Expression: "authoredOn.exists()"

Instance: alendronate-prescribed
InstanceOf: KedjaBoneDrugOrder
Usage: #example
Title: "Alendronate once a week"
* status = #active
* intent = #order
* medicationCodeableConcept = $atc#M05BA04 "Alendronsyra"
* subject = Reference(Patient/patient-sweden)
* authoredOn = "2025-04-22"
* dosageInstruction.text = "1 tablett per vecka"

Profile: KedjaBoneDrugDispense
Parent: MedicationDispense
Id: kedja-bone-drug-dispense
Title: "Bone-specific drug, dispensed"
Description: "A drug against osteoporosis handed out by a pharmacy."
* insert Published
* obeys kedja-drug-4
* insert AtcDrug
* subject 1..1
* daysSupply obeys kedja-drug-5
* daysSupply ^short = "How many days it lasts, 1 to 730, unit d"
* daysSupply ^comment = "Adherence is judged by it. The ceiling is Kedja's own."
* whenHandedOver ^short = "When it was handed out; without it the dispensing has no day"

Invariant: kedja-drug-4
Severity: #warning
Description: "A dispensing without whenHandedOver has no day in the fracture chain and is not counted. Give whenHandedOver."
Expression: "whenHandedOver.exists() or whenPrepared.exists()"

Invariant: kedja-drug-5
Severity: #error
Description: "The supply is given in days, 1 to 730: system http://unitsofmeasure.org, code d."
Expression: "value.empty() or (value >= 1 and value <= 730 and iif(code.exists(), code, unit.lower()).matches('^(d|day|days|dag|dagar|dage)$').allTrue())"

Instance: alendronate-dispensed
InstanceOf: KedjaBoneDrugDispense
Usage: #example
Title: "Alendronate for twelve weeks"
* status = #completed
* medicationCodeableConcept = urn:oid:1.2.752.129.2.2.3.1.1#M05BA04
* subject = Reference(Patient/patient-sweden)
* quantity.value = 12
* daysSupply = 84 'd'
* whenHandedOver = "2025-04-24"

Profile: KedjaBoneDrugAdministration
Parent: MedicationAdministration
Id: kedja-bone-drug-administration
Title: "Bone-specific drug, given"
Description: "An infusion or injection given in a clinic. No national register sees these drugs, which are bought on requisition; here they become visible."
* insert Published
* obeys kedja-drug-6
* insert AtcDrug
* effective[x] ^short = "When it was given"
* effective[x] ^requirements = "Socialstyrelsen, Utvärdering av vård vid osteoporos 2023: drugs on requisition are missing from the register for lack of data on the individual."
* dosage ^short = "Route and dose, such as 5 mg intravenously"

Invariant: kedja-drug-6
Severity: #warning
Description: "A drug that was not given needs a reason (statusReason): declined, contraindicated, not-indicated, limited-life-expectancy, unable or other."
Expression: "status = 'not-done' implies statusReason.exists()"

Instance: zoledronate-given
InstanceOf: KedjaBoneDrugAdministration
Usage: #example
Title: "Zoledronate given as an infusion"
* status = #completed
* medicationCodeableConcept = $atc#M05BA08
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-05-12"
* dosage.dose = 5 'mg'
