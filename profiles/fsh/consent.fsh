// What both refusals have in common.
RuleSet: Refusal
* insert Published
* obeys kedja-cons-1 and kedja-cons-2
// The example of R4 itself is no URI.
* identifier ^example[0].valueIdentifier.value = "urn:uuid:5d2cbb1e-51a3-4f0c-9f2f-8c6a9ba1d8b7"
* patient 1..1
* patient only Reference(Patient)
* status ^short = "active while the refusal holds; inactive when it is withdrawn"
* scope ^short = "patient-privacy"
* policyRule ^short = "The law in words, such as: Patientdatalagen (2008:355) 7 kap. 2 §"
* dateTime ^short = "When the patient said so"
* provision.period ^short = "The days on which it holds, both included; without start from ever, without end until it is withdrawn"

Profile: KedjaRegisterOptOut
Parent: Consent
Id: kedja-register-opt-out
Title: "Not in quality registers"
Description: "The patient does not want to be in quality registers. Source: Swedish Patient Data Act (2008:355), chapter 7, section 2; Socialstyrelsen, evaluation of osteoporosis care 2023, on its data sources: persons may decline that their data are registered."
* insert Refusal
* obeys kedja-cons-3 and kedja-cons-4
* category ^short = "register-opt-out of kedja-consent-category"

Profile: KedjaBlock
Parent: Consent
Id: kedja-block
Title: "Blocked records"
Description: "The patient does not want others than the unit that recorded them to see records (Swedish: spärr). Source: Swedish Patient Data Act (2008:355), chapter 4, section 4."
* insert Refusal
* obeys kedja-cons-5
* category ^short = "block of kedja-consent-category"
* provision.actor obeys kedja-cons-6
* provision.actor ^short = "The units whose records are blocked, with those below them: role CST (custodian), reference to an Organization. Without any, the records of every unit, each for itself"

Invariant: kedja-cons-1
Severity: #error
Description: "A refusal denies: leave provision.type out, or write deny."
Expression: "provision.type.exists() implies provision.type = 'deny'"

Invariant: kedja-cons-2
Severity: #error
Description: "A refusal holds as a whole, because Kedja would not keep to a narrower one: leave out provision.action, securityLabel, purpose, class, code, dataPeriod, data and provision. Records are blocked by unit (kedja-block, provision.actor)."
Expression: "provision.action.empty() and provision.securityLabel.empty() and provision.purpose.empty() and provision.class.empty() and provision.code.empty() and provision.dataPeriod.empty() and provision.data.empty() and provision.provision.empty()"

Invariant: kedja-cons-3
Severity: #error
Description: "This profile is for Consents of category register-opt-out of https://kedja.health/fhir/CodeSystem/kedja-consent-category."
Expression: "category.coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-consent-category' and code = 'register-opt-out').exists()"

Invariant: kedja-cons-4
Severity: #error
Description: "Who opts out is in no quality register: leave out provision.actor. Kedja does not tell one register from another."
Expression: "provision.actor.empty()"

Invariant: kedja-cons-5
Severity: #error
Description: "This profile is for Consents of category block of https://kedja.health/fhir/CodeSystem/kedja-consent-category."
Expression: "category.coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-consent-category' and code = 'block').exists()"

Invariant: kedja-cons-6
Severity: #error
Description: "Whose records are blocked is an Organization, as provision.actor with role CST of http://terminology.hl7.org/CodeSystem/v3-ParticipationType and a reference such as Organization/12."
Expression: "role.coding.where(code = 'CST' and system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType').exists() and reference.reference.matches('^(.*/)?Organization/[A-Za-z0-9.-]{1,64}(/_history/.+)?$')"

Instance: no-registers
InstanceOf: KedjaRegisterOptOut
Usage: #example
Title: "A patient who does not want to be in quality registers"
* status = #active
* scope = $consentScope#patient-privacy
* category = $consentCategory#register-opt-out
* patient = Reference(Patient/patient-sweden)
* dateTime = "2025-03-14"
* policyRule.text = "Patientdatalagen (2008:355) 7 kap. 2 §"
* provision.type = #deny

Instance: blocked-records
InstanceOf: KedjaBlock
Usage: #example
Title: "A patient who has blocked the records of one unit"
* status = #active
* scope = $consentScope#patient-privacy
* category = $consentCategory#block
* patient = Reference(Patient/patient-sweden)
* dateTime = "2025-03-14"
* policyRule.text = "Patientdatalagen (2008:355) 4 kap. 4 §"
* provision.type = #deny
* provision.period.start = "2025-03-14"
* provision.actor.role = $participation#CST
* provision.actor.reference = Reference(Organization/chain-type-b)
