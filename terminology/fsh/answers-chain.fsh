CodeSystem: KedjaChainStatus
Id: kedja-chain-status
Title: "Status of a fracture chain"
Description: "Where a fracture chain stands as a whole."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-chain-status"
* #in-progress "In progress"
* #in-progress insert SvDa([["Pågår"]], [["I gang"]])
* #overdue "Overdue" "A step that applies is overdue."
* #overdue insert SvDa([["Försenad"]], [["Forsinket"]])
* #complete "Complete" "Every step that applies is done."
* #complete insert SvDa([["Fullföljd"]], [["Gennemført"]])
* #ended "Ended" "Ended before it was complete."
* #ended insert SvDa([["Avslutad"]], [["Afsluttet"]])

ValueSet: KedjaChainStatusCodes
Id: kedja-chain-status
Title: "Status of a fracture chain"
Description: "All codes of the code system kedja-chain-status."
* insert PublishedValueSet
* include codes from system KedjaChainStatus

CodeSystem: KedjaEndReason
Id: kedja-end-reason
Title: "Reason for the end of a fracture chain"
Description: "Why a fracture chain ended before it was complete."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-end-reason"
* #death "Death"
* #death insert SvDa([["Död"]], [["Død"]])
* #new-fracture "New fracture" "A newer fracture opened a chain of its own."
* #new-fracture insert SvDa([["Ny fraktur"]], [["Nyt brud"]])

ValueSet: KedjaEndReasonCodes
Id: kedja-end-reason
Title: "Reason for the end of a fracture chain"
Description: "All codes of the code system kedja-end-reason."
* insert PublishedValueSet
* include codes from system KedjaEndReason

CodeSystem: KedjaRisk
Id: kedja-risk
Title: "Risk of a new fracture"
Description: "The risk of a new fracture as the guideline sees it."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-risk"
* #high "High"
* #high insert SvDa([["Hög"]], [["Høj"]])
* #intermediate "Intermediate"
* #intermediate insert SvDa([["Måttlig"]], [["Mellem"]])
* #low "Low"
* #low insert SvDa([["Låg"]], [["Lav"]])
* #unknown "Unknown"
* #unknown insert SvDa([["Okänd"]], [["Ukendt"]])

ValueSet: KedjaRiskCodes
Id: kedja-risk
Title: "Risk of a new fracture"
Description: "All codes of the code system kedja-risk."
* insert PublishedValueSet
* include codes from system KedjaRisk

CodeSystem: KedjaExclusionReason
Id: kedja-exclusion-reason
Title: "Reason for exclusion of a fracture"
Description: "Why a recorded fracture opened no fracture chain."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-exclusion-reason"
* #high-energy "High-energy trauma"
* #high-energy insert SvDa([["Högenergivåld"]], [["Højenergitraume"]])
* #pathological "Pathological or stress fracture"
* #pathological insert SvDa([["Patologisk fraktur eller stressfraktur"]], [["Patologisk fraktur eller stressfraktur"]])
* #site-not-in-pathway "Site is not part of the pathway"
* #site-not-in-pathway insert SvDa([["Lokalisationen ingår inte"]], [["Lokalisationen indgår ikke"]])
* #below-age-limit "Below the age limit"
* #below-age-limit insert SvDa([["Under åldersgränsen"]], [["Under aldersgrænsen"]])
* #same-episode "Same episode" "Belongs to the episode of a fracture that has a chain."
* #same-episode insert SvDa([["Samma episod"]], [["Samme episode"]])
* #not-a-new-fracture "Not a new fracture" "A sequela, a follow-up visit or a periprosthetic fracture."
* #not-a-new-fracture insert SvDa([["Inte en ny fraktur"]], [["Ikke et nyt brud"]])
* #unconfirmed "Unconfirmed" "The diagnosis is not confirmed, or the age cannot be checked."
* #unconfirmed insert SvDa([["Obekräftad"]], [["Ubekræftet"]])
* #date-unknown "Date unknown"
* #date-unknown insert SvDa([["Okänt datum"]], [["Ukendt dato"]])

ValueSet: KedjaExclusionReasonCodes
Id: kedja-exclusion-reason
Title: "Reason for exclusion of a fracture"
Description: "All codes of the code system kedja-exclusion-reason."
* insert PublishedValueSet
* include codes from system KedjaExclusionReason

CodeSystem: KedjaChainType
Id: kedja-chain-type
Title: "Type of a fracture chain"
Description: "Which steps of the fracture chain a unit answers for itself. The guideline says which steps those are. The three types are general knowledge; no source that was read defines them."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-chain-type"
* #A "The coordinator does everything" "The unit answers for every step."
* #A insert SvDa([["Koordinatorn gör allt"]], [["Koordinatoren gør alt"]])
* #B "Treatment in primary care" "The unit finds, assesses and examines; primary care treats."
* #B insert SvDa([["Behandling i primärvården"]], [["Behandling i almen praksis"]])
* #C "Identifies and informs" "The unit finds the patient and informs primary care, which does the rest."
* #C insert SvDa([["Identifierar och informerar"]], [["Identificerer og informerer"]])

ValueSet: KedjaChainTypeCodes
Id: kedja-chain-type
Title: "Type of a fracture chain"
Description: "All codes of the code system kedja-chain-type."
* insert PublishedValueSet
* include codes from system KedjaChainType
