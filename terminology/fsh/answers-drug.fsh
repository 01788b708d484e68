CodeSystem: KedjaRoute
Id: kedja-route
Title: "Routes of drugs"
Description: "How a drug is given."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-route"
* #oral "By mouth" "Swallowed."
* #oral insert SvDa([["Peroralt"]], [["Gennem munden"]])
* #intravenous "Intravenously" "Infusion or injection into a vein."
* #intravenous insert SvDa([["Intravenöst"]], [["Intravenøst"]])
* #subcutaneous "Subcutaneously" "Injection under the skin."
* #subcutaneous insert SvDa([["Subkutant"]], [["Subkutant"]])

ValueSet: KedjaRouteCodes
Id: kedja-route
Title: "Routes of drugs"
Description: "All codes of the code system kedja-route."
* insert PublishedValueSet
* include codes from system KedjaRoute

CodeSystem: KedjaCareLevel
Id: kedja-care-level
Title: "Levels of care"
Description: "Where a treatment is started and followed up."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-care-level"
* #primary-care "In primary care" "A primary care centre or general practitioner."
* #primary-care insert SvDa([["I primärvården"]], [["I primærsektoren"]])
* #specialised-care "In specialised care" "A hospital or specialist clinic."
* #specialised-care insert SvDa([["I specialistvården"]], [["I specialafdeling"]])

ValueSet: KedjaCareLevelCodes
Id: kedja-care-level
Title: "Levels of care"
Description: "All codes of the code system kedja-care-level."
* insert PublishedValueSet
* include codes from system KedjaCareLevel

CodeSystem: KedjaDrugClass
Id: kedja-drug-class
Title: "Classes of bone-specific drugs"
Description: "Classes of drugs in the guidelines that Kedja ships. The guideline of a region may name further ones."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-drug-class"
* #oral-bisphosphonate "Oral bisphosphonate"
* #oral-bisphosphonate insert SvDa([["Peroralt bisfosfonat"]], [["Oralt bisfosfonat"]])
* #iv-bisphosphonate "Intravenous bisphosphonate"
* #iv-bisphosphonate insert SvDa([["Intravenöst bisfosfonat"]], [["Intravenøst bisfosfonat"]])
* #denosumab "Denosumab"
* #denosumab insert SvDa([["Denosumab"]], [["Denosumab"]])
* #anabolic "Bone-building drug" "Teriparatide and romosozumab."
* #anabolic insert SvDa([["Benuppbyggande läkemedel"]], [["Knogleopbyggende lægemiddel"]])
* #serm "Selective oestrogen receptor modulator"
* #serm insert SvDa([["Selektiv östrogenreceptormodulerare"]], [["Selektiv østrogenreceptormodulator"]])
* #calcium-vitamin-d "Calcium and vitamin D" "No bone-specific drug; its course is told because it should not be given alone."
* #calcium-vitamin-d insert SvDa([["Kalcium och vitamin D"]], [["Calcium og D-vitamin"]])

ValueSet: KedjaDrugClassCodes
Id: kedja-drug-class
Title: "Classes of bone-specific drugs"
Description: "All codes of the code system kedja-drug-class."
* insert PublishedValueSet
* include codes from system KedjaDrugClass

CodeSystem: KedjaDrugFinding
Id: kedja-drug-finding
Title: "Findings that bear on the choice of drug"
Description: "What in the record rules a drug out, calls for caution or is the reason to choose it, in the guidelines that Kedja ships. The limits are those of the guideline; that of a region may name further findings by ids of its own."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-drug-finding"
* #low-egfr "EGFR below the limit"
* #low-egfr insert SvDa([["EGFR under gränsen"]], [["EGFR under grænsen"]])
* #very-low-egfr "EGFR below 30, with a higher risk of low calcium"
* #very-low-egfr insert SvDa([["EGFR under 30, med ökad risk för lågt kalcium"]], [["EGFR under 30 med øget risiko for lavt calcium"]])
* #hypocalcaemia "Low calcium"
* #hypocalcaemia insert SvDa([["Lågt kalcium"]], [["Lavt calcium"]])
* #dysphagia "Difficulty swallowing"
* #dysphagia insert SvDa([["Sväljsvårigheter"]], [["Synkebesvær"]])
* #cognitive-impairment "Cognitive impairment"
* #cognitive-impairment insert SvDa([["Kognitiv svikt"]], [["Kognitiv svækkelse"]])
* #oral-bisphosphonate-intolerance "Intolerance of oral bisphosphonate"
* #oral-bisphosphonate-intolerance insert SvDa([["Intolerans mot peroralt bisfosfonat"]], [["Intolerans over for oralt bisfosfonat"]])
* #intravenous-bisphosphonate-intolerance "Intolerance of intravenous bisphosphonate"
* #intravenous-bisphosphonate-intolerance insert SvDa([["Intolerans mot intravenöst bisfosfonat"]], [["Intolerans over for intravenøst bisfosfonat"]])
* #bisphosphonate-allergy "Allergy to bisphosphonate"
* #bisphosphonate-allergy insert SvDa([["Allergi mot bisfosfonat"]], [["Allergi over for bisfosfonat"]])
* #denosumab-allergy "Allergy to or intolerance of denosumab"
* #denosumab-allergy insert SvDa([["Allergi eller intolerans mot denosumab"]], [["Allergi eller intolerans over for denosumab"]])
* #anabolic-allergy "Allergy to or intolerance of the drug"
* #anabolic-allergy insert SvDa([["Allergi eller intolerans mot läkemedlet"]], [["Allergi eller intolerans over for lægemidlet"]])
* #severe-osteoporosis "Severe osteoporosis"
* #severe-osteoporosis insert SvDa([["Svår osteoporos"]], [["Svær osteoporose"]])
* #secondary-cause-disease "Disease that may cause osteoporosis"
* #secondary-cause-disease insert SvDa([["Sjukdom som kan orsaka osteoporos"]], [["Sygdom, der kan give osteoporose"]])
* #secondary-cause-result "Laboratory result that may mean a secondary cause"
* #secondary-cause-result insert SvDa([["Laboratoriesvar som kan betyda en sekundär orsak"]], [["Laboratoriesvar, der kan betyde en sekundær årsag"]])

ValueSet: KedjaDrugFindingCodes
Id: kedja-drug-finding
Title: "Findings that bear on the choice of drug"
Description: "All codes of the code system kedja-drug-finding."
* insert PublishedValueSet
* include codes from system KedjaDrugFinding
