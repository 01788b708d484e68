// Which codes a parameter takes or gives; path is the one of the parameter that was added last.
RuleSet: Codes(path, strength, valueSet)
* {path}[=].binding.strength = #{strength}
* {path}[=].binding.valueSet = "https://kedja.health/fhir/ValueSet/{valueSet}"

RuleSet: In(name, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = {documentation}

RuleSet: Out(name, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = {documentation}

RuleSet: OutParts(name, min, max, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = {documentation}

RuleSet: Part(name, min, max, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].type = #{type}
* parameter[=].part[=].documentation = {documentation}

RuleSet: StepPart(name, min, max, type, documentation)
* parameter[=].part[=].part[+].name = #{name}
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = {min}
* parameter[=].part[=].part[=].max = "{max}"
* parameter[=].part[=].part[=].type = #{type}
* parameter[=].part[=].part[=].documentation = {documentation}

RuleSet: AnswerPart(name, min, max, type, documentation)
* parameter[=].part[=].part[=].part[+].name = #{name}
* parameter[=].part[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].part[=].min = {min}
* parameter[=].part[=].part[=].part[=].max = "{max}"
* parameter[=].part[=].part[=].part[=].type = #{type}
* parameter[=].part[=].part[=].part[=].documentation = {documentation}
RuleSet: PartAt(path, name, min, max, type, documentation)
* {path}[=].part[+].name = #{name}
* {path}[=].part[=].use = #out
* {path}[=].part[=].min = {min}
* {path}[=].part[=].max = "{max}"
* {path}[=].part[=].type = #{type}
* {path}[=].part[=].documentation = {documentation}

RuleSet: PartsAt(path, name, min, max, documentation)
* {path}[=].part[+].name = #{name}
* {path}[=].part[=].use = #out
* {path}[=].part[=].min = {min}
* {path}[=].part[=].max = "{max}"
* {path}[=].part[=].documentation = {documentation}

RuleSet: RuleParts(path)
* insert PartAt([[{path}]], rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert PartAt([[{path}]], source, 1, 1, string, "Document that states the rule.")
* insert PartAt([[{path}]], certainty, 1, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[{path}[=].part]], required, kedja-certainty)

RuleSet: EvidencePart(path)
* insert PartAt([[{path}]], evidence, 0, *, Reference, "The resources that say so.")

RuleSet: TextPart(path)
* insert PartAt([[{path}]], text, 1, 1, string, "In words\, in the language of the reader.")

RuleSet: RiskReasonParts(path)
* insert PartAt([[{path}]], code, 1, 1, code, "site\, vertebral-fracture-on-imaging\, frax\, t-score\, glucocorticoids\, age\, multiple-vertebral-fractures or fracture-on-treatment.")
* insert Codes([[{path}[=].part]], required, kedja-risk-reason)
* insert PartAt([[{path}]], decides, 1, 1, boolean, "Whether it sets the risk category; the others raise the risk and do not set it.")
* insert PartAt([[{path}]], value, 0, 1, decimal, "FRAX in percent\, T-score\, age in years\, or milligrams of prednisolone a day.")
* insert RuleParts([[{path}]])
* insert EvidencePart([[{path}]])
* insert TextPart([[{path}]])

RuleSet: AdviceParts(path)
* insert PartAt([[{path}]], kind, 1, 1, code, "warning\, referral\, drug\, supplement\, diagnosis\, follow-up\, decision or lifestyle.")
* insert Codes([[{path}[=].part]], required, kedja-advice-kind)
* insert PartAt([[{path}]], code, 1, 1, code, "Which one: an id of the guideline\, or one of Kedja.")
* insert Codes([[{path}[=].part]], extensible, kedja-advice)
* insert PartAt([[{path}]], status, 1, 1, code, "advised\, waits for what must be known first\, in-place or ruled-out.")
* insert Codes([[{path}[=].part]], required, kedja-advice-status)
* insert PartAt([[{path}]], strength, 1, 1, code, "recommended\, consider or not-to-do.")
* insert Codes([[{path}[=].part]], required, kedja-advice-strength)
* insert PartAt([[{path}]], rank, 0, 1, positiveInt, "Drugs: place in the order of preference; the same for equal choices.")
* insert PartAt([[{path}]], priority, 0, 1, positiveInt, "Drugs: priority in the national guideline\, 1 is highest.")
* insert PartAt([[{path}]], drug, 0, *, CodeableConcept, "Drugs: ATC code of a substance or group.")
* insert Codes([[{path}[=].part]], preferred, kedja-bone-drugs)
* insert PartAt([[{path}]], route, 0, 1, code, "Drugs: oral\, intravenous or subcutaneous.")
* insert Codes([[{path}[=].part]], required, kedja-route)
* insert PartAt([[{path}]], regimen, 0, 1, Timing, "Drugs: how often\, when a source says so.")
* insert PartAt([[{path}]], level, 0, 1, code, "Drugs: primary-care or specialised-care.")
* insert Codes([[{path}[=].part]], required, kedja-care-level)
* insert PartAt([[{path}]], duration, 0, 1, Duration, "Drugs: from the first dose to the next decision.")
* insert PartAt([[{path}]], durationRule, 0, 1, string, "Id of the rule for the duration.")
* insert PartsAt([[{path}]], needs, 0, *, "What must be known first; of a referral\, what it is to tell.")
* insert PartAt([[{path}[=].part]], code, 1, 1, code, "What.")
* insert Codes([[{path}[=].part[=].part]], extensible, kedja-needed-data)
* insert PartAt([[{path}[=].part]], known, 1, 1, boolean, "Whether the record tells it.")
* insert RuleParts([[{path}[=].part]])
* insert EvidencePart([[{path}[=].part]])
* insert PartsAt([[{path}]], contraindication, 0, *, "What in the record rules it out.")
* insert PartAt([[{path}[=].part]], code, 1, 1, code, "The finding: an id of the guideline.")
* insert Codes([[{path}[=].part[=].part]], extensible, kedja-drug-finding)
* insert RuleParts([[{path}[=].part]])
* insert EvidencePart([[{path}[=].part]])
* insert TextPart([[{path}[=].part]])
* insert PartsAt([[{path}]], caution, 0, *, "What in the record calls for caution.")
* insert PartAt([[{path}[=].part]], code, 1, 1, code, "The finding: an id of the guideline.")
* insert Codes([[{path}[=].part[=].part]], extensible, kedja-drug-finding)
* insert RuleParts([[{path}[=].part]])
* insert EvidencePart([[{path}[=].part]])
* insert TextPart([[{path}[=].part]])
* insert PartAt([[{path}]], due, 0, 1, date, "The day by which it is to be done or decided.")
* insert PartAt([[{path}]], detail, 0, 1, string, "A dose\, ICD-10 codes\, or the name in the guideline.")
* insert RuleParts([[{path}]])
* insert PartAt([[{path}]], because, 0, *, string, "Ids of the rules that make it apply\, such as the indication.")
* insert EvidencePart([[{path}]])
* insert TextPart([[{path}]])
* insert PartAt([[{path}]], note, 1, 1, string, "That a clinician decides.")

RuleSet: MissingParts(path)
* insert PartAt([[{path}]], code, 1, 1, code, "What must be known: frax\, t-score\, egfr\, calcium\, or another id.")
* insert Codes([[{path}[=].part]], extensible, kedja-needed-data)
* insert PartAt([[{path}]], neededFor, 1, *, code, "Steps and lines of advice that wait for it.")
* insert Codes([[{path}[=].part]], extensible, kedja-waiting)
* insert PartAt([[{path}]], due, 0, 1, date, "Last day on time of what waits for it.")
* insert RuleParts([[{path}]])
* insert TextPart([[{path}]])

Instance: fracture-chain
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/fracture-chain"
* version = "0.1.0"
* name = "FractureChain"
* title = "Where is this patient in the fracture chain?"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* description = "For one patient: each index fracture and, for each, which steps of the chain are done, due, overdue or not applicable, why, and on what evidence. For a stored patient, or for the one patient of a posted Bundle, of which nothing is stored."
* affectsState = false
* code = #fracture-chain
* resource = #Patient
* system = true
* type = false
* instance = true
* insert In(asOf, 0, 1, date, "Evaluate as of this day: nothing dated later is seen. Default: today.")
* insert In(guideline, 0, 1, string, "Canonical URL with or without version\, or id\, of the guideline. Default: the one configured.")
* insert In(fracture, 0, 1, Reference, "Answer for this fracture only: a Condition of the patient.")
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/Condition"
* insert In(includeExcluded, 0, 1, boolean, "Whether fractures that open no chain are listed with the reason. Default: true.")
* insert In(bundle, 0, 1, Bundle, "System level only\, and required there: the record of one patient.")
* insert Out(patient, 1, 1, Reference, "The patient. For a patient replaced by another: the survivor.")
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/Patient"
* insert Out(asOf, 1, 1, date, "The day of the evaluation.")
* insert Out(guideline, 1, 1, canonical, "The guideline with its version.")
* insert OutParts(chain, 0, *, "One for each index fracture\, newest first.")
* insert Part(indexFracture, 1, 1, Reference, "The Condition of the fracture.")
* insert Part(fractureDate, 1, 1, date, "Day of the fracture; of a merged episode the earliest.")
* insert Part(site, 1, 1, code, "hip\, vertebra\, pelvis\, proximal-humerus\, wrist\, or a further site of the guideline.")
* insert Codes([[parameter[=].part]], extensible, kedja-fracture-site)
* insert Part(risk, 1, 1, code, "high\, intermediate\, low or unknown.")
* insert Codes([[parameter[=].part]], required, kedja-risk)
* insert Part(status, 1, 1, code, "in-progress\, overdue\, complete or ended.")
* insert Codes([[parameter[=].part]], required, kedja-chain-status)
* insert Part(endReason, 0, 1, code, "Why the chain ended before it was complete.")
* insert Codes([[parameter[=].part]], required, kedja-end-reason)
* insert Part(completion, 1, 1, decimal, "Steps done divided by steps that apply\, 0 to 1\, two decimals.")
* insert Part(chainType, 1, 1, code, "A\, B or C: which steps the unit that runs the chain answers for.")
* insert Codes([[parameter[=].part]], required, kedja-chain-type)
* parameter[=].part[+].name = #step
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "One for each step of the guideline, in its order."
* insert StepPart(code, 1, 1, code, "identification\, risk-assessment\, bone-density\, laboratory\, treatment\, prevention\, handover\, follow-up-plan\, monitoring or adherence.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-step)
* insert StepPart(status, 1, 1, code, "done\, due\, overdue or not-applicable.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-step-status)
* insert StepPart(due, 0, 1, date, "Last day on which the step is on time.")
* insert StepPart(done, 0, 1, date, "Day on which it was done.")
* insert StepPart(onTime, 0, 1, boolean, "Whether it was done no later than due.")
* insert StepPart(evidence, 0, *, Reference, "The resources that say so.")
* insert StepPart(reason, 0, 1, CodeableConcept, "Why it does not apply\, was declined\, or what it waits for.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-step-reason)
* insert StepPart(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert StepPart(certainty, 1, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)
* parameter[=].part[+].name = #framo
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].documentation = "FRAMO, four questions, where no FRAX is recorded. It is not FRAX, has no percent and never sets the risk."
* insert StepPart(label, 1, 1, string, "Says what it is.")
* insert StepPart(risk, 1, 1, CodeableConcept, "high\, not-high or undecided\, whatever the missing answers are.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-framo-risk)
* insert StepPart(score, 0, 1, integer, "Number of yes; absent while an answer is missing.")
* parameter[=].part[=].part[+].name = #answer
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 4
* parameter[=].part[=].part[=].max = "4"
* parameter[=].part[=].part[=].documentation = "The four answers."
* insert AnswerPart(question, 1, 1, code, "age\, weight\, prior-fracture or rise-up.")
* insert Codes([[parameter[=].part[=].part[=].part]], required, kedja-framo-question)
* insert AnswerPart(text, 1, 1, string, "The question in words.")
* insert AnswerPart(answer, 1, 1, code, "yes\, no or missing.")
* insert Codes([[parameter[=].part[=].part[=].part]], required, kedja-framo-answer)
* insert AnswerPart(evidence, 0, *, Reference, "The resources that say so.")
* insert StepPart(missing, 0, *, code, "A question that the record does not answer: age\, weight\, prior-fracture\, rise-up.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-framo-question)
* insert StepPart(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert StepPart(source, 1, 1, string, "Source of the tool.")
* insert StepPart(certainty, 1, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)
* parameter[=].part[+].name = #preventionMeasure
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "One for each preventive measure of the guideline that is no drug, in its order."
* insert StepPart(measure, 1, 1, CodeableConcept, "Which measure; the text is in the language of the reader.")
* insert Codes([[parameter[=].part[=].part]], extensible, kedja-measure)
* insert StepPart(status, 1, 1, code, "done\, declined\, not-done\, offered\, unspecified or not-recorded.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-measure-status)
* insert StepPart(offered, 0, 1, date, "Day on which it was first offered.")
* insert StepPart(done, 0, 1, date, "Day on which it was first done.")
* insert StepPart(declined, 0, 1, date, "Day on which it was last declined or decided against.")
* insert StepPart(reason, 0, 1, CodeableConcept, "Why it was not done.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-step-reason)
* insert StepPart(evidence, 0, *, Reference, "The resources that say so.")
* insert StepPart(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert StepPart(certainty, 1, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)
* insert PartsAt([[parameter]], riskReason, 0, *, "Why the risk is what it is.")
* insert RiskReasonParts([[parameter[=].part]])
* insert PartsAt([[parameter]], advice, 0, *, "Support for a decision that a clinician takes\, in order of preference; what is ruled out comes last.")
* insert AdviceParts([[parameter[=].part]])
* insert PartsAt([[parameter]], missing, 0, *, "What must be known to decide and is not recorded.")
* insert MissingParts([[parameter[=].part]])
* insert OutParts(treatmentCourse, 0, *, "A course of treatment with one drug\, oldest first.")
* insert Part(drug, 1, 1, string, "Name of the drug in the guideline file.")
* insert Part(class, 1, 1, code, "Class of the drug in the guideline file.")
* insert Codes([[parameter[=].part]], extensible, kedja-drug-class)
* insert Part(status, 1, 1, code, "ordered\, ongoing\, overdue\, stopped\, switched\, completed or holiday.")
* insert Codes([[parameter[=].part]], required, kedja-course-status)
* insert Part(ordered, 0, 1, date, "Day of the first prescription.")
* insert Part(start, 0, 1, date, "First day of the course: first dispensing\, dose or stated use.")
* insert Part(classStart, 0, 1, date, "First day of uninterrupted treatment with the class.")
* insert Part(treatmentStart, 0, 1, date, "First day of uninterrupted treatment with any bone-specific drug.")
* insert Part(lastDay, 0, 1, date, "Last day of the course that is counted.")
* insert Part(coveredUntil, 0, 1, date, "Last day that the supply covers.")
* insert Part(stopped, 0, 1, date, "First day without the drug\, where the course has ended.")
* insert Part(endReason, 0, 1, code, "gap\, decision\, switch\, duration or death.")
* insert Codes([[parameter[=].part]], required, kedja-course-end)
* insert Part(switchedFrom, 0, 1, string, "The drug before.")
* insert Part(switchedTo, 0, 1, string, "The drug after.")
* insert Part(courseDays, 1, 1, integer, "Days of the course.")
* insert Part(coveredDays, 1, 1, integer, "Days of the course that supply covers.")
* insert Part(proportionOfDaysCovered, 0, 1, decimal, "Covered days divided by days of the course\, 0 to 1\, two decimals.")
* insert Part(medicationPossessionRatio, 0, 1, decimal, "Days of supply divided by days of the course\, two decimals; above 1 when more was supplied than needed.")
* insert Part(proportionOfDaysCoveredLastYear, 0, 1, decimal, "The same over the last 365 days of the course.")
* insert Part(medicationPossessionRatioLastYear, 0, 1, decimal, "The same over the last 365 days of the course.")
* insert Part(gap, 0, *, Period, "Days without the drug\, where they are more than the guideline allows.")
* insert Part(nextDoseDue, 0, 1, date, "Day of the next injection or infusion.")
* insert Part(nextDecision, 0, 1, date, "Day on which to decide whether to go on.")
* insert Part(holidayEnds, 0, 1, date, "Last day of the drug holiday.")
* insert Part(controlDensityDue, 0, 1, date, "Day of the control of bone density on treatment.")
* insert Part(controlDensityDone, 0, 1, date, "Day on which it was done.")
* parameter[=].part[+].name = #notice
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "What a clinician should see and decide on."
* insert StepPart(code, 1, 1, CodeableConcept, "What it is; the text is in the language of the reader.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-course-notice)
* insert StepPart(since, 1, 1, date, "The day from which it holds.")
* insert StepPart(evidence, 0, *, Reference, "The resources that say so.")
* insert StepPart(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert StepPart(source, 1, 1, string, "Document that states the rule.")
* insert StepPart(certainty, 1, 1, code, "confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)
* insert Part(evidence, 0, *, Reference, "The resources that the course is made of.")
* insert Part(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert Part(certainty, 1, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part]], required, kedja-certainty)
* insert OutParts(treatmentAdherence, 0, *, "How much of a time on treatment was covered by any bone-specific drug\, or by any drug of a class\, over switches; the oldest time first.")
* insert Part(scope, 1, 1, code, "any-drug or class.")
* insert Codes([[parameter[=].part]], required, kedja-adherence-scope)
* insert Part(class, 0, 1, code, "Class of the drugs that are counted.")
* insert Codes([[parameter[=].part]], extensible, kedja-drug-class)
* insert Part(drug, 1, *, string, "Names of the drugs in the guideline file\, in the order in which they were begun.")
* insert Part(start, 1, 1, date, "First day of the time: of its first course.")
* insert Part(lastDay, 1, 1, date, "Last day that is counted.")
* insert Part(days, 1, 1, integer, "Days of the time\, those between two of its courses as well.")
* insert Part(coveredDays, 1, 1, integer, "Days on which any of the drugs was at hand\, or a dose worked; each counts once.")
* insert Part(proportionOfDaysCovered, 1, 1, decimal, "Covered days divided by days of the time\, 0 to 1\, two decimals.")
* insert Part(proportionOfDaysCoveredLastYear, 1, 1, decimal, "The same over the last 365 days of the time.")
* insert Part(text, 1, 1, string, "In words\, in the language of the reader.")
* insert Part(evidence, 0, *, Reference, "The resources that the courses are made of.")
* insert Part(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert Part(source, 1, 1, string, "Document that states the rule.")
* insert Part(certainty, 1, 1, code, "confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part]], required, kedja-certainty)
* insert OutParts(excludedFracture, 0, *, "A fracture that opens no chain.")
* insert Part(fracture, 1, 1, Reference, "The Condition of the fracture.")
* insert Part(reason, 1, 1, code, "high-energy\, pathological\, site-not-in-pathway\, below-age-limit\, same-episode\, not-a-new-fracture\, unconfirmed or date-unknown.")
* insert Codes([[parameter[=].part]], required, kedja-exclusion-reason)
* insert Part(rule, 0, 1, string, "Id of the rule in the guideline file that keeps it out\, where one does.")
* insert Part(source, 0, 1, string, "Document that states the rule.")
* insert Part(certainty, 0, 1, code, "How well the rule is known: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part]], required, kedja-certainty)
* insert OutParts(notUnderstood, 0, *, "A resource whose codes\, units or sites Kedja does not understand: stored\, and not counted.")
* insert Part(resource, 1, 1, Reference, "The resource.")
* insert Part(code, 1, 1, string, "What was not understood: system and code\, or text.")
* insert BoneDensityParts
* insert LumbarVertebraeParts
