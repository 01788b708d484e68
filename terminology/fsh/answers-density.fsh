CodeSystem: KedjaNotComparable
Id: kedja-not-comparable
Title: "Why a bone density cannot be compared"
Description: "Why no standardised bone mineral density is given for a measurement."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-not-comparable"
* #no-bone-density "No bone mineral density recorded" "A T-score alone cannot be recomputed."
* #no-bone-density insert SvDa([["Ingen bentäthet i g/cm² registrerad"]], [["Ingen knogletæthed i g/cm² registreret"]])
* #region-unknown "Region not stated" "The record says hip, femur or spine, and the formulas ask for the part."
* #region-unknown insert SvDa([["Mätområde inte angivet"]], [["Måleområde ikke angivet"]])
* #no-formula "No formula for the region" "None is published for this region, or it is a single vertebra."
* #no-formula insert SvDa([["Ingen formel för mätområdet"]], [["Ingen formel for måleområdet"]])
* #scanner-unknown "Scanner not stated" "The measurement names no scanner, or one that is not in the record."
* #scanner-unknown insert SvDa([["Mätapparat inte angiven"]], [["Apparat ikke angivet"]])
* #maker-unknown "Maker of the scanner unknown" "The scanner states no maker, or one for which no formulas are published."
* #maker-unknown insert SvDa([["Mätapparatens tillverkare okänd"]], [["Apparatets fabrikant ukendt"]])

ValueSet: KedjaNotComparableCodes
Id: kedja-not-comparable
Title: "Why a bone density cannot be compared"
Description: "All codes of the code system kedja-not-comparable."
* insert PublishedValueSet
* include codes from system KedjaNotComparable

CodeSystem: KedjaFramoRisk
Id: kedja-framo-risk
Title: "Results of FRAMO"
Description: "What the four questions of FRAMO say. FRAMO is not FRAX."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-framo-risk"
* #high "High risk by FRAMO" "Two to four of the four answers are yes."
* #high insert SvDa([["Hög risk enligt FRAMO"]], [["Høj risiko ifølge FRAMO"]])
* #not-high "Not high risk by FRAMO" "None or one of the four answers is yes."
* #not-high insert SvDa([["Inte hög risk enligt FRAMO"]], [["Ikke høj risiko ifølge FRAMO"]])
* #undecided "Undecided" "Answers are missing on which the result depends."
* #undecided insert SvDa([["Kan inte avgöras"]], [["Kan ikke afgøres"]])

ValueSet: KedjaFramoRiskCodes
Id: kedja-framo-risk
Title: "Results of FRAMO"
Description: "All codes of the code system kedja-framo-risk."
* insert PublishedValueSet
* include codes from system KedjaFramoRisk
