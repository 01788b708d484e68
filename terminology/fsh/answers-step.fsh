CodeSystem: KedjaStep
Id: kedja-step
Title: "Steps of the fracture chain"
Description: "The ten steps of the fracture chain, in order."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-step"
* #identification "Identification"
* #identification insert SvDa([["Identifiering"]], [["Identifikation"]])
* #risk-assessment "Risk assessment"
* #risk-assessment insert SvDa([["Riskbedömning"]], [["Risikovurdering"]])
* #bone-density "Bone density"
* #bone-density insert SvDa([["Bentäthet"]], [["Knoglemineralmåling"]])
* #laboratory "Laboratory work-up"
* #laboratory insert SvDa([["Laboratorieutredning"]], [["Laboratorieudredning"]])
* #treatment "Treatment decision"
* #treatment insert SvDa([["Behandlingsbeslut"]], [["Behandlingsbeslutning"]])
* #prevention "Fall prevention, training and education"
* #prevention insert SvDa([["Fallprevention, träning och utbildning"]], [["Faldforebyggelse, træning og uddannelse"]])
* #handover "Handover"
* #handover insert SvDa([["Överlämning"]], [["Overlevering"]])
* #follow-up-plan "Follow-up plan"
* #follow-up-plan insert SvDa([["Uppföljningsplan"]], [["Opfølgningsplan"]])
* #monitoring "Monitoring"
* #monitoring insert SvDa([["Uppföljning"]], [["Opfølgning"]])
* #adherence "Adherence"
* #adherence insert SvDa([["Följsamhet"]], [["Adhærens"]])

ValueSet: KedjaStepCodes
Id: kedja-step
Title: "Steps of the fracture chain"
Description: "All codes of the code system kedja-step."
* insert PublishedValueSet
* include codes from system KedjaStep

CodeSystem: KedjaStepStatus
Id: kedja-step-status
Title: "Status of a step"
Description: "Where a step of the fracture chain stands."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-step-status"
* #done "Done"
* #done insert SvDa([["Gjord"]], [["Udført"]])
* #due "Due"
* #due insert SvDa([["Att göra"]], [["Skal udføres"]])
* #overdue "Overdue" "The last day on which it is on time has passed."
* #overdue insert SvDa([["Försenad"]], [["Forsinket"]])
* #not-applicable "Not applicable"
* #not-applicable insert SvDa([["Ej tillämplig"]], [["Ikke relevant"]])

ValueSet: KedjaStepStatusCodes
Id: kedja-step-status
Title: "Status of a step"
Description: "All codes of the code system kedja-step-status."
* insert PublishedValueSet
* include codes from system KedjaStepStatus

CodeSystem: KedjaStepReason
Id: kedja-step-reason
Title: "Reason for the status of a step"
Description: "Why a step does not apply, or what it waits for."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-step-reason"
* #risk-set-by-site "Risk set by fracture site" "The guideline sets the risk by fracture site; no calculation is needed."
* #risk-set-by-site insert SvDa([["Risken ges av frakturens lokalisation"]], [["Risikoen gives af bruddets lokalisation"]])
* #low-risk "Low risk"
* #low-risk insert SvDa([["Låg risk"]], [["Lav risiko"]])
* #not-indicated "Not indicated" "The guideline does not ask for it given the results so far."
* #not-indicated insert SvDa([["Inte indicerat"]], [["Ikke indiceret"]])
* #declined "Declined"
* #declined insert SvDa([["Avböjt"]], [["Afslået"]])
* #contraindicated "Contraindicated"
* #contraindicated insert SvDa([["Kontraindicerat"]], [["Kontraindiceret"]])
* #limited-life-expectancy "Limited life expectancy"
* #limited-life-expectancy insert SvDa([["Begränsad förväntad överlevnad"]], [["Begrænset forventet levetid"]])
* #unable "Could not be carried out"
* #unable insert SvDa([["Gick inte att genomföra"]], [["Kunne ikke gennemføres"]])
* #other-reason "Other reason"
* #other-reason insert SvDa([["Annat skäl"]], [["Anden årsag"]])
* #death "Death" "The patient died before it was due."
* #death insert SvDa([["Död"]], [["Død"]])
* #new-fracture "New fracture" "A newer fracture opened a chain of its own before it was due."
* #new-fracture insert SvDa([["Ny fraktur"]], [["Nyt brud"]])
* #no-treatment "No treatment" "There is nothing to monitor or adhere to."
* #no-treatment insert SvDa([["Ingen behandling"]], [["Ingen behandling"]])
* #review-ongoing-treatment "Review of ongoing treatment" "The patient was on a bone-specific drug when the bone broke."
* #review-ongoing-treatment insert SvDa([["Pågående behandling behöver omprövas"]], [["Igangværende behandling skal revurderes"]])
* #waits-for-risk-assessment "Waits for risk assessment"
* #waits-for-risk-assessment insert SvDa([["Väntar på riskbedömning"]], [["Afventer risikovurdering"]])
* #waits-for-bone-density "Waits for bone density"
* #waits-for-bone-density insert SvDa([["Väntar på bentäthet"]], [["Afventer knoglemineralmåling"]])
* #waits-for-treatment "Waits for treatment"
* #waits-for-treatment insert SvDa([["Väntar på behandling"]], [["Afventer behandling"]])
* #incomplete "Incomplete" "Some of what the step asks for is recorded, the rest is missing."
* #incomplete insert SvDa([["Ofullständig"]], [["Ufuldstændig"]])
* #handed-over "Handed over" "The unit has handed the step over, as chains of its type do."
* #handed-over insert SvDa([["Överlämnad"]], [["Overdraget"]])

ValueSet: KedjaStepReasonCodes
Id: kedja-step-reason
Title: "Reason for the status of a step"
Description: "All codes of the code system kedja-step-reason."
* insert PublishedValueSet
* include codes from system KedjaStepReason
