Profile: KedjaFraxAssessment
Parent: Observation
Id: kedja-frax-assessment
Title: "FRAX assessment"
Description: "One 10-year fracture probability by FRAX: one Observation for major osteoporotic fracture, one for hip fracture. Kedja stores what staff or the licensed calculator recorded and calculates nothing itself."
* insert Published
* obeys kedja-obs-1
* extension contains KedjaFraxCalculator named calculator 0..1
* code obeys kedja-frax-1
* code ^short = "LOINC 90265-0 major osteoporotic fracture, 90266-8 hip fracture"
* code ^comment = "Source: the code sets of CMS249 (US) for 90265-0; one public repository for 90266-8. No Swedish code names the result; KVÅ AN098 and AN099 name the act."
* method ^short = "Without or with bone density: KVÅ AN098 (clinical factors only) or AN099 (with bone density)"
* method ^comment = "Source: Socialstyrelsen, KVÅ 2021. Where it is absent the assessment is taken as without bone density."
* subject 1..1
* subject only Reference(Patient)
* insert EffectiveDay
* value[x] only Quantity
* value[x] obeys kedja-frax-2 and kedja-frax-3
* value[x] ^short = "Probability in percent, 0 to 100, unit %"
* derivedFrom ^short = "The femoral neck bone density that was entered"

Extension: KedjaFraxCalculator
Id: kedja-frax-calculator
Title: "FRAX version and country"
Description: "Which FRAX gave the result. Probabilities of different country models cannot be compared."
Context: Observation
* insert Published
* extension contains version 0..1 and country 0..1
* extension[version] ^short = "Version of the tool as it states it"
* extension[version].value[x] only string
* extension[country] ^short = "Country model, ISO 3166-1 code of two letters, such as SE"
* extension[country].value[x] only code
* extension[country].valueCode obeys kedja-frax-4

Invariant: kedja-frax-1
Severity: #error
Description: "A FRAX result has the LOINC code 90265-0 (major osteoporotic fracture) or 90266-8 (hip fracture), not both."
Expression: "coding.where(system = 'http://loinc.org' and (code = '90265-0' or code = '90266-8')).code.distinct().count() = 1"

Invariant: kedja-frax-2
Severity: #error
Description: "A FRAX probability is given in percent: system http://unitsofmeasure.org, code %."
Expression: "$this is Quantity implies (iif(code.exists(), code, unit) = '%' and (system.empty() or system = 'http://unitsofmeasure.org'))"

Invariant: kedja-frax-3
Severity: #error
Description: "A FRAX probability lies between 0 and 100 percent."
Expression: "$this is Quantity implies (value.empty() or (value >= 0 and value <= 100))"

Invariant: kedja-frax-4
Severity: #error
Description: "The country of a FRAX model is an ISO 3166-1 code of two capital letters, such as SE or DK."
Expression: "$this.matches('^[A-Z]{2}$')"

Instance: frax-major
InstanceOf: KedjaFraxAssessment
Usage: #example
Title: "FRAX 22 %, major osteoporotic fracture, with bone density"
* extension[calculator].extension[version].valueString = "4.4"
* extension[calculator].extension[country].valueCode = #SE
* status = #final
* code = $loinc#90265-0
* method = $kva#AN099
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity = 22 '%'

Instance: frax-hip
InstanceOf: KedjaFraxAssessment
Usage: #example
Title: "FRAX 4.5 %, hip fracture, clinical factors only"
* status = #final
* code = $loinc#90266-8
* method = $kva#AN098
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-02-10T10:30:00+01:00"
* valueQuantity = 4.5 '%'
