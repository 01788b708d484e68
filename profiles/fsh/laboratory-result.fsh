Profile: KedjaLaboratoryResult
Parent: Observation
Id: kedja-laboratory-result
Title: "Laboratory result"
Description: "A result of the work-up after a fragility fracture: ESR, haemoglobin, creatinine or eGFR, ionised calcium, TSH and ALP, and others when there is reason."
* insert Published
* obeys kedja-obs-1
* code obeys kedja-lab-1
* code ^short = "NPU or LOINC"
* code ^comment = "The work-up: AKO Skåne 2020:1, bilaga 2. Which codes mean which analyte: see the concept map kedja-code-to-event, where unconfirmed codes are marked."
* subject 1..1
* subject only Reference(Patient)
* insert EffectiveDay
* value[x] obeys kedja-lab-2 and kedja-lab-3 and kedja-lab-4 and kedja-lab-5
* value[x] ^short = "A number with its unit; text and codes are stored too"

Invariant: kedja-lab-1
Severity: #error
Description: "A laboratory result has an NPU code or a LOINC code."
Expression: "coding.where(code.exists() and (system = 'http://loinc.org' or system = 'http://npu-terminology.org' or system = 'urn:oid:1.2.752.108.1' or system = 'https://www.npu-terminology.org' or system = 'http://www.npu-terminology.org')).exists()"

Invariant: kedja-lab-2
Severity: #error
Description: "A laboratory result that is a number has a unit: best in UCUM, such as mmol/L or mL/min/{1.73_m2}. Without it 1.2 may be mg/dL or mmol/L."
Expression: "$this is Quantity implies (value.empty() or code.exists() or unit.exists())"

Invariant: kedja-lab-3
Severity: #error
Description: "A laboratory result is not negative."
Expression: "$this is Quantity implies (value.empty() or value >= 0)"

// The eGFR decides between drugs: 0.5 mL/s read as 0.5 mL/min would be kidney failure. The ceiling is Kedja's own.
Invariant: kedja-lab-4
Severity: #error
Description: "An eGFR is given in mL per minute (and 1.73 m2) and lies between 0 and 250."
Expression: "%resource.code.coding.where(code.matches('^(98979-8|62238-1|33914-3|DNK35302)$')).exists() implies ($this is Quantity implies (value.empty() or (value <= 250 and iif(code.exists(), code, unit).matches('^[mM][lL]/min'))))"

Invariant: kedja-lab-5
Severity: #warning
Description: "The unit of a laboratory result should be given in UCUM: system http://unitsofmeasure.org and a code. A unit that is only text may not be understood."
Expression: "$this is Quantity implies (value.empty() or (code.exists() and system = 'http://unitsofmeasure.org'))"

Instance: egfr
InstanceOf: KedjaLaboratoryResult
Usage: #example
Title: "eGFR 28"
* status = #final
* category = $obsCategory#laboratory
* code = $loinc#98979-8
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity = 28 'mL/min/{1.73_m2}'

Instance: calcium
InstanceOf: KedjaLaboratoryResult
Usage: #example
Title: "Calcium with an NPU code under the Swedish URI"
* status = #final
* category = $obsCategory#laboratory
* code = urn:oid:1.2.752.108.1#NPU01443
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20T08:10:00+01:00"
* valueQuantity = 2.35 'mmol/L'

Instance: tsh-below-limit
InstanceOf: KedjaLaboratoryResult
Usage: #example
Title: "A TSH below the limit of the method"
* status = #final
* code = $npu#NPU03577
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity.comparator = #<
* valueQuantity = 0.01 'm[IU]/L' "mIE/L"
