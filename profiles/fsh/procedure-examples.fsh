Instance: hip-fracture-nailed
InstanceOf: KedjaHipFractureSurgery
Usage: #example
Title: "A hip fracture fixed with a nail the day after"
* status = #completed
* code = $kva#NFJ59
* subject = Reference(Patient/patient-sweden)
* performedPeriod.start = "2025-02-04T08:15:00+01:00"
* performedPeriod.end = "2025-02-04T09:40:00+01:00"
* reasonReference = Reference(Condition/hip-fracture)

Instance: fall-prevention-at-home
InstanceOf: KedjaFallPrevention
Usage: #example
Title: "Fall prevention"
* status = #completed
* code = $kva#QB003
* subject = Reference(Patient/patient-sweden)
* performedDateTime = "2025-03-01"

Instance: balance-training
InstanceOf: KedjaTraining
Usage: #example
Title: "Balance training, twelve weeks"
* status = #in-progress
* code = http://electronichealth.se/id/kva#QB001
* subject = Reference(Patient/patient-sweden)
* performedPeriod.start = "2025-03-01"

Instance: osteoporosis-school
InstanceOf: KedjaPatientEducation
Usage: #example
Title: "Education that the patient declined"
* status = #not-done
* statusReason = $notDoneReason#declined
* code = $kva#GB019
* subject = Reference(Patient/patient-sweden)
* performedDateTime = "2025-03-01"

Instance: coordinator-assessment
InstanceOf: KedjaCoordinatorAssessment
Usage: #example
Title: "Assessment by the fracture coordinator"
* status = #completed
* code = $activity#coordinator-assessment
* subject = Reference(Patient/patient-sweden)
* performedDateTime = "2025-02-10"
* reasonReference = Reference(Condition/hip-fracture)
