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
