// Whose a resource is, as security labels. The codes are ids of Organizations of the server, so that they cannot be listed.
CodeSystem: KedjaOwner
Id: kedja-owner
Title: "The region that a resource belongs to"
Description: "Security labels that the server writes where access is controlled: the code is the logical id of the Organization at the top of the region. Labels that a client sends are replaced."
* insert PublishedCodeSystem
* ^content = #not-present

CodeSystem: KedjaCustodian
Id: kedja-custodian
Title: "The unit that recorded a resource"
Description: "Security labels that the server writes where access is controlled: the code is the logical id of the Organization whose system or person recorded the resource. Labels that a client sends are replaced."
* insert PublishedCodeSystem
* ^content = #not-present
