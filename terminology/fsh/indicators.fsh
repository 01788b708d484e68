// Codes of the reports of quality indicators. They are the tokens of the code that calculates, which a test compares.

CodeSystem: KedjaStratifier
Id: kedja-stratifier
Title: "Stratifier"
Description: "By what the result of a quality indicator is divided. Each is taken as it was on the day of the index."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-stratifier"
* #sex "Sex"
* #sex insert SvDa([["Kön"]], [["Køn"]])
* #age-group "Age group" "Age in whole years, in the bands of the definition, such as 70-79."
* #age-group insert SvDa([["Åldersgrupp"]], [["Aldersgruppe"]])
* #region "Region" "Region of residence."
* #region insert SvDa([["Region"]], [["Region"]])
* #unit "Unit" "The unit that reported the index fracture; without one, where the person is listed."
* #unit insert SvDa([["Enhet"]], [["Enhed"]])
* #municipality "Municipality" "Municipality of residence."
* #municipality insert SvDa([["Kommun"]], [["Kommune"]])
* #fracture-site "Fracture site"
* #fracture-site insert SvDa([["Frakturlokal"]], [["Brudsted"]])
* #education "Education" "Highest level of education."
* #education insert SvDa([["Utbildning"]], [["Uddannelse"]])
* #country-of-birth "Country of birth" "The country itself, other Nordic or European countries, or the world."
* #country-of-birth insert SvDa([["Födelseland"]], [["Fødeland"]])
* #chain-type "Type of the fracture chain" "A, B or C."
* #chain-type insert SvDa([["Typ av frakturkedja"]], [["Type af frakturkæde"]])
* #year "Year" "Calendar year of the index, such as 2021."
* #year insert SvDa([["År"]], [["År"]])
* #quarter "Quarter" "Calendar quarter of the index, such as 2021-Q3."
* #quarter insert SvDa([["Kvartal"]], [["Kvartal"]])
* #month "Month" "Calendar month of the index, such as 2021-07."
* #month insert SvDa([["Månad"]], [["Måned"]])

ValueSet: KedjaStratifierCodes
Id: kedja-stratifier
Title: "Stratifier"
Description: "All codes of the code system kedja-stratifier."
* insert PublishedValueSet
* include codes from system KedjaStratifier

CodeSystem: KedjaIntervalMethod
Id: kedja-interval-method
Title: "Method of an interval"
Description: "How a 95 % interval was made."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-interval-method"
* #none "No interval" "Nothing was estimated, only counted."
* #none insert SvDa([["Inget intervall"]], [["Intet interval"]])
* #wilson "Wilson" "Wilson score interval of a proportion (Wilson 1927)."
* #wilson insert SvDa([["Wilson"]], [["Wilson"]])
* #wilson-effective "Wilson at the effective sample size" "Wilson score interval of a directly standardised proportion at its effective sample size (Kish 1965)."
* #wilson-effective insert SvDa([["Wilson med effektiv stickprovsstorlek"]], [["Wilson med effektiv stikprøvestørrelse"]])
* #exact-poisson "Exact Poisson" "Exact interval of a Poisson count (Garwood 1936)."
* #exact-poisson insert SvDa([["Exakt Poisson"]], [["Eksakt Poisson"]])
* #byar "Byar" "Byar’s approximation of the Poisson interval (Breslow and Day 1987)."
* #byar insert SvDa([["Byar"]], [["Byar"]])
* #dobson "Dobson" "Weighted Poisson interval of a directly standardised rate (Dobson et al. 1991)."
* #dobson insert SvDa([["Dobson"]], [["Dobson"]])
* #gamma "Gamma" "Gamma interval of a directly standardised rate (Fay and Feuer 1997)."
* #gamma insert SvDa([["Gamma"]], [["Gamma"]])
* #order-statistic "Order statistics" "Order statistics of a quantile by the binomial distribution."
* #order-statistic insert SvDa([["Ordningsstatistika"]], [["Ordensstatistik"]])

