CodeSystem: KedjaCourseStatus
Id: kedja-course-status
Title: "Status of a course of treatment"
Description: "Where a course of treatment with one drug stands."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-course-status"
* #ordered "Prescribed, nothing supplied yet" "Nothing was dispensed, given or stated yet, and there is still time for it."
* #ordered insert SvDa([["Ordinerad, ännu inte uthämtad eller given"]], [["Ordineret, endnu ikke udleveret eller givet"]])
* #ongoing "Ongoing" "The drug is taken, or was until so shortly before that it counts."
* #ongoing insert SvDa([["Pågår"]], [["I gang"]])
* #overdue "Overdue" "More time has passed since the last supply or dose than the guideline allows."
* #overdue insert SvDa([["Försenad"]], [["Forsinket"]])
* #stopped "Stopped" "Ended before the planned duration, and not for another drug."
* #stopped insert SvDa([["Avslutad i förtid"]], [["Stoppet"]])
* #switched "Switched to another drug" "Followed by another bone-specific drug."
* #switched insert SvDa([["Bytt till annat läkemedel"]], [["Skiftet til andet lægemiddel"]])
* #completed "Completed" "Ended after the planned duration."
* #completed insert SvDa([["Fullföljd"]], [["Gennemført"]])
* #holiday "Drug holiday" "Ended after the planned duration, within the pause that the guideline plans."
* #holiday insert SvDa([["Behandlingspaus"]], [["Behandlingspause"]])

ValueSet: KedjaCourseStatusCodes
Id: kedja-course-status
Title: "Status of a course of treatment"
Description: "All codes of the code system kedja-course-status."
* insert PublishedValueSet
* include codes from system KedjaCourseStatus

CodeSystem: KedjaCourseEnd
Id: kedja-course-end
Title: "End of a course of treatment"
Description: "Why a course of treatment ended."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-course-end"
* #gap "Not supplied any more" "Nothing was supplied for longer than the guideline allows."
* #gap insert SvDa([["Inte längre uthämtad eller given"]], [["Ikke længere udleveret eller givet"]])
* #decision "Decided against" "It was decided not to go on, or the patient declined."
* #decision insert SvDa([["Beslut att avstå"]], [["Beslutning om at undlade"]])
* #switch "Switched to another drug" "Another bone-specific drug took over."
* #switch insert SvDa([["Byte till annat läkemedel"]], [["Skift til andet lægemiddel"]])
* #duration "Planned duration reached" "The planned duration was reached, and nothing was supplied after that."
* #duration insert SvDa([["Planerad behandlingstid uppnådd"]], [["Planlagt behandlingstid nået"]])
* #death "Death"
* #death insert SvDa([["Död"]], [["Død"]])

ValueSet: KedjaCourseEndCodes
Id: kedja-course-end
Title: "End of a course of treatment"
Description: "All codes of the code system kedja-course-end."
* insert PublishedValueSet
* include codes from system KedjaCourseEnd

