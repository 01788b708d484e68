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
Description: "Exactly one agent asked."
Expression: "agent.where(requestor).count() = 1"
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
Expression: "outcome != '0' or meta.profile.where($this.startsWith('https://profiles.ihe.net/ITI/BALP/')).empty() or (iif(action = 'E', entity.where(role.code = '24' and query.exists() and what.empty()).count() = 1, entity.where(role.code = '4' and what.exists()).count() = 1))"
Severity: #error

Invariant: kedja-aud-5
Description: "The request is named, so that an event can be found in the log of the server. Source: BALP, entity[transaction]."
Expression: "entity.where(type.code = 'XrequestId').all(what.identifier.value.exists()) and entity.where(type.code = 'XrequestId').count() = 1"
Severity: #error
