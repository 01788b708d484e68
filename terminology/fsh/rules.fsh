// What every published resource of the terminology carries, and how a row of a map is written.

RuleSet: PublishedTerminology
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-01-01"
* publisher = "Kedja"
* copyright = "Apache License, Version 2.0. Codes of other systems belong to their owners."

RuleSet: PublishedCodeSystem
* ^version = "0.1.0"
* ^status = #active
* ^experimental = false
* ^date = "2026-01-01"
* ^publisher = "Kedja"
* ^copyright = "Apache License, Version 2.0."
* ^caseSensitive = true
* ^content = #complete
* ^language = #en

RuleSet: PublishedValueSet
* ^version = "0.1.0"
* ^status = #active
* ^experimental = false
* ^date = "2026-01-01"
* ^publisher = "Kedja"
* ^copyright = "Apache License, Version 2.0. Codes of other systems belong to their owners."
* ^language = #en

RuleSet: MapGroup(source, target)
* group[+].source = {source}
* group[=].target = {target}

RuleSet: MapsTo(code, display, target, equivalence, comment)
* group[=].element[+].code = #{code}
* group[=].element[=].display = {display}
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = {comment}

RuleSet: MapsToBoth(code, display, target, second, equivalence, comment)
* insert MapsTo([[{code}]], [[{display}]], [[{target}]], [[{equivalence}]], [[{comment}]])
* group[=].element[=].target[+].code = #{second}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = {comment}

RuleSet: SvDa(sv, da)
* ^designation[0].language = #sv
* ^designation[0].value = {sv}
* ^designation[1].language = #da
* ^designation[1].value = {da}

RuleSet: Derived
* ^extension[0].url = "https://kedja.health/fhir/StructureDefinition/kedja-certainty"
* ^extension[0].valueCode = #derived

RuleSet: Unconfirmed
* ^extension[0].url = "https://kedja.health/fhir/StructureDefinition/kedja-certainty"
* ^extension[0].valueCode = #unconfirmed
