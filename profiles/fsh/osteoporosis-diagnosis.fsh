Profile: KedjaOsteoporosisDiagnosis
Parent: Condition
Id: kedja-osteoporosis-diagnosis
Title: "Osteoporosis diagnosis"
Description: "Osteoporosis or low bone density as a diagnosis. M80.- says that there is a fracture too and is read both ways."
* insert Published
* code 1..1
* code obeys kedja-ost-1 and kedja-frac-2
* code ^short = "ICD-10-SE M80-M82, M85.8, M85.9, or SNOMED CT"
* code ^comment = "Codes: Socialstyrelsen, ICD-10-SE 2021. That M85.8 is used for osteopenia is unconfirmed."
* subject only Reference(Patient)
* onset[x] obeys kedja-con-1
* onset[x] ^short = "When it was diagnosed; else recordedDate is used"

Invariant: kedja-ost-1
Severity: #error
Description: "An osteoporosis diagnosis needs a code: ICD-10-SE M80, M81, M82, M85.8 or M85.9 (Danish DM80 and so on), or SNOMED CT."
Expression: "coding.where((system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]1[.]1|urn:oid:1[.]2[.]208[.]176[.]2[.]4|http://hl7.org/fhir/sid/icd-10|https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10)') and code.matches('^D?M(80|81|82|85[.]?[89])')) or system = 'http://snomed.info/sct').exists()"

Instance: osteoporosis
InstanceOf: KedjaOsteoporosisDiagnosis
Usage: #example
Title: "Postmenopausal osteoporosis"
* clinicalStatus = $clinical#active
* verificationStatus = $verification#confirmed
* code.coding[0] = $icd10se#M81.0
* code.coding[+] = $sct#64859006 "Osteoporosis"
* subject = Reference(Patient/patient-sweden)
* onsetDateTime = "2025-04"
* recordedDate = "2025-04-22"
