CodeSystem: KedjaRiskReason
Id: kedja-risk-reason
Title: "Reasons for the risk of a new fracture"
Description: "What speaks for the risk of a new fracture, in the order in which it is reported. The guideline says which of them set the risk."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-risk-reason"
* #site "The fracture site alone means high risk" "The guideline counts this fracture site as high risk, whatever else is known."
* #site insert SvDa([["Frakturens läge innebär ensamt hög risk"]], [["Bruddets placering betyder alene høj risiko"]])
* #vertebral-fracture-on-imaging "A vertebral fracture was found on imaging" "A vertebral fracture assessment found a fracture."
* #vertebral-fracture-on-imaging insert SvDa([["En kotfraktur har påvisats vid bildundersökning"]], [["Der er fundet et sammenfald i ryggen ved billeddiagnostik"]])
* #frax "FRAX, major osteoporotic fracture" "FRAX as it was recorded, probability of a major osteoporotic fracture; never computed."
* #frax insert SvDa([["FRAX, större osteoporotisk fraktur"]], [["FRAX, større osteoporotisk brud"]])
* #t-score "T-score in the range of osteoporosis" "The lowest T-score of the regions that the guideline counts is at or below its limit."
* #t-score insert SvDa([["T-score inom gränsen för osteoporos"]], [["T-score i området for osteoporose"]])
* #glucocorticoids "Glucocorticoids for long; the dose is not known" "Systemic glucocorticoids for longer than the guideline allows."
* #glucocorticoids insert SvDa([["Glukokortikoider under lång tid; dosen är inte känd"]], [["Glukokortikoider i lang tid; dosis kendes ikke"]])
* #age "High age with a typical osteoporosis fracture" "Older than the limit of the guideline, with a fracture that is typical of osteoporosis."
* #age insert SvDa([["Hög ålder med typisk osteoporosfraktur"]], [["Høj alder med typisk osteoporosebrud"]])
* #multiple-vertebral-fractures "Several vertebral fractures" "As many vertebral fractures as the guideline asks for, or more."
* #multiple-vertebral-fractures insert SvDa([["Flera kotfrakturer"]], [["Flere brud i ryggen"]])
* #fracture-on-treatment "The bone broke while a bone-specific drug was given" "A bone-specific drug covered the day of the fracture."
* #fracture-on-treatment insert SvDa([["Fraktur under pågående behandling med benspecifikt läkemedel"]], [["Brud under igangværende behandling med knoglespecifikt lægemiddel"]])

ValueSet: KedjaRiskReasonCodes
Id: kedja-risk-reason
Title: "Reasons for the risk of a new fracture"
Description: "All codes of the code system kedja-risk-reason."
* insert PublishedValueSet
* include codes from system KedjaRiskReason

CodeSystem: KedjaAdviceKind
Id: kedja-advice-kind
Title: "Kinds of advice"
Description: "What a line of advice is about."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-advice-kind"
* #warning "Warning" "Something that should not be done, or must not be left undone."
* #warning insert SvDa([["Varning"]], [["Advarsel"]])
* #referral "Referral" "A referral to another unit."
* #referral insert SvDa([["Remiss"]], [["Henvisning"]])
* #drug "Drug" "A bone-specific drug, with its regimen, route and level of care."
* #drug insert SvDa([["Läkemedel"]], [["Lægemiddel"]])
* #supplement "Supplement" "Calcium and vitamin D."
* #supplement insert SvDa([["Tillskott"]], [["Tilskud"]])
* #diagnosis "Diagnosis" "A diagnosis that the record supports and does not state."
* #diagnosis insert SvDa([["Diagnos"]], [["Diagnose"]])
* #follow-up "Follow-up" "A measurement or contact that follows up the treatment."
* #follow-up insert SvDa([["Uppföljning"]], [["Opfølgning"]])
* #decision "Decision" "A decision on how the treatment goes on."
* #decision insert SvDa([["Ställningstagande"]], [["Stillingtagen"]])
* #lifestyle "Lifestyle" "Advice on how to live, and other prevention without drugs."
* #lifestyle insert SvDa([["Levnadsvanor"]], [["Levevis"]])

ValueSet: KedjaAdviceKindCodes
Id: kedja-advice-kind
Title: "Kinds of advice"
Description: "All codes of the code system kedja-advice-kind."
* insert PublishedValueSet
* include codes from system KedjaAdviceKind

CodeSystem: KedjaAdviceStatus
Id: kedja-advice-status
Title: "Status of a line of advice"
Description: "Where a line of advice stands."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-advice-status"
* #advised "Advised" "Nothing that the guideline asks for is missing."
* #advised insert SvDa([["Rekommenderas"]], [["Anbefales"]])
* #waits "Waits for data" "Would be advised; something must be known first."
* #waits insert SvDa([["Väntar på uppgifter"]], [["Afventer oplysninger"]])
* #in-place "In place" "Already recorded."
* #in-place insert SvDa([["Redan på plats"]], [["Allerede på plads"]])
* #ruled-out "Ruled out" "The guideline would offer it, were it not for what is recorded."
* #ruled-out insert SvDa([["Utesluten"]], [["Udelukket"]])

ValueSet: KedjaAdviceStatusCodes
Id: kedja-advice-status
Title: "Status of a line of advice"
Description: "All codes of the code system kedja-advice-status."
* insert PublishedValueSet
* include codes from system KedjaAdviceStatus

