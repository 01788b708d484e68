Instance: assign-owner
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/assign-owner"
* version = "0.1.0"
* name = "AssignOwner"
* title = "Give what belongs to nobody to a region"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* description = "Writes the label kedja-owner on every stored resource that has none, such as what was stored before access was controlled, or by bulk import. What names an organization outside of the region's tree, or something else that is another's or stays nobody's, is left as it is, and so is what refers to it. Only the current version of a resource gets the label. A second call finds nothing more to do. For callers of the whole server, where access is controlled."
* affectsState = true
* code = #assign-owner
* system = true
* type = false
* instance = false
* insert In(owner, 1, 1, Reference, "The region\, which is an Organization that is part of none.")
* insert In(_type, 0, *, code, "Only resources of these types. Default: of all types but definitions.")
* insert In(patient, 0, *, Reference, "Only what is about these patients and no other. Default: everything.")
* insert Out(owner, 1, 1, Reference, "The region.")
* insert OutParts(assigned, 0, *, "What the region was given\, for each type of which it was given any.")
* insert Part(type, 1, 1, code, "The type of resource.")
* insert Part(count, 1, 1, integer, "How many.")
* insert OutParts(left, 0, *, "What was left as it is\, for each type of which any was left.")
* insert Part(type, 1, 1, code, "The type of resource.")
* insert Part(count, 1, 1, integer, "How many.")
