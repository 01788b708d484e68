Profile: KedjaFractureChainPlan
Parent: CarePlan
Id: kedja-fracture-chain-plan
Title: "Fracture chain plan"
Description: "The plan for one patient after a fracture: what is to be done, by whom, and when it is reviewed."
* insert Published
* obeys kedja-plan-1 and kedja-plan-2
* category 1..*
* category ^short = "kedja-activity fracture-chain-plan"
* subject only Reference(Patient)
* addresses ^short = "The index fracture"
* period ^short = "From when the plan holds to its planned review"
* activity ^short = "What is planned; the day in detail.scheduled"

Invariant: kedja-plan-1
Severity: #error
Description: "A fracture chain plan has the category fracture-chain-plan of https://kedja.health/fhir/CodeSystem/kedja-activity."
Expression: "category.coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-activity' and code = 'fracture-chain-plan').exists()"

Invariant: kedja-plan-2
Severity: #warning
Description: "A fracture chain plan without created and period has no day and is not counted. Give created or period.start."
Expression: "created.exists() or period.start.exists()"

Instance: plan
InstanceOf: KedjaFractureChainPlan
Usage: #example
Title: "A plan with a review after a year"
* status = #active
* intent = #plan
* category = $activity#fracture-chain-plan
* subject = Reference(Patient/patient-sweden)
* period.start = "2025-02-10"
* period.end = "2026-02-10"
* created = "2025-02-10"
* addresses = Reference(Condition/hip-fracture)
* activity.detail.code = $activity#referral-bone-density
* activity.detail.status = #scheduled
* activity.detail.scheduledPeriod.end = "2025-04-28"