CodeSystem: KedjaCourseNotice
Id: kedja-course-notice
Title: "Notices on a course of treatment"
Description: "What a clinician should see of a course of treatment."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-course-notice"
* #rebound-risk "Denosumab is overdue: its effect fades fast; give the injection or start follow-on treatment"
* #rebound-risk insert SvDa([["Denosumab är försenat: effekten avtar snabbt; ge injektionen eller inled uppföljande behandling"]], [["Denosumab er forsinket: virkningen aftager hurtigt; giv injektionen eller start opfølgende behandling"]])
* #plan-follow-on "The effect does not last after this drug: plan follow-on treatment"
* #plan-follow-on insert SvDa([["Effekten kvarstår inte efter detta läkemedel: planera uppföljande behandling"]], [["Virkningen varer ikke ved efter dette lægemiddel: planlæg opfølgende behandling"]])
* #dose-overdue "The next dose is overdue"
* #dose-overdue insert SvDa([["Nästa dos är försenad"]], [["Næste dosis er forsinket"]])
* #supply-overdue "The supply has run out"
* #supply-overdue insert SvDa([["Läkemedlet borde vara slut"]], [["Lægemidlet burde være brugt op"]])
* #never-started "Prescribed, but neither dispensed nor given"
* #never-started insert SvDa([["Ordinerat men varken uthämtat eller givet"]], [["Ordineret, men hverken udleveret eller givet"]])
* #low-adherence "Fewer days are covered than the guideline asks for"
* #low-adherence insert SvDa([["Färre dagar är täckta än vad riktlinjen begär"]], [["Færre dage er dækket, end retningslinjen kræver"]])
* #fracture-on-treatment "A new fracture on treatment: review the treatment"
* #fracture-on-treatment insert SvDa([["Ny fraktur under behandling: ompröva behandlingen"]], [["Nyt brud under behandling: revurdér behandlingen"]])
* #treatment-failure "A new fracture after sufficient treatment: possible treatment failure"
* #treatment-failure insert SvDa([["Ny fraktur efter tillräcklig behandling: möjlig behandlingssvikt"]], [["Nyt brud efter tilstrækkelig behandling: muligt behandlingssvigt"]])
* #falling-density "Bone density fell on treatment: review the treatment"
* #falling-density insert SvDa([["Bentätheten har sjunkit under behandling: ompröva behandlingen"]], [["Knogletætheden er faldet under behandling: revurdér behandlingen"]])
* #decision-due "The planned duration is reached: decide whether to go on, pause or change"
* #decision-due insert SvDa([["Planerad behandlingstid är uppnådd: ta ställning till fortsatt behandling, paus eller byte"]], [["Den planlagte behandlingstid er nået: tag stilling til fortsættelse, pause eller skift"]])
* #holiday-over "The pause is over: decide on a new course"
* #holiday-over insert SvDa([["Behandlingspausen är slut: ta ställning till en ny behandlingsomgång"]], [["Behandlingspausen er slut: tag stilling til et nyt forløb"]])
* #control-density-due "Bone density is due for control of the treatment"
* #control-density-due insert SvDa([["Det är dags att kontrollera bentätheten under behandlingen"]], [["Det er tid til kontrol af knogletætheden under behandlingen"]])
* #control-density-overdue "Control of bone density on treatment is overdue"
* #control-density-overdue insert SvDa([["Kontroll av bentätheten under behandlingen är försenad"]], [["Kontrol af knogletætheden under behandlingen er forsinket"]])
* #supplement-alone "Calcium and vitamin D without a bone-specific drug: not recommended after a fracture"
* #supplement-alone insert SvDa([["Kalcium och D-vitamin utan benspecifikt läkemedel: rekommenderas inte efter fraktur"]], [["Calcium og D-vitamin uden knoglespecifikt lægemiddel: anbefales ikke efter brud"]])

ValueSet: KedjaCourseNoticeCodes
Id: kedja-course-notice
Title: "Notices on a course of treatment"
Description: "All codes of the code system kedja-course-notice."
* insert PublishedValueSet
* include codes from system KedjaCourseNotice

CodeSystem: KedjaAdherenceScope
Id: kedja-adherence-scope
Title: "What an adherence is counted over"
Description: "Whether every bone-specific drug covers a day, or only those of one class."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-adherence-scope"
* #any-drug "Any bone-specific drug" "A day counts as covered when any bone-specific drug was at hand or at work."
* #any-drug insert SvDa([["Något benspecifikt läkemedel"]], [["Ethvert knoglespecifikt lægemiddel"]])
* #class "A class of drugs" "A day counts as covered when a drug of the class was at hand or at work."
* #class insert SvDa([["En läkemedelsklass"]], [["En lægemiddelklasse"]])

ValueSet: KedjaAdherenceScopeCodes
Id: kedja-adherence-scope
Title: "What an adherence is counted over"
Description: "All codes of the code system kedja-adherence-scope."
* insert PublishedValueSet
* include codes from system KedjaAdherenceScope
