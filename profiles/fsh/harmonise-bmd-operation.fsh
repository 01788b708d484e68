// What both operations answer on bone density.

RuleSet: BoneDensityParts
* insert OutParts(boneDensity, 0, *, "Bone density of one region at one scan\, newest first.")
* insert Part(resource, 1, 1, Reference, "What recorded the bone density; where there is none\, the T-score.")
* insert Part(date, 1, 1, date, "Day of the scan.")
* insert Part(region, 0, 1, code, "Code of kedja-bone-region.")
* insert Codes([[parameter[=].part]], required, kedja-bone-region)
* insert Part(laterality, 0, 1, code, "left\, right or bilateral.")
* insert Codes([[parameter[=].part]], required, kedja-side)
* insert Part(device, 0, 1, Reference, "The scanner.")
* insert Part(manufacturer, 0, 1, string, "Its maker as the record writes it.")
* insert Part(maker, 0, 1, code, "Its maker: hologic\, ge-lunar or norland.")
* insert Codes([[parameter[=].part]], required, kedja-scanner-maker)
* insert Part(bmd, 0, 1, Quantity, "g/cm2\, on the scale of the scanner.")
* insert Part(comparable, 1, 1, boolean, "Whether it can be compared with other scanners.")
* insert Part(notComparable, 0, 1, CodeableConcept, "Why not: code of kedja-not-comparable.")
* insert Codes([[parameter[=].part]], required, kedja-not-comparable)
* insert Part(standardisedBmd, 0, 1, Quantity, "Standardised BMD\, mg/cm2.")
* insert Part(formula, 0, 1, string, "Id of the formula.")
* insert Part(citation, 0, 1, string, "Where it is published.")
* insert Part(certainty, 0, 1, code, "How sure its numbers are: confirmed\, derived or unconfirmed.")
* insert Codes([[parameter[=].part]], required, kedja-certainty)
* parameter[=].part[+].name = #onScale
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].documentation = "The same on the scale of the maker that was asked for."
* insert StepPart(maker, 1, 1, code, "hologic\, ge-lunar or norland.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-scanner-maker)
* insert StepPart(bmd, 1, 1, Quantity, "g/cm2\, as a scanner of that maker would show it.")
* insert StepPart(formula, 1, 1, string, "Id of the formula that was inverted.")
* insert StepPart(citation, 1, 1, string, "Where it is published.")
* insert StepPart(certainty, 1, 1, code, "How sure its numbers are.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)
* insert Part(tScoreSent, 0, 1, decimal, "T-score as the scanner gave it.")
* insert Part(tScoreResource, 0, 1, Reference, "What recorded it.")
* insert Part(tScoreRecomputed, 0, 1, decimal, "T-score on the reference of the guideline.")
* insert Part(reference, 0, 1, string, "Id of the reference.")
* insert Part(referenceSource, 0, 1, string, "Its source.")
* insert Part(referenceCertainty, 0, 1, code, "How sure its numbers are.")
* insert Codes([[parameter[=].part]], required, kedja-certainty)
* insert Part(deciding, 0, 1, code, "Which T-score decides under the guideline: as-sent or recomputed.")
* insert Codes([[parameter[=].part]], required, kedja-deciding-t-score)
* parameter[=].part[+].name = #change
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].documentation = "Change since the previous scan with which it can be compared."
* insert StepPart(since, 1, 1, date, "Day of that scan.")
* insert StepPart(resource, 1, 1, Reference, "What recorded it.")
* insert StepPart(percent, 1, 1, decimal, "Change in percent.")
* insert StepPart(sameScanner, 1, 1, boolean, "Whether both were measured with one scanner.")
* insert StepPart(basis, 1, 1, code, "What was compared: bmd\, or standardised-bmd between two scanners.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-change-basis)
* insert StepPart(leastSignificantPercent, 0, 1, decimal, "Least significant change of the region.")
* insert StepPart(real, 0, 1, boolean, "Whether it is a real change; absent where that cannot be judged.")
* insert StepPart(judgement, 1, 1, string, "The same in words.")
* insert StepPart(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert StepPart(ruleSource, 1, 1, string, "Its source.")
* insert StepPart(ruleCertainty, 1, 1, code, "How sure it is.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-certainty)

RuleSet: LumbarVertebraeParts
* insert OutParts(lumbarVertebrae, 0, *, "Which vertebrae count\, where T-scores of single ones are recorded; by day.")
* insert Part(date, 1, 1, date, "Day of the scan.")
* parameter[=].part[+].name = #vertebra
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "4"
* parameter[=].part[=].documentation = "One vertebra."
* insert StepPart(region, 1, 1, code, "lumbar-1 to lumbar-4.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-bone-region)
* insert StepPart(tScore, 1, 1, decimal, "Its T-score.")
* insert StepPart(outcome, 1, 1, code, "used\, clearly-abnormal or differs-from-neighbour.")
* insert Codes([[parameter[=].part[=].part]], required, kedja-vertebra-outcome)
* insert StepPart(resource, 1, 1, Reference, "What recorded it.")
* insert Part(usable, 1, 1, boolean, "Whether enough are left to stand for the spine.")
* insert Part(meanTScore, 0, 1, decimal, "Mean of those used\, not weighted by their areas.")
* insert Part(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert Part(ruleSource, 1, 1, string, "Its source.")

Instance: harmonise-bmd
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/harmonise-bmd"
* version = "0.1.0"
* name = "HarmoniseBmd"
* title = "Bone density on one scale"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* description = "Standardised bone mineral density by maker and region with the published formulas, T-scores recomputed on the reference of the guideline, and change since the previous scan. For a stored Observation, or for posted Observations of one patient, of which nothing is stored."
* affectsState = false
* code = #harmonise-bmd
* resource = #Observation
* system = false
* type = true
* instance = true
* insert In(guideline, 0, 1, string, "Canonical URL with or without version\, or id\, of the guideline. Default: the one configured.")
* insert In(scale, 0, 1, code, "Give the BMD on the scale of this maker as well: hologic\, ge-lunar or norland.")
* insert Codes([[parameter]], required, kedja-scanner-maker)
* insert In(observation, 0, *, Observation, "Type level only\, and required there: measurements of one patient.")
* insert In(device, 0, *, Device, "Type level only: the scanners. An Observation that names none was measured with the only one given.")
* insert In(abnormalVertebra, 0, *, code, "Type level only: a vertebra that is clearly abnormal\, lumbar-1 to lumbar-4.")
* insert Codes([[parameter]], required, kedja-bone-region)
* insert Out(guideline, 1, 1, canonical, "The guideline with its version.")
* insert BoneDensityParts
* insert LumbarVertebraeParts
* insert OutParts(lowestTScore, 0, 1, "Type level only: the T-score that decides\, of the newest scan.")
* insert Part(resource, 1, 1, Reference, "What recorded it.")
* insert Part(date, 1, 1, date, "Day of the scan.")
* insert Part(region, 1, 1, code, "Code of kedja-bone-region.")
* insert Codes([[parameter[=].part]], required, kedja-bone-region)
* insert Part(value, 1, 1, decimal, "The T-score.")
* insert Part(rule, 1, 1, string, "Id of the rule in the guideline file.")
* insert Part(ruleSource, 1, 1, string, "Its source.")
