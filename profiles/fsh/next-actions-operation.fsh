Instance: next-actions
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/next-actions"
* version = "0.1.0"
* name = "NextActions"
* title = "What is to be done next for this patient?"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* description = "For one stored patient: the open steps of every chain that has not ended, the data that are missing to decide, and the advice of the guideline, as one worklist. What is overdue comes first, then what has a day, then the rest. Support for decisions that a clinician takes."
* affectsState = false
* code = #next-actions
* resource = #Patient
* system = false
* type = false
* instance = true
* insert In(asOf, 0, 1, date, "Evaluate as of this day: nothing dated later is seen. Default: today.")
* insert In(guideline, 0, 1, string, "Canonical URL with or without version\, or id\, of the guideline. Default: the one configured.")
* insert Out(patient, 1, 1, Reference, "The patient. For a patient replaced by another: the survivor.")
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/Patient"
* insert Out(asOf, 1, 1, date, "The day of the evaluation.")
* insert Out(guideline, 1, 1, canonical, "The guideline with its version.")
* insert Out(note, 1, 1, string, "That a clinician decides.")
* insert OutParts(action, 0, *, "One thing to do\, in the order of a worklist.")
* insert Part(type, 1, 1, code, "step\, missing or advice.")
* insert Codes([[parameter[=].part]], required, kedja-next-action)
* insert Part(what, 1, 1, code, "The step\, the data or the line of advice.")
* insert Codes([[parameter[=].part]], extensible, kedja-what-to-do)
* insert Part(fracture, 1, 1, Reference, "The index fracture of the chain that it belongs to.")
* insert Part(due, 0, 1, date, "Last day on time.")
* insert Part(overdue, 1, 1, boolean, "Whether that day has passed.")
* insert PartsAt([[parameter]], why, 1, 1, "What asks for it.")
* insert RuleParts([[parameter[=].part]])
* insert EvidencePart([[parameter[=].part]])
* insert PartAt([[parameter[=].part]], reason, 0, 1, CodeableConcept, "Steps: what it waits for.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-step-reason)
* insert TextPart([[parameter]])
* insert PartsAt([[parameter]], advice, 0, 1, "The line of advice\, where it is one: as in the answer of fracture-chain.")
* insert AdviceParts([[parameter[=].part]])
