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
* #risk-set-by-site "The fracture site sets the risk; no calculation is needed" "The guideline sets the risk by fracture site; no calculation is needed."
* #risk-set-by-site insert SvDa([["Frakturens läge avgör risken; ingen beräkning behövs"]], [["Bruddets placering afgør risikoen; ingen beregning er nødvendig"]])
* #low-risk "Low risk of a new fracture"
* #low-risk insert SvDa([["Låg risk för ny fraktur"]], [["Lav risiko for et nyt brud"]])
* #not-indicated "Not indicated given the results so far" "The guideline does not ask for it given the results so far."
* #not-indicated insert SvDa([["Inte indicerat utifrån resultaten hittills"]], [["Ikke indiceret ud fra resultaterne indtil nu"]])
* #declined "The patient declined"
* #declined insert SvDa([["Patienten avböjde"]], [["Patienten afslog"]])
* #contraindicated "Contraindicated"
* #contraindicated insert SvDa([["Kontraindicerat"]], [["Kontraindiceret"]])
* #limited-life-expectancy "Limited life expectancy"
* #limited-life-expectancy insert SvDa([["Begränsad förväntad överlevnad"]], [["Begrænset forventet levetid"]])
* #unable "Could not be carried out"
* #unable insert SvDa([["Kunde inte genomföras"]], [["Kunne ikke gennemføres"]])
* #other-reason "Decided against for another recorded reason"
* #other-reason insert SvDa([["Avstått av annat dokumenterat skäl"]], [["Fravalgt af anden dokumenteret årsag"]])
* #death "The patient died before it was due" "The patient died before it was due."
* #death insert SvDa([["Patienten avled innan det skulle vara gjort"]], [["Patienten døde, før det skulle være gjort"]])
* #new-fracture "A newer fracture opened a chain of its own before it was due" "A newer fracture opened a chain of its own before it was due."
* #new-fracture insert SvDa([["En nyare fraktur inledde en egen kedja innan det skulle vara gjort"]], [["Et nyere brud indledte sin egen kæde, før det skulle være gjort"]])
* #no-treatment "No treatment is given" "There is nothing to monitor or adhere to."
* #no-treatment insert SvDa([["Ingen behandling ges"]], [["Der gives ingen behandling"]])
* #review-ongoing-treatment "The bone broke on treatment: review the ongoing treatment" "The patient was on a bone-specific drug when the bone broke."
* #review-ongoing-treatment insert SvDa([["Fraktur under pågående behandling: ompröva behandlingen"]], [["Brud under igangværende behandling: genovervej behandlingen"]])
* #waits-for-risk-assessment "Waits for the risk assessment"
* #waits-for-risk-assessment insert SvDa([["Väntar på riskbedömning"]], [["Afventer risikovurdering"]])
* #waits-for-bone-density "Waits for bone density"
* #waits-for-bone-density insert SvDa([["Väntar på bentäthetsmätning"]], [["Afventer knogletæthedsmåling"]])
* #waits-for-treatment "Waits for treatment to start"
* #waits-for-treatment insert SvDa([["Väntar på att behandling inleds"]], [["Afventer, at behandlingen indledes"]])
* #incomplete "Some of what is asked for is recorded, the rest is missing" "Some of what the step asks for is recorded, the rest is missing."
* #incomplete insert SvDa([["En del av det som efterfrågas är dokumenterat, resten saknas"]], [["Noget af det, der spørges om, er dokumenteret; resten mangler"]])
* #handed-over "The unit has handed the step over, as chains of its type do" "The unit has handed the step over, as chains of its type do."
* #handed-over insert SvDa([["Enheten har lämnat över steget, som kedjor av dess typ gör"]], [["Enheden har overdraget trinnet, som kæder af dens type gør"]])

ValueSet: KedjaStepReasonCodes
Id: kedja-step-reason
Title: "Reason for the status of a step"
Description: "All codes of the code system kedja-step-reason."
* insert PublishedValueSet
* include codes from system KedjaStepReason
