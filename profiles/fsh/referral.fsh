Profile: KedjaReferral
Parent: ServiceRequest
Id: kedja-referral
Title: "Referral"
Description: "A referral within the fracture chain: to bone density measurement, primary care, physiotherapist, osteoporosis clinic or falls clinic."
* insert Published
* obeys kedja-ref-2
* code 1..1
* code obeys kedja-ref-1
* code ^short = "kedja-activity referral-bone-density, referral-primary-care, referral-physiotherapy, referral-osteoporosis-clinic, referral-falls-clinic; or KVÅ AN006 for the scan"
* code ^comment = "KVÅ has only XT001, referral not specified. SNOMED CT codes for these referrals are unconfirmed and not used."
* subject only Reference(Patient)
* authoredOn ^short = "When it was written; without it the referral has no day"
* performerType ^short = "Who is asked"
* supportingInfo ^short = "FRAX, bone density and what the receiver needs to act"
* supportingInfo ^requirements = "AKO Skåne 2020:1: primary care asks for background data, FRAX, DXA result and a clear strategy."

Invariant: kedja-ref-1
Severity: #error
Description: "A referral needs a code: referral-bone-density, referral-primary-care, referral-physiotherapy, referral-osteoporosis-clinic or referral-falls-clinic of https://kedja.health/fhir/CodeSystem/kedja-activity, or the KVÅ, SKS, LOINC or SNOMED CT code of what is asked for."
Expression: "coding.where((system = 'https://kedja.health/fhir/CodeSystem/kedja-activity' and code.matches('^referral-(bone-density|primary-care|physiotherapy|osteoporosis-clinic|falls-clinic)$')) or (code.exists() and system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]3[.]2|urn:oid:1[.]2[.]752[.]129[.]2[.]2[.]2[.]1$|http://electronichealth.se/id/kva|urn:oid:1[.]2[.]208[.]176[.]2[.]4|http://loinc.org$|http://snomed.info/sct$)'))).exists()"

Invariant: kedja-ref-2
Severity: #warning
Description: "A referral without authoredOn has no day in the fracture chain and is not counted. Give authoredOn."
Expression: "authoredOn.exists()"

Instance: referral-to-dxa
InstanceOf: KedjaReferral
Usage: #example
Title: "Referral to bone density measurement"
* status = #active
* intent = #order
* code.coding[0] = $activity#referral-bone-density
* code.coding[+] = $kva#AN006
* subject = Reference(Patient/patient-sweden)
* authoredOn = "2025-02-10"
* supportingInfo = Reference(Observation/frax-hip)

Instance: referral-to-physiotherapist
InstanceOf: KedjaReferral
Usage: #example
Title: "Referral to a physiotherapist for balance training"
* status = #active
* intent = #order
* code = $activity#referral-physiotherapy
* subject = Reference(Patient/patient-sweden)
* authoredOn = "2025-02-10"
* reasonReference = Reference(Condition/hip-fracture)
