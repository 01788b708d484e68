Profile: KedjaBoneDensity
Parent: Observation
Id: kedja-bone-density
Title: "Bone density result"
Description: "One result of a DXA scan: bone mineral density, T-score or Z-score of one region. One Observation for each region and quantity, gathered by the DXA report."
* insert Published
* obeys kedja-obs-1
* code obeys kedja-bmd-1
* code ^short = "LOINC code of quantity and region, such as 38267-1 (T-score, lumbar spine)"
* code ^comment = "Codes: the DXA codes in the OHDSI Themis convention and in the code set of CMS645 (US). LOINC has no code for the femoral neck: use a femur or hip code and bodySite."
* subject 1..1
* subject only Reference(Patient)
* insert EffectiveDay
* value[x] only Quantity
* value[x] obeys kedja-bmd-2 and kedja-bmd-3 and kedja-bmd-4 and kedja-bmd-5
* value[x] ^short = "BMD: 0.1 to 2.5 g/cm2. T-score, Z-score: -10 to 10, unit 1"
* value[x] ^comment = "The ranges are Kedja's own and wide: they refuse typing errors and wrong units, not rare patients."
* bodySite ^short = "Region and side where the code leaves them open"
* device ^short = "The scanner; bone densities of different makers cannot be compared without it"

// Bone mineral density | T-score | Z-score
Invariant: kedja-bmd-1
Severity: #error
Description: "A bone density result has a LOINC code of a DXA density (such as 24966-4), T-score (such as 38267-1) or Z-score (such as 85394-5)."
Expression: "coding.where(system = 'http://loinc.org' and code.matches('^(24966-4|38261-4|46278-8|46279-6|24701-5|80954-1|80953-3|24890-6|80951-7|80952-5|38267-1|104938-6|38264-8|80946-7|80945-9|38263-0|80948-3|80947-5|38265-5|80943-4|80944-2|85394-5|80933-5|80938-4|80937-6|80934-3|80940-0|80939-2|80932-7|80935-0|80936-8)$')).exists()"

Invariant: kedja-bmd-2
Severity: #error
Description: "The code is that of a T-score or Z-score, which has no unit: give unit 1 (system http://unitsofmeasure.org, code 1), or {T-score}."
Expression: "$this is Quantity implies (%resource.code.coding.where(system = 'http://loinc.org' and code.matches('^(38267-1|104938-6|38264-8|80946-7|80945-9|38263-0|80948-3|80947-5|38265-5|80943-4|80944-2|85394-5|80933-5|80938-4|80937-6|80934-3|80940-0|80939-2|80932-7|80935-0|80936-8)$')).exists() implies ((system.empty() or system = 'http://unitsofmeasure.org') and (code | unit).first().matches('^(1|SD|s[.]d[.]|([{]?[TtZz][- ]?[Ss]core[}]?)|([{]?SD[}]?))$').allTrue()))"

Invariant: kedja-bmd-3
Severity: #error
Description: "A T-score or Z-score lies between -10 and 10 standard deviations. Check the decimal point: -2.5, not -25."
Expression: "$this is Quantity implies ((value.exists() and (value > 10 or value < -10)) implies %resource.code.coding.where(system = 'http://loinc.org' and code.matches('^(38267-1|104938-6|38264-8|80946-7|80945-9|38263-0|80948-3|80947-5|38265-5|80943-4|80944-2|85394-5|80933-5|80938-4|80937-6|80934-3|80940-0|80939-2|80932-7|80935-0|80936-8)$')).empty())"

Invariant: kedja-bmd-4
Severity: #error
Description: "The code is that of a bone mineral density, which is given in g/cm2 (system http://unitsofmeasure.org, code g/cm2), not in mg/cm2 and not as a score."
Expression: "$this is Quantity implies (%resource.code.coding.where(system = 'http://loinc.org' and code.matches('^(24966-4|38261-4|46278-8|46279-6|24701-5|80954-1|80953-3|24890-6|80951-7|80952-5)$')).exists() implies ((system.empty() or system = 'http://unitsofmeasure.org') and iif(code.exists(), code, unit).matches('^(g/cm2|g/cm-2|g[.]cm-2|g/cm²|g/cm\\\\^2)$')))"

Invariant: kedja-bmd-5
Severity: #error
Description: "A bone mineral density lies between 0.1 and 2.5 g/cm2. Check the unit: 850 mg/cm2 is 0.850 g/cm2."
Expression: "$this is Quantity implies ((value.exists() and (value < 0.1 or value > 2.5)) implies %resource.code.coding.where(system = 'http://loinc.org' and code.matches('^(24966-4|38261-4|46278-8|46279-6|24701-5|80954-1|80953-3|24890-6|80951-7|80952-5)$')).empty())"

Instance: t-score-hip
InstanceOf: KedjaBoneDensity
Usage: #example
Title: "T-score -2.7, left hip"
* status = #final
* category = $obsCategory#imaging
* code = $loinc#80946-7
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity = -2.7 '1'
* device = Reference(Device/scanner)

Instance: t-score-spine
InstanceOf: KedjaBoneDensity
Usage: #example
Title: "T-score of the spine as some systems send it, with the annotation for a unit"
* status = #final
* code = $loinc#38267-1
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity = -1.9 '{T-score}'

Instance: bmd-hip
InstanceOf: KedjaBoneDensity
Usage: #example
Title: "Bone mineral density of the left hip"
* status = #final
* category = $obsCategory#imaging
* code = $loinc#46278-8
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* valueQuantity = 0.612 'g/cm2'
* device = Reference(Device/scanner)

Instance: bmd-not-measured
InstanceOf: KedjaBoneDensity
Usage: #example
Title: "A spine that could not be measured"
* status = #final
* code = $loinc#24966-4
* subject = Reference(Patient/patient-sweden)
* effectiveDateTime = "2025-03-20"
* dataAbsentReason = http://terminology.hl7.org/CodeSystem/data-absent-reason#not-performed
* bodySite.text = "Ländrygg, metall"

Instance: scanner
InstanceOf: Device
Usage: #example
Title: "A DXA scanner"
* manufacturer = "Hologic"
* deviceName.name = "Horizon W"
* deviceName.type = #model-name