ValueSet: KedjaIntervalMethodCodes
Id: kedja-interval-method
Title: "Method of an interval"
Description: "All codes of the code system kedja-interval-method."
* insert PublishedValueSet
* include codes from system KedjaIntervalMethod

CodeSystem: KedjaCellStandingToken
Id: kedja-cell-standing
Title: "Standing of a cell"
Description: "Whether the numbers of a stratum, or of the whole, can be shown."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-cell-standing"
* #shown "Shown"
* #shown insert SvDa([["Visas"]], [["Vises"]])
* #suppressed "Suppressed" "Withheld: a count is small, or could be found from the others by subtraction."
* #suppressed insert SvDa([["Dold"]], [["Skjult"]])
* #not-reported "Not reported" "The data that the indicator needs were not reported from here. This is not zero."
* #not-reported insert SvDa([["Ej rapporterat"]], [["Ikke indberettet"]])

ValueSet: KedjaCellStandingCodes
Id: kedja-cell-standing
Title: "Standing of a cell"
Description: "All codes of the code system kedja-cell-standing."
* insert PublishedValueSet
* include codes from system KedjaCellStandingToken

CodeSystem: KedjaTargetStandingToken
Id: kedja-target-standing
Title: "Standing against a target"
Description: "Whether a target is reached, and whether chance may explain that it looks so."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-target-standing"
* #reached "Reached" "The whole interval is at the target or better."
* #reached insert SvDa([["Uppnått"]], [["Opnået"]])
* #reached-uncertain "Reached, uncertain" "The result is at the target or better; the interval also holds worse."
* #reached-uncertain insert SvDa([["Uppnått, osäkert"]], [["Opnået, usikkert"]])
* #not-reached-uncertain "Not reached, uncertain" "The result is worse than the target; the interval also holds the target."
* #not-reached-uncertain insert SvDa([["Ej uppnått, osäkert"]], [["Ikke opnået, usikkert"]])
* #not-reached "Not reached" "The whole interval is worse than the target."
* #not-reached insert SvDa([["Ej uppnått"]], [["Ikke opnået"]])

ValueSet: KedjaTargetStandingCodes
Id: kedja-target-standing
Title: "Standing against a target"
Description: "All codes of the code system kedja-target-standing."
* insert PublishedValueSet
* include codes from system KedjaTargetStandingToken

CodeSystem: KedjaLevelBandToken
Id: kedja-level-band
Title: "Level of a result"
Description: "Into which of the levels that its source sets a result falls."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-level-band"
* #low "Low" "Below the lowest of the middle level."
* #low insert SvDa([["Låg"]], [["Lav"]])
* #middle "Middle" "From the lowest to the highest of the middle level, both included."
* #middle insert SvDa([["Mellan"]], [["Mellem"]])
* #high "High" "Above the highest of the middle level."
* #high insert SvDa([["Hög"]], [["Høj"]])

ValueSet: KedjaLevelBandCodes
Id: kedja-level-band
Title: "Level of a result"
Description: "All codes of the code system kedja-level-band."
* insert PublishedValueSet
* include codes from system KedjaLevelBandToken

CodeSystem: KedjaComparisonBasisToken
Id: kedja-comparison-basis
Title: "Basis of a comparison"
Description: "Which results are ranked."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-comparison-basis"
* #crude "Crude" "As counted."
* #crude insert SvDa([["Rå"]], [["Rå"]])
* #standardised "Age-standardised" "Directly standardised by age. Limits of the funnel are of crude results all the same."
* #standardised insert SvDa([["Åldersstandardiserad"]], [["Aldersstandardiseret"]])

ValueSet: KedjaComparisonBasisCodes
Id: kedja-comparison-basis
Title: "Basis of a comparison"
Description: "All codes of the code system kedja-comparison-basis."
* insert PublishedValueSet
* include codes from system KedjaComparisonBasisToken

