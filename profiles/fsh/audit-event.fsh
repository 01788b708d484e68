Profile: KedjaAuditEvent
Parent: AuditEvent
Id: kedja-audit-event
Title: "An access"
Description: "One access to what is stored, by one caller, about at most one patient: read, searched, written, asked by an operation, refused, or with protection broken. What succeeded and is one of its interactions conforms to the pattern of IHE Basic Audit Log Patterns (ITI BALP 1.1) too, whose rules for agents and entities are repeated here; the other interactions, and what was refused or failed, follow the same shape."
* insert Published
* obeys kedja-aud-1 and kedja-aud-2 and kedja-aud-3 and kedja-aud-4 and kedja-aud-5
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype 1..*
* action 1..1
* outcome 1..1
* agent 2..3
* agent ^short = "Who asks (client), this server, and the user where a token names one"
* agent.who 1..1
* agent.media 0..0
* source.observer 1..1
* entity 1..*

Invariant: kedja-aud-1
Description: "Exactly one agent is the one that asked."
Expression: "agent.where(requestor = true).count() = 1"
Severity: #error

Invariant: kedja-aud-2
Description: "Client and server have a network address; a user has none. Source: BALP, agent[client], agent[server], agent[user]."
Expression: "agent.where(type.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType').exists().not()).all(network.address.exists()) and agent.where(type.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType').exists()).all(network.empty())"
Severity: #error

Invariant: kedja-aud-3
Description: "At most one patient, as a reference to a Patient, with role 1. Source: BALP, entity[patient]."
Expression: "entity.where(type.code = '1').count() <= 1 and entity.where(type.code = '1').all(role.code = '1' and what.reference.startsWith('Patient/'))"
Severity: #error

Invariant: kedja-aud-4
Description: "A successful read, create, update or delete names what; a successful search has the query as it was asked. Source: BALP, entity[data] and entity[query]."
Expression: "outcome != '0' or meta.tag.where(code = 'SUBSETTED').exists() or subtype.where(code = 'transaction').exists() or (iif(action = 'E', entity.where(role.code = '24' and query.exists() and what.empty()).count() = 1, entity.where(role.code = '4' and what.exists()).count() = 1))"
Severity: #error

Invariant: kedja-aud-5
Description: "The request is named, so that an event can be found in the log of the server. Source: BALP, entity[transaction]."
Expression: "entity.where(type.code = 'XrequestId').all(what.identifier.value.exists()) and entity.where(type.code = 'XrequestId').count() = 1"
Severity: #error

Instance: audit-event-read
InstanceOf: KedjaAuditEvent
Usage: #example
Title: "A clinician read a fracture"
Description: "Carl read the diagnosis of a patient in order to treat her."
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype = http://hl7.org/fhir/restful-interaction#read
* action = #R
* recorded = "2026-01-31T09:15:00Z"
* outcome = #0
* agent[0].type = http://dicom.nema.org/resources/ontology/DCM#110152
* agent[0].who.identifier.value = "journal"
* agent[0].requestor = false
* agent[0].network.address = "192.0.2.7"
* agent[0].network.type = #2
* agent[1].type = http://dicom.nema.org/resources/ontology/DCM#110153
* agent[1].who.display = "Kedja"
* agent[1].requestor = false
* agent[1].network.address = "https://kedja.example.org/fhir"
* agent[1].network.type = #5
* agent[2].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* agent[2].who = Reference(Practitioner/carl)
* agent[2].requestor = true
* agent[2].role.text = "clinician"
* source.site = "Kedja"
* source.observer.display = "Kedja"
* source.type = http://terminology.hl7.org/CodeSystem/security-source-type#4
* entity[0].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2
* entity[0].role = http://terminology.hl7.org/CodeSystem/object-role#4
* entity[0].what = Reference(Condition/hip-fracture)
* entity[1].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1
* entity[1].role = http://terminology.hl7.org/CodeSystem/object-role#1
* entity[1].what = Reference(Patient/maj)
* entity[2].type = https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType#XrequestId
* entity[2].what.identifier.value = "a5c0e2"
