Instance: kedja-code-to-event
InstanceOf: ConceptMap
Usage: #definition
* url = "https://kedja.health/fhir/ConceptMap/kedja-code-to-event"
* name = "KedjaCodeToEvent"
* title = "What a recorded code means to Kedja"
* description = "Maps codes of ICD-10, KVÅ, ATC, LOINC, NPU, SNOMED CT and Kedja to events of the fracture chain. ICD-10 codes are written without dot. ICD-10 and ATC codes match by the longest listed prefix, all others exactly. A target is written kind, kind:code or kind:code:laterality. Where a target has no code part, the event keeps the recorded code. Danish SKS diagnosis codes are the ICD-10 codes with a D in front and are not listed."
* purpose = "Read by the server at run time, so that what is published and what the server does cannot differ."
* insert PublishedTerminology
* insert CodeToEventDiagnoses
* insert CodeToEventCare
* insert CodeToEventMeasurements
