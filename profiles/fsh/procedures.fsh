// Which code means which measure is in the concept map kedja-code-to-event; here a code that can be read is enough.
RuleSet: CodedMeasure
* obeys kedja-pro-3
* code 1..1
* subject only Reference(Patient)
* insert PerformedDay

Invariant: kedja-pro-3
Severity: #error
Description: "A procedure needs a code in KVÅ, SKS, SNOMED CT or https://kedja.health/fhir/CodeSystem/kedja-activity."
Expression: "code.coding.where(code.exists() and system.matches('^(https://kedja.health/fhir/CodeSystem/kedja-activity$|urn:oid:1[.]2[.]752[.]116[.]1[.]3[.]2|urn:oid:1[.]2[.]752[.]129[.]2[.]2[.]2[.]1$|http://electronichealth.se/id/kva|urn:oid:1[.]2[.]208[.]176[.]2[.]4|http://snomed.info/sct$)')).exists()"

Profile: KedjaHipFractureSurgery
Parent: Procedure
Id: kedja-hip-fracture-surgery
Title: "Hip fracture surgery"
Description: "An operation for a hip fracture. The start of performedPeriod, with its time of day, tells the hours from arrival to operation."
* insert Published
* code 1..1
* code obeys kedja-hip-1
* code ^short = "KVÅ NFB (prosthesis) or NFJ (fixation), such as NFJ59; Danish KNFB, KNFJ"
* code ^comment = "Source: Socialstyrelsen, KVÅ 2021, chapter NF."
* subject only Reference(Patient)
* insert PerformedDay
* reasonReference ^short = "The fracture"

Invariant: kedja-hip-1
Severity: #error
Description: "Hip fracture surgery has a KVÅ code that begins with NFB or NFJ and two digits, such as NFB19 or NFJ59 (Danish SKS: KNFJ59)."
Expression: "coding.where(code.matches('^K?NF[BJ][0-9]{2}[A-Z]?$') and system.matches('^(urn:oid:1[.]2[.]752[.]116[.]1[.]3[.]2|urn:oid:1[.]2[.]752[.]129[.]2[.]2[.]2[.]1$|http://electronichealth.se/id/kva|urn:oid:1[.]2[.]208[.]176[.]2[.]4)')).exists()"

Profile: KedjaFallPrevention
Parent: Procedure
Id: kedja-fall-prevention
Title: "Fall prevention"
Description: "A measure against falls: home hazards, aids, review of drugs that cause falls."
* insert Published
* insert CodedMeasure
* code ^short = "KVÅ QB003, PT009, QT009, or kedja-activity fall-prevention"

Profile: KedjaTraining
Parent: Procedure
Id: kedja-training
Title: "Training"
Description: "Balance or strength training."
* insert Published
* insert CodedMeasure
* code ^short = "KVÅ QB001, QG003, QG004, QD016, QM015, QV011, QV012, or kedja-activity training"

Profile: KedjaPatientEducation
Parent: Procedure
Id: kedja-patient-education
Title: "Patient education"
Description: "Education about osteoporosis, alone or in group (osteoporosskola)."
* insert Published
* insert CodedMeasure
* code ^short = "KVÅ GB009, GB019, QV002, QV006, or kedja-activity patient-education"

Profile: KedjaCoordinatorAssessment
Parent: Procedure
Id: kedja-coordinator-assessment
Title: "Coordinator assessment"
Description: "A fracture coordinator assessed the patient. No national code names it, hence Kedja's own."
* insert Published
* code 1..1
* code obeys kedja-coo-1
* code ^short = "kedja-activity coordinator-assessment"
* code ^requirements = "Socialstyrelsen, Utvärdering av vård vid osteoporos 2023: more than 90 percent of patients with fragility fracture are to be assessed by a coordinator."
* subject only Reference(Patient)
* insert PerformedDay
* reasonReference ^short = "The fracture"

Invariant: kedja-coo-1
Severity: #error
Description: "A coordinator assessment has the code coordinator-assessment of https://kedja.health/fhir/CodeSystem/kedja-activity."
Expression: "coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-activity' and code = 'coordinator-assessment').exists()"
