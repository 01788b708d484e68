Profile: KedjaDxaReport
Parent: DiagnosticReport
Id: kedja-dxa-report
Title: "DXA report"
Description: "The answer to a bone density referral: the results, what they mean, and what is recommended."
* insert Published
* obeys kedja-dxa-2
* code obeys kedja-dxa-1
* code ^short = "LOINC 38269-7 (DXA study report) or 38268-9, or KVÅ AN002-AN006"
* code ^comment = "Source: the DXA example of HL7 FHIR R4; Socialstyrelsen, KVÅ 2021."
* subject 1..1
* subject only Reference(Patient)
* effective[x] ^short = "When it was measured; without it the scan has no day"
* result ^short = "One Observation for each region and quantity"
* conclusion ^short = "Interpretation in words"
* conclusion ^requirements = "AKO Skåne 2020:1: primary care asks for description, T-score, interpretation and treatment recommendation, not only a T-score."
* conclusionCode ^short = "Interpretation as a code: ICD-10-SE or SNOMED CT"
* extension contains KedjaRecommendation named recommendation 0..1

Extension: KedjaRecommendation
Id: kedja-recommendation
Title: "Recommendation"
Description: "What the author of the report recommends: treatment, further work-up, or none."
Context: DiagnosticReport
* insert Published
* value[x] 1..1
* value[x] only string

Invariant: kedja-dxa-1
Severity: #error
Description: "A DXA report has the LOINC code 38269-7 or 38268-9, or a KVÅ code AN002 to AN006."
Expression: "coding.where((system = 'http://loinc.org' and (code = '38269-7' or code = '38268-9')) or (system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]3[.]2|urn:oid:1[.]2[.]752[.]129[.]2[.]2[.]2[.]1$|http://electronichealth.se/id/kva)') and code.matches('^AN00[2-6]$'))).exists()"

Invariant: kedja-dxa-2
Severity: #warning
Description: "A final DXA report should carry its interpretation: conclusion, conclusionCode or presentedForm."
Expression: "status = 'final' implies (conclusion.exists() or conclusionCode.exists() or presentedForm.exists())"

Instance: dxa-report
InstanceOf: KedjaDxaReport
Usage: #example
Title: "A DXA report with interpretation and recommendation"
* extension[recommendation].valueString = "Benspecifik behandling rekommenderas: alendronat 70 mg per vecka."
* status = #final
* code.coding[0] = $loinc#38269-7
* code.coding[+] = $kva#AN006
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* result[0] = Reference(Observation/t-score-hip)
* result[+] = Reference(Observation/bmd-hip)
* conclusion = "Osteoporos i vänster höft, T-score -2,7."
