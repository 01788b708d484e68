CodeSystem: KedjaNextAction
Id: kedja-next-action
Title: "Kinds of next action"
Description: "What sort of thing is to be done next."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-next-action"
* #step "Step" "A step of the fracture chain that is not done."
* #step insert SvDa([["Steg"]], [["Trin"]])
* #missing "Missing data" "Data to collect, without which something cannot be decided."
* #missing insert SvDa([["Uppgift som saknas"]], [["Manglende oplysning"]])
* #advice "Advice" "A line of advice of the guideline."
* #advice insert SvDa([["Råd"]], [["Råd"]])

ValueSet: KedjaNextActionCodes
Id: kedja-next-action
Title: "Kinds of next action"
Description: "All codes of the code system kedja-next-action."
* insert PublishedValueSet
* include codes from system KedjaNextAction

CodeSystem: KedjaNeededData
Id: kedja-needed-data
Title: "Data needed to decide"
Description: "What must be known to decide and may be missing: what the evaluation asks for, and what the shipped guidelines ask for before a drug. The guideline of a region may name further ones by ids of its own."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-needed-data"
* #frax "FRAX" "A recorded FRAX; Kedja never computes it."
* #frax insert SvDa([["FRAX"]], [["FRAX"]])
* #t-score "T-score" "A T-score of a region that the guideline counts."
* #t-score insert SvDa([["T-score"]], [["T-score"]])
* #egfr "EGFR" "Estimated glomerular filtration rate."
* #egfr insert SvDa([["EGFR"]], [["EGFR"]])
* #calcium "Calcium" "Calcium in blood."
* #calcium insert SvDa([["Kalcium"]], [["Calcium"]])
* #vitamin-d "25-hydroxyvitamin D"
* #vitamin-d insert SvDa([["25-hydroxivitamin D"]], [["25-hydroxyvitamin D"]])
* #tsh "TSH" "Thyroid stimulating hormone."
* #tsh insert SvDa([["TSH"]], [["TSH"]])
* #alp "ALP" "Alkaline phosphatase."
* #alp insert SvDa([["ALP"]], [["Basisk fosfatase"]])
* #haemoglobin "Haemoglobin"
* #haemoglobin insert SvDa([["Hemoglobin"]], [["Hæmoglobin"]])
* #esr "ESR" "Erythrocyte sedimentation rate."
* #esr insert SvDa([["SR"]], [["Sænkningsreaktion"]])
* #glucocorticoid-dose "Daily dose of glucocorticoid" "Needed to tell whether the dose is high enough to count."
* #glucocorticoid-dose insert SvDa([["Dygnsdos av glukokortikoid"]], [["Døgndosis af glukokortikoid"]])
* #birth-date "Date of birth" "Needed where the guideline has limits of age."
* #birth-date insert SvDa([["Födelsedatum"]], [["Fødselsdato"]])
* #calcium-ionised "Ionised calcium"
* #calcium-ionised insert SvDa([["Joniserat kalcium"]], [["Ioniseret calcium"]])
* #alat "ALAT" "Alanine aminotransferase."
* #alat insert SvDa([["ALAT"]], [["ALAT"]])
* #ggt "GT" "Gamma-glutamyl transferase."
* #ggt insert SvDa([["GT"]], [["GGT"]])
* #pth "PTH" "Parathyroid hormone."
* #pth insert SvDa([["PTH"]], [["PTH"]])
* #testosterone "Testosterone"
* #testosterone insert SvDa([["Testosteron"]], [["Testosteron"]])
* #weight "Weight"
* #weight insert SvDa([["Vikt"]], [["Vægt"]])
* #balance "Balance" "An assessment of balance or of the risk of falling."
* #balance insert SvDa([["Balans"]], [["Balance"]])
* #background "Background data" "Of a referral: what it is to tell."
* #background insert SvDa([["Bakgrundsuppgifter"]], [["Baggrundsoplysninger"]])
* #frax-value "FRAX value" "Of a referral: what it is to tell."
* #frax-value insert SvDa([["FRAX-värde"]], [["FRAX-værdi"]])
* #density-result "Result of bone density" "Of a referral: what it is to tell."
* #density-result insert SvDa([["Resultat av bentäthetsmätning"]], [["Resultat af knoglescanning"]])
* #drug-strategy "A clear strategy, and whether a drug is relevant" "Of a referral: what it is to tell."
* #drug-strategy insert SvDa([["En tydlig strategi, och om läkemedel är aktuellt"]], [["En klar strategi, og om lægemiddel er relevant"]])
* #fall-preventive-training "Balance and fall-preventive training" "Of a referral: what it is to ask for."
* #fall-preventive-training insert SvDa([["Balansträning och fallförebyggande träning"]], [["Balancetræning og faldforebyggende træning"]])

ValueSet: KedjaNeededDataCodes
Id: kedja-needed-data
Title: "Data needed to decide"
Description: "All codes of the code system kedja-needed-data."
* insert PublishedValueSet
* include codes from system KedjaNeededData

ValueSet: KedjaWaitingCodes
Id: kedja-waiting
Title: "What waits for data"
Description: "Steps, lines of advice and reasons for the risk that wait for missing data."
* insert PublishedValueSet
* include codes from system KedjaStep
* include codes from system KedjaAdvice
* include codes from system KedjaRiskReason

ValueSet: KedjaWhatToDoCodes
Id: kedja-what-to-do
Title: "What is to be done"
Description: "Steps, data to collect and lines of advice: what an action of the worklist is about."
* insert PublishedValueSet
* include codes from system KedjaStep
* include codes from system KedjaNeededData
* include codes from system KedjaAdvice