CodeSystem: KedjaFunnelPositionToken
Id: kedja-funnel-position
Title: "Position in a funnel"
Description: "Where a result lies among the control limits of a funnel plot."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-funnel-position"
* #within "Within" "Within the 95 % limits."
* #within insert SvDa([["Inom"]], [["Inden for"]])
* #outside-95 "Outside 95 %" "Outside the 95 % limits, within those of 99.8 %."
* #outside-95 insert SvDa([["Utanför 95 %"]], [["Uden for 95 %"]])
* #outside-998 "Outside 99.8 %" "Outside the 99.8 % limits."
* #outside-998 insert SvDa([["Utanför 99,8 %"]], [["Uden for 99,8 %"]])

ValueSet: KedjaFunnelPositionCodes
Id: kedja-funnel-position
Title: "Position in a funnel"
Description: "All codes of the code system kedja-funnel-position."
* insert PublishedValueSet
* include codes from system KedjaFunnelPositionToken

CodeSystem: KedjaTrendTestToken
Id: kedja-trend-test
Title: "Test of a trend"
Description: "How a change over years is tested."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-trend-test"
* #cochran-armitage "Cochran-Armitage" "Cochran-Armitage test of proportions (Armitage 1955); the ratio is the odds ratio of logistic regression."
* #cochran-armitage insert SvDa([["Cochran-Armitage"]], [["Cochran-Armitage"]])
* #poisson-regression "Poisson regression" "Wald test of log-linear Poisson regression; the ratio is a rate ratio."
* #poisson-regression insert SvDa([["Poissonregression"]], [["Poisson-regression"]])

ValueSet: KedjaTrendTestCodes
Id: kedja-trend-test
Title: "Test of a trend"
Description: "All codes of the code system kedja-trend-test."
* insert PublishedValueSet
* include codes from system KedjaTrendTestToken

CodeSystem: KedjaTrendChangeToken
Id: kedja-trend-change
Title: "Change over years"
Description: "What a trend says, at the level of 5 %."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-trend-change"
* #better "Better"
* #better insert SvDa([["Bättre"]], [["Bedre"]])
* #worse "Worse"
* #worse insert SvDa([["Sämre"]], [["Værre"]])
* #rising "Rising" "Where neither more nor less is better."
* #rising insert SvDa([["Stigande"]], [["Stigende"]])
* #falling "Falling" "Where neither more nor less is better."
* #falling insert SvDa([["Fallande"]], [["Faldende"]])
* #not-seen "No change seen" "Chance may explain it."
* #not-seen insert SvDa([["Ingen förändring påvisad"]], [["Ingen ændring påvist"]])

ValueSet: KedjaTrendChangeCodes
Id: kedja-trend-change
Title: "Change over years"
Description: "All codes of the code system kedja-trend-change."
* insert PublishedValueSet
* include codes from system KedjaTrendChangeToken

CodeSystem: KedjaRunChartRuleToken
Id: kedja-run-chart-rule
Title: "Rule of run charts"
Description: "A sign that a series has changed (Perla, Provost and Murray 2011)."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-run-chart-rule"
* #shift "Shift" "Six points or more in a row on one side of the median."
* #shift insert SvDa([["Nivåskifte"]], [["Niveauskift"]])
* #trend "Trend" "Five points or more in a row, all rising or all falling."
* #trend insert SvDa([["Trend"]], [["Trend"]])
* #too-few-runs "Too few runs" "Fewer runs above and below the median than chance makes."
* #too-few-runs insert SvDa([["För få serier"]], [["For få serier"]])
* #too-many-runs "Too many runs" "More runs above and below the median than chance makes."
* #too-many-runs insert SvDa([["För många serier"]], [["For mange serier"]])

ValueSet: KedjaRunChartRuleCodes
Id: kedja-run-chart-rule
Title: "Rule of run charts"
Description: "All codes of the code system kedja-run-chart-rule."
* insert PublishedValueSet
* include codes from system KedjaRunChartRuleToken

