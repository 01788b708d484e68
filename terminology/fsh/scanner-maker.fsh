CodeSystem: KedjaScannerMaker
Id: kedja-scanner-maker
Title: "Makers of bone density scanners"
Description: "The makers for whose scanners formulas of standardised bone mineral density are published."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-scanner-maker"
* #hologic "Hologic"
* #hologic insert SvDa([["Hologic"]], [["Hologic"]])
* #ge-lunar "GE Lunar"
* #ge-lunar insert SvDa([["GE Lunar"]], [["GE Lunar"]])
* #norland "Norland"
* #norland insert SvDa([["Norland"]], [["Norland"]])

ValueSet: KedjaScannerMakerCodes
Id: kedja-scanner-maker
Title: "Makers of bone density scanners"
Description: "All codes of the code system kedja-scanner-maker."
* insert PublishedValueSet
* include codes from system KedjaScannerMaker

Instance: kedja-scanner-maker-name
InstanceOf: ConceptMap
Usage: #definition
* url = "https://kedja.health/fhir/ConceptMap/kedja-scanner-maker-name"
* name = "KedjaScannerMakerName"
* title = "Names of makers of bone density scanners"
* description = "Maps names as records write them in Device.manufacturer to the makers for which formulas are published. Names are written here in lower case, with a hyphen for whatever is between letters and digits (GE Healthcare, Lunar is ge-healthcare-lunar); the server reads what it finds in the same way. The source system stands for names as they are written. A name that is not listed is an unknown maker, and nothing measured with such a scanner is compared with others."
* purpose = "Bone densities of different makers are on different scales. Read by the server at run time."
* insert PublishedTerminology
* group[+].source = "https://kedja.health/fhir/CodeSystem/kedja-scanner-maker-name"
* group[=].target = "https://kedja.health/fhir/CodeSystem/kedja-scanner-maker"
* insert MapsTo([[hologic]], [["Hologic"]], [[hologic]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[hologic-inc]], [["Hologic, Inc."]], [[hologic]], equivalent, [["Certainty: derived."]])
* insert MapsTo([[hologic-incorporated]], [["Hologic Incorporated"]], [[hologic]], equivalent, [["Certainty: derived."]])
* insert MapsTo([[lunar]], [["Lunar"]], [[ge-lunar]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[lunar-corporation]], [["Lunar Corporation"]], [[ge-lunar]], equivalent, [["Certainty: derived. The maker before GE Healthcare took it over."]])
* insert MapsTo([[ge-lunar]], [["GE Lunar"]], [[ge-lunar]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[ge-healthcare-lunar]], [["GE Healthcare Lunar"]], [[ge-lunar]], equivalent, [["Certainty: derived."]])
* insert MapsTo([[ge-medical-systems-lunar]], [["GE Medical Systems Lunar"]], [[ge-lunar]], equivalent, [["Certainty: derived."]])
* insert MapsTo([[ge-healthcare]], [["GE Healthcare"]], [[ge-lunar]], equivalent, [["Certainty: derived. The bone density scanners of GE are the Lunar ones."]])
* insert MapsTo([[ge-medical-systems]], [["GE Medical Systems"]], [[ge-lunar]], equivalent, [["Certainty: derived. The bone density scanners of GE are the Lunar ones."]])
* insert MapsTo([[norland]], [["Norland"]], [[norland]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[norland-medical-systems]], [["Norland Medical Systems"]], [[norland]], equivalent, [["Certainty: derived."]])
* insert MapsTo([[cooper-surgical-norland]], [["Cooper Surgical Norland"]], [[norland]], equivalent, [["Certainty: unconfirmed."]])
* insert MapsTo([[swissray-norland]], [["Swissray Norland"]], [[norland]], equivalent, [["Certainty: unconfirmed."]])