CodeSystem: KedjaAdviceStrength
Id: kedja-advice-strength
Title: "Strength of advice"
Description: "How strongly a guideline advises something."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-advice-strength"
* #recommended "Recommended" "Should be done."
* #recommended insert SvDa([["Bör göras"]], [["Bør gøres"]])
* #consider "To be considered" "Is to be considered for the one patient."
* #consider insert SvDa([["Kan övervägas"]], [["Kan overvejes"]])
* #not-to-do "Not to be done" "Should not be done."
* #not-to-do insert SvDa([["Bör inte göras"]], [["Bør ikke gøres"]])

ValueSet: KedjaAdviceStrengthCodes
Id: kedja-advice-strength
Title: "Strength of advice"
Description: "All codes of the code system kedja-advice-strength."
* insert PublishedValueSet
* include codes from system KedjaAdviceStrength

CodeSystem: KedjaAdvice
Id: kedja-advice
Title: "Lines of advice"
Description: "Which line of advice it is: those of Kedja, and the drugs and referrals of the guidelines that it ships. The guideline of a region may name further ones by ids of its own."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-advice"
* #oral-bisphosphonate "Alendronate or risedronate" "Kind drug: an oral bisphosphonate."
* #oral-bisphosphonate insert SvDa([["Alendronat eller risedronat"]], [["Alendronat eller risedronat"]])
* #zoledronate "Zoledronate" "Kind drug."
* #zoledronate insert SvDa([["Zoledronat"]], [["Zoledronat"]])
* #denosumab "Denosumab" "Kind drug."
* #denosumab insert SvDa([["Denosumab"]], [["Denosumab"]])
* #teriparatide "Teriparatide" "Kind drug."
* #teriparatide insert SvDa([["Teriparatid"]], [["Teriparatid"]])
* #romosozumab "Romosozumab" "Kind drug."
* #romosozumab insert SvDa([["Romosozumab"]], [["Romosozumab"]])
* #calcium-and-vitamin-d "Calcium and vitamin D with the drug" "Kind supplement: together with a bone-specific drug."
* #calcium-and-vitamin-d insert SvDa([["Kalcium och vitamin D tillsammans med läkemedlet"]], [["Calcium og D-vitamin sammen med lægemidlet"]])
* #calcium-and-vitamin-d-alone "Calcium and vitamin D alone" "Kind warning: not to be given alone for fracture prevention."
* #calcium-and-vitamin-d-alone insert SvDa([["Enbart kalcium och vitamin D"]], [["Calcium og D-vitamin alene"]])
* #osteoporosis-clinic "Referral to osteoporosis clinic" "Kind referral."
* #osteoporosis-clinic insert SvDa([["Remiss till osteoporosmottagning"]], [["Henvisning til osteoporoseklinik"]])
* #secondary-cause "Referral for suspicion of a secondary cause" "Kind referral: something points to a secondary cause of osteoporosis."
* #secondary-cause insert SvDa([["Remiss vid misstanke om sekundär orsak"]], [["Henvisning ved mistanke om sekundær årsag"]])
* #bone-density "Referral to bone density" "Kind referral."
* #bone-density insert SvDa([["Remiss till bentäthetsmätning"]], [["Henvisning til knoglescanning"]])
* #primary-care "Referral to primary care" "Kind referral: treatment and follow-up are handed over."
* #primary-care insert SvDa([["Remiss till primärvården"]], [["Henvisning til almen praksis"]])
* #physiotherapy "Referral to physiotherapist" "Kind referral."
* #physiotherapy insert SvDa([["Remiss till fysioterapeut"]], [["Henvisning til fysioterapeut"]])
* #osteoporosis "Diagnosis of osteoporosis" "Kind diagnosis: the record supports it and does not state it."
* #osteoporosis insert SvDa([["Diagnosen osteoporos"]], [["Diagnosen osteoporose"]])
* #bone-density-on-treatment "Bone density on treatment" "Kind follow-up: measure bone density to control the treatment."
* #bone-density-on-treatment insert SvDa([["Bentäthet under behandling"]], [["Knogletæthed under behandling"]])
* #end-of-course "End of the course" "Kind decision: whether the treatment goes on, is changed or paused."
* #end-of-course insert SvDa([["Behandlingstidens slut"]], [["Behandlingstidens udløb"]])
* #plan-before-stopping "Plan before stopping" "Kind decision: the effect of the drug fades fast, so that what follows must be planned first."
* #plan-before-stopping insert SvDa([["Plan före utsättning"]], [["Plan før ophør"]])
* #stopped-without-follow-on "Stopped without a drug that follows" "Kind warning: a drug whose effect fades fast no longer covers the patient."
* #stopped-without-follow-on insert SvDa([["Utsatt utan uppföljande läkemedel"]], [["Stoppet uden efterfølgende lægemiddel"]])
* #new-course "New course after the pause" "Kind decision: whether to treat again after the pause."
* #new-course insert SvDa([["Ny kur efter uppehållet"]], [["Ny kur efter pausen"]])
* #lifestyle "Advice on lifestyle" "Kind lifestyle: low risk, no drug."
* #lifestyle insert SvDa([["Levnadsvanor"]], [["Råd om levevis"]])
* #prevention-without-drugs "Prevention without drugs" "Kind lifestyle: at a limited life expectancy."
* #prevention-without-drugs insert SvDa([["Förebyggande utan läkemedel"]], [["Forebyggelse uden lægemidler"]])

ValueSet: KedjaAdviceCodes
Id: kedja-advice
Title: "Lines of advice"
Description: "All codes of the code system kedja-advice."
* insert PublishedValueSet
* include codes from system KedjaAdvice