CodeSystem: KedjaCoverageStandingToken
Id: kedja-coverage-standing
Title: "Standing of coverage"
Description: "Whether a kind of data was reported from a region in a year."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-coverage-standing"
* #reported "Reported" "In every month in which something was to be expected."
* #reported insert SvDa([["Rapporterat"]], [["Indberettet"]])
* #partly-reported "Partly reported" "Counted, but there are months with nothing where something was to be expected."
* #partly-reported insert SvDa([["Delvis rapporterat"]], [["Delvist indberettet"]])
* #too-little-to-tell "Too little to tell" "Counted as it is; whether all was reported cannot be told."
* #too-little-to-tell insert SvDa([["För lite för att avgöra"]], [["For lidt til at afgøre"]])
* #not-reported "Not reported" "Not counted. This is not zero."
* #not-reported insert SvDa([["Ej rapporterat"]], [["Ikke indberettet"]])

ValueSet: KedjaCoverageStandingCodes
Id: kedja-coverage-standing
Title: "Standing of coverage"
Description: "All codes of the code system kedja-coverage-standing."
* insert PublishedValueSet
* include codes from system KedjaCoverageStandingToken

CodeSystem: KedjaRecordFieldToken
Id: kedja-record-field
Title: "Field of a record"
Description: "A field whose completeness is told. What fills it stands in the Measure."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-record-field"
* #birth "Day of birth"
* #birth insert SvDa([["Födelsedag"]], [["Fødselsdag"]])
* #sex "Sex"
* #sex insert SvDa([["Kön"]], [["Køn"]])
* #region "Region of residence"
* #region insert SvDa([["Bostadsregion"]], [["Bopælsregion"]])
* #fracture-day "Day of the fracture"
* #fracture-day insert SvDa([["Frakturens dag"]], [["Bruddets dag"]])
* #fracture-site "Site of the fracture"
* #fracture-site insert SvDa([["Frakturens plats"]], [["Bruddets sted"]])
* #laterality "Side of the fracture"
* #laterality insert SvDa([["Sida"]], [["Side"]])
* #cause "External cause or underlying disease"
* #cause insert SvDa([["Yttre orsak eller underliggande sjukdom"]], [["Ydre årsag eller underliggende sygdom"]])
* #contact "Health care contact"
* #contact insert SvDa([["Vårdkontakt"]], [["Sundhedskontakt"]])
* #risk-assessment "Assessment of fracture risk"
* #risk-assessment insert SvDa([["Frakturriskbedömning"]], [["Vurdering af frakturrisiko"]])
* #frax "FRAX value"
* #frax insert SvDa([["FRAX-värde"]], [["FRAX-værdi"]])
* #bone-density "Bone density"
* #bone-density insert SvDa([["Bentäthet"]], [["Knogletæthed"]])
* #vertebral-fracture-assessment "Vertebral fracture assessment"
* #vertebral-fracture-assessment insert SvDa([["Bedömning av kotfraktur"]], [["Vurdering for vertebral fraktur"]])
* #laboratory "Laboratory results"
* #laboratory insert SvDa([["Laboratorieprov"]], [["Laboratorieprøver"]])
* #falls "Assessment of falls risk"
* #falls insert SvDa([["Bedömning av fallrisk"]], [["Vurdering af faldrisiko"]])
* #treatment-decision "Treatment decision"
* #treatment-decision insert SvDa([["Behandlingsbeslut"]], [["Behandlingsbeslutning"]])
* #training "Training"
* #training insert SvDa([["Träning"]], [["Træning"]])
* #follow-up-contact "Follow-up contact"
* #follow-up-contact insert SvDa([["Uppföljning"]], [["Opfølgning"]])

ValueSet: KedjaRecordFieldCodes
Id: kedja-record-field
Title: "Field of a record"
Description: "All codes of the code system kedja-record-field."
* insert PublishedValueSet
* include codes from system KedjaRecordFieldToken
