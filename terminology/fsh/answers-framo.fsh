CodeSystem: KedjaFramoQuestion
Id: kedja-framo-question
Title: "Questions of FRAMO"
Description: "The four questions of FRAMO."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-framo-question"
* #age "Age at or above the limit of the guideline (FRAMO: 80 years)"
* #age insert SvDa([["Ålder från riktlinjens gräns (FRAMO: 80 år)"]], [["Alder fra retningslinjens grænse (FRAMO: 80 år)"]])
* #weight "Weight below the limit of the guideline (FRAMO: 60 kg)"
* #weight insert SvDa([["Vikt under riktlinjens gräns (FRAMO: 60 kg)"]], [["Vægt under retningslinjens grænse (FRAMO: 60 kg)"]])
* #prior-fracture "Fragility fracture" "The fracture of the chain is one."
* #prior-fracture insert SvDa([["Fragilitetsfraktur"]], [["Lavenergifraktur"]])
* #rise-up "Cannot rise from a chair without the arms"
* #rise-up insert SvDa([["Kan inte resa sig från en stol utan armarna"]], [["Kan ikke rejse sig fra en stol uden armene"]])

ValueSet: KedjaFramoQuestionCodes
Id: kedja-framo-question
Title: "Questions of FRAMO"
Description: "All codes of the code system kedja-framo-question."
* insert PublishedValueSet
* include codes from system KedjaFramoQuestion

CodeSystem: KedjaFramoAnswer
Id: kedja-framo-answer
Title: "Answers to a question of FRAMO"
Description: "What the record answers."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-framo-answer"
* #yes "Yes"
* #yes insert SvDa([["Ja"]], [["Ja"]])
* #no "No"
* #no insert SvDa([["Nej"]], [["Nej"]])
* #missing "Missing" "The record does not answer the question."
* #missing insert SvDa([["Saknas"]], [["Mangler"]])

ValueSet: KedjaFramoAnswerCodes
Id: kedja-framo-answer
Title: "Answers to a question of FRAMO"
Description: "All codes of the code system kedja-framo-answer."
* insert PublishedValueSet
* include codes from system KedjaFramoAnswer
