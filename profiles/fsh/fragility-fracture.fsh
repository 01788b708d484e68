Profile: KedjaFragilityFracture
Parent: Condition
Id: kedja-fragility-fracture
Title: "Fracture diagnosis"
Description: "A fracture as an EHR records it: diagnosis code, site, side, cause, date and health care contact. Whether it opens a fracture chain (age, site, energy) is decided by the guideline, not here."
* insert Published
* obeys kedja-frac-3
* clinicalStatus ^short = "As the EHR records it; does not change whether the fracture counts"
* verificationStatus ^short = "entered-in-error and refuted: no fracture; provisional, differential and unconfirmed: reported as unconfirmed"
* code 1..1
* code obeys kedja-frac-1 and kedja-frac-2
* code ^short = "ICD-10-SE, the Danish SKS form or SNOMED CT; an external cause (W, V, X, Y) may follow as a second coding"
* code ^definition = "The diagnosis. ICD-10-SE with or without the dot and with a fifth character (S72.0, S720, S7200), Danish with a leading D (DS720), several systems side by side."
* code ^comment = "System: urn:oid:1.2.752.116.1.1.1 (Socialstyrelsen). The other URIs in use are understood: see the concept map kedja-system-alias."
* bodySite ^short = "Site where the code leaves it open (M80.-), and side: SNOMED CT 7771000 left, 24028007 right"
* subject only Reference(Patient)
* encounter ^short = "The health care contact; its class (inpatient, outpatient, emergency) is in Encounter.class"
* encounter ^comment = "Links a fracture to a cause recorded as a Condition of its own, and gives the date when the Condition has none."
* onset[x] obeys kedja-con-1
* onset[x] ^short = "Day of the fracture; else the contact's period and then recordedDate are used"
* extension contains $dueTo named dueTo 0..*
* extension[dueTo] ^short = "What caused it: an external cause or an underlying disease"

Invariant: kedja-frac-1
Severity: #error
Description: "A fracture needs a diagnosis code: ICD-10-SE (such as S72.0, S525 or M80.0), its Danish form (DS720) or SNOMED CT."
Expression: "coding.where((system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]1[.]1|urn:oid:1[.]2[.]208[.]176[.]2[.]4|http://hl7.org/fhir/sid/icd-10|https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10)') and code.matches('^D?(S[0-9]2|T02|T08|T10|T12|T14|T9[123]|M48[.]?[45]|M49[.]?5|M80|M84|M90[.]?7|M96[.]?6|Z09[.]?4)')) or system = 'http://snomed.info/sct').exists()"

Invariant: kedja-frac-2
Severity: #error
Description: "An ICD-10 code is a letter, two digits, then at most four letters or digits, with or without a dot: S72.0, S720, S7200 or M80.0F."
Expression: "coding.where(system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]1[.]1|http://hl7.org/fhir/sid/icd-10|https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10)')).code.all($this.matches('^D?[A-Z][0-9]{2}([.]?[0-9A-Z-]{1,4})?[*+]?$'))"

Invariant: kedja-con-1
Severity: #error
Description: "When it began is a date or a period, not words or an age: onsetDateTime or onsetPeriod. Leave it out where it is not known."
Expression: "$this is dateTime or $this is Period"

Invariant: kedja-frac-3
Severity: #warning
Description: "A fracture without onset, encounter and recordedDate has no date and opens no chain. Give onsetDateTime."
Expression: "onset.exists() or recordedDate.exists() or encounter.exists()"

Instance: hip-fracture
InstanceOf: KedjaFragilityFracture
Usage: #example
Title: "A hip fracture after a fall on the same level, cause in the same record"
* clinicalStatus = $clinical#active
* verificationStatus = $verification#confirmed
* code.coding[0] = $icd10se#S72.00 "Kollumfraktur, sluten"
* code.coding[+] = $icd10se#W18.0
* code.text = "Kollumfraktur vänster"
* bodySite = $sct#7771000 "Left"
* subject = Reference(Patient/patient-sweden)
* onsetDateTime = "2025-02-03"
* recordedDate = "2025-02-03"

Instance: wrist-fracture
InstanceOf: KedjaFragilityFracture
Usage: #example
Title: "A wrist fracture, cause as the standard extension"
* extension[dueTo].valueCodeableConcept = $icd10se#W01.4
* code = $icd10se#S525
* subject = Reference(Patient/patient-sweden)
* onsetDateTime = "2024-11-20"

Instance: wrist-fracture-denmark
InstanceOf: KedjaFragilityFracture
Usage: #example
Title: "A wrist fracture coded in the Danish SKS with its side as an addition"
* code = urn:oid:1.2.208.176.2.4.12#DS525+TUL1
* subject = Reference(Patient/patient-denmark)
* recordedDate = "2024-11-20"

Instance: fracture-without-date
InstanceOf: KedjaFragilityFracture
Usage: #example
Title: "A fracture without any date: stored, and reported as date-unknown"
* code.coding[0] = http://hl7.org/fhir/sid/icd-10-se#M80.0
* code.coding[+] = $sct#443165006 "Osteoporotic fracture"
* subject = Reference(Patient/patient-sweden)
