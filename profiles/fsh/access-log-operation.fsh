Instance: access-log
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/access-log"
* version = "0.1.0"
* name = "AccessLog"
* title = "Who has seen or changed what about this patient?"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* description = "For one stored patient: every access that was recorded, to this record and to others that are the same person by Patient.link, the latest first, as a searchset Bundle of AuditEvents with a sentence each in the language of the reader. Asking is itself an access and is recorded."
* affectsState = false
* code = #access-log
* resource = #Patient
* system = false
* type = false
* instance = true
* insert In(start, 0, 1, date, "The first day. Default: the first access.")
* insert In(end, 0, 1, date, "The last day\, included. Default: today.")
* insert In(_count, 0, 1, string, "Most events of a page\, 1 to 1000. Default: 100.")
* insert In(_before, 0, 1, string, "The event that the page begins before\, as the link to the next page gives it.")
* insert Out(return, 1, 1, Bundle, "A searchset of AuditEvents.")
