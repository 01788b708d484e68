RuleSet: Question(number, question, text, sv, da)
* item[{number}].linkId = "{question}"
* item[{number}].code = https://kedja.health/fhir/CodeSystem/kedja-framo-question#{question}
* item[{number}].type = #boolean
* item[{number}].text = {text}
* insert Translated([[item[{number}].text]], 0, sv, {sv})
* insert Translated([[item[{number}].text]], 1, da, {da})

RuleSet: Translated(path, number, language, text)
* {path}.extension[{number}].url = "http://hl7.org/fhir/StructureDefinition/translation"
* {path}.extension[{number}].extension[0].url = "lang"
* {path}.extension[{number}].extension[0].valueCode = #{language}
* {path}.extension[{number}].extension[1].url = "content"
* {path}.extension[{number}].extension[1].valueString = {text}

Instance: kedja-framo
InstanceOf: Questionnaire
Usage: #definition
* language = #en
* url = "https://kedja.health/fhir/Questionnaire/kedja-framo"
* version = "0.1.0"
* name = "KedjaFramo"
* title = "FRAMO: four questions on fracture risk"
* insert Translated([[title]], 0, sv, "FRAMO: fyra frågor om frakturrisk")
* insert Translated([[title]], 1, da, "FRAMO: fire spørgsmål om risiko for brud")
* status = #active
* experimental = false
* subjectType = #Patient
* date = "2026-01-01"
* publisher = "Kedja"
* description = "The four questions of FRAMO (Swedish cohort, BMC Musculoskeletal Disorders 2010, 11:55) in words of Kedja. Two or more yes mean a high risk. It is not FRAX and no replacement for it. Kedja reads a completed QuestionnaireResponse; a question that is not answered is left to the rest of the record."
* copyright = "Apache License, Version 2.0."
* insert Question(0, age, [["Is the patient 80 years or older?"]], [["Är patienten 80 år eller äldre?"]], [["Er patienten 80 år eller ældre?"]])
* insert Question(1, weight, [["Does the patient weigh less than 60 kg?"]], [["Väger patienten mindre än 60 kg?"]], [["Vejer patienten under 60 kg?"]])
* insert Question(2, prior-fracture, [["Has the patient broken a bone in a fall from standing height or less?"]], [["Har patienten brutit något ben vid ett fall i samma plan eller ännu lindrigare våld?"]], [["Har patienten brækket en knogle ved et fald fra egen højde eller mindre?"]])
* insert Question(3, rise-up, [["Does the patient need the arms to rise from a chair?"]], [["Behöver patienten ta hjälp av armarna för att resa sig från en stol?"]], [["Skal patienten bruge armene for at rejse sig fra en stol?"]])

Instance: framo-answered
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "FRAMO, answered at a visit"
* questionnaire = "https://kedja.health/fhir/Questionnaire/kedja-framo|0.1.0"
* status = #completed
* subject = Reference(patient-sweden)
* authored = "2025-10-21"
* item[0].linkId = "age"
* item[0].answer.valueBoolean = false
* item[1].linkId = "weight"
* item[1].answer.valueBoolean = true
* item[2].linkId = "prior-fracture"
* item[2].answer.valueBoolean = true
* item[3].linkId = "rise-up"
* item[3].answer.valueBoolean = true
