// What a MeasureReport of Kedja says of strata beside each other, and of results over time. All of it is made of what the
// report shows: what is suppressed or not reported has no part in it.

RuleSet: ValuePart(name, type)
* extension[{name}].value[x] only {type}
* extension[{name}].value[x] 1..1

RuleSet: CodedPart(name, valueSet)
* insert ValuePart({name}, code)
* extension[{name}].valueCode from {valueSet} (required)

RuleSet: OnStratum
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport.group.stratifier.stratum"

RuleSet: OnStratifier
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport.group.stratifier"

// Which strata: those that have these values. None: all of them, or, of a result over time, everybody.
RuleSet: WithinPart
* extension[within].extension contains stratifier 1..1 and value 1..1
* extension[within].value[x] 0..0
* extension[within] ^short = "A value that the strata have in common; none: it is about all"
* extension[within].extension[stratifier].value[x] only code
* extension[within].extension[stratifier].value[x] 1..1
* extension[within].extension[stratifier].valueCode from KedjaStratifierCodes (required)
* extension[within].extension[value].value[x] only string
* extension[within].extension[value].value[x] 1..1

Extension: KedjaLevel
Id: kedja-level
Title: "Level of a result"
Description: "The level that the crude result reaches, of those that the source of the indicator sets, and their limits."
* insert Published
* insert OnCell
* extension contains level 1..1 and middleFrom 1..1 and highAbove 1..1
* insert CodedPart(level, KedjaLevelBandCodes)
* insert ValuePart(middleFrom, decimal)
* extension[middleFrom] ^short = "The lowest of the middle level, 0 to 1"
* insert ValuePart(highAbove, decimal)
* extension[highAbove] ^short = "The highest of the middle level, 0 to 1"

Extension: KedjaRank
Id: kedja-rank
Title: "Rank of a stratum"
Description: "The place of a stratum among those it is compared with: 1 is best. Equal results share the better rank, and the next ones are left out. Strata without a name of their own (unknown, abroad), those withheld and those not reported have none."
* insert Published
* insert OnStratum
* extension contains rank 1..1 and of 1..1 and tied 1..1 and basis 1..1
* insert ValuePart(rank, positiveInt)
* insert ValuePart(of, positiveInt)
* extension[of] ^short = "How many strata have a rank"
* insert ValuePart(tied, boolean)
* extension[tied] ^short = "Whether another stratum has the same rank"
* insert CodedPart(basis, KedjaComparisonBasisCodes)

Extension: KedjaFunnelLimits
Id: kedja-funnel-limits
Title: "Limits of a funnel"
Description: "Control limits for a stratum of this size, in the unit of the score, widened for what differs between strata beyond chance (Spiegelhalter 2005, additive), and where the crude result lies."
* insert Published
* insert OnStratum
* extension contains low95 1..1 and high95 1..1 and low998 1..1 and high998 1..1 and position 1..1
* insert ValuePart(low95, decimal)
* extension[low95] ^short = "2.5 % of the strata in control lie below"
* insert ValuePart(high95, decimal)
* extension[high95] ^short = "2.5 % lie above"
* insert ValuePart(low998, decimal)
* extension[low998] ^short = "0.1 % lie below"
* insert ValuePart(high998, decimal)
* extension[high998] ^short = "0.1 % lie above"
* insert CodedPart(position, KedjaFunnelPositionCodes)

Extension: KedjaComparison
Id: kedja-comparison
Title: "Comparison of strata"
Description: "Strata that are compared with each other: by what, on which basis, how many have a rank, and what the limits of their funnel are made of. One for each combination of the other strata."
* insert Published
* insert OnStratifier
* extension contains compared 1..1 and within 0..* and basis 1..1 and ranked 1..1 and funnel 0..1
* insert CodedPart(compared, KedjaStratifierCodes)
* insert WithinPart
* insert CodedPart(basis, KedjaComparisonBasisCodes)
* insert ValuePart(ranked, integer)
* extension[ranked] ^short = "How many strata have a rank; 0 where neither more nor less is better"
* extension[funnel].extension contains centre 1..1 and dispersion 1..1 and betweenUnits 1..1 and strata 1..1
* extension[funnel].value[x] 0..0
* extension[funnel] ^short = "For proportions and rates of three shown strata or more"
* extension[funnel].extension[centre].value[x] only decimal
* extension[funnel].extension[centre].value[x] 1..1
* extension[funnel].extension[centre] ^short = "The crude result of these strata together, in the unit of the score"
* extension[funnel].extension[dispersion].value[x] only decimal
* extension[funnel].extension[dispersion].value[x] 1..1
* extension[funnel].extension[dispersion] ^short = "Mean square of the winsorised z-scores: 1 when the strata differ by chance alone"
* extension[funnel].extension[betweenUnits].value[x] only decimal
* extension[funnel].extension[betweenUnits].value[x] 1..1
* extension[funnel].extension[betweenUnits] ^short = "Variance beyond chance, on the scale of the square root (rate) or its arcsine (proportion)"
* extension[funnel].extension[strata].value[x] only integer
* extension[funnel].extension[strata].value[x] 1..1

Extension: KedjaTrend
Id: kedja-trend
Title: "Trend over years"
Description: "How the crude result of a proportion or rate changed from year to year, with a 95 % interval and a test. One for each combination of the strata that are not time."
* insert Published
* insert OnStratifier
* extension contains within 0..* and years 1..1 and leftOut 0..* and ratio 1..1 and low 0..1 and high 0..1 and z 1..1 and p 1..1 and test 1..1 and change 1..1
* insert WithinPart
* insert ValuePart(years, integer)
* extension[years] ^short = "How many years it is made of"
* insert ValuePart(leftOut, string)
* extension[leftOut] ^short = "A year without a result to show"
* insert ValuePart(ratio, decimal)
* extension[ratio] ^short = "Per year: odds ratio of a proportion, rate ratio of a rate; 1 is no change"
* insert ValuePart(low, decimal)
* insert ValuePart(high, decimal)
* insert ValuePart(z, decimal)
* extension[z] ^short = "Test statistic, standard normal without trend"
* insert ValuePart(p, decimal)
* extension[p] ^short = "Two-sided; less than 0.000001 is given as 0.000001"
* insert CodedPart(test, KedjaTrendTestCodes)
* insert CodedPart(change, KedjaTrendChangeCodes)

Extension: KedjaRunChart
Id: kedja-run-chart
Title: "Run chart"
Description: "The median of a result over quarters or months, and what the rules of run charts find in it (Perla, Provost and Murray 2011). One for each combination of the strata that are not time."
* insert Published
* insert OnStratifier
* extension contains within 0..* and by 1..1 and points 1..1 and leftOut 0..* and median 1..1 and signal 0..*
* insert WithinPart
* insert CodedPart(by, KedjaStratifierCodes)
* extension[by] ^short = "quarter or month"
* insert ValuePart(points, integer)
* insert ValuePart(leftOut, string)
* extension[leftOut] ^short = "A quarter or month without a result to show; its neighbours count as next to each other"
* insert ValuePart(median, decimal)
* extension[signal].extension contains rule 1..1 and first 1..1 and last 1..1
* extension[signal].value[x] 0..0
* extension[signal].extension[rule].value[x] only code
* extension[signal].extension[rule].value[x] 1..1
* extension[signal].extension[rule].valueCode from KedjaRunChartRuleCodes (required)
* extension[signal].extension[first].value[x] only string
* extension[signal].extension[first].value[x] 1..1
* extension[signal].extension[first] ^short = "The first quarter or month it is about, such as 2021-Q3"
* extension[signal].extension[last].value[x] only string
* extension[signal].extension[last].value[x] 1..1

Extension: KedjaCompletenessRule
Id: kedja-completeness-rule
Title: "Rule of completeness"
Description: "When the fields of a record are complete enough: fewer than so many of them may be poor, a field being poor when more than a share of it is missing."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "Measure"
* extension contains missingAbove 1..1 and fewerThan 1..1 and outOf 1..1 and source 1..1 and certainty 1..1
* insert ValuePart(missingAbove, decimal)
* extension[missingAbove] ^short = "0 to 1"
* insert ValuePart(fewerThan, integer)
* insert ValuePart(outOf, integer)
* insert ValuePart(source, string)
* insert CodedPart(certainty, KedjaCertaintyCodes)

Extension: KedjaCompletenessVerdict
Id: kedja-completeness-verdict
Title: "Whether the rule of completeness is kept"
Description: "How many fields are poor, of those that the report shows, and whether few enough are. One for the whole, without strata, and one for each stratum. Where the fields that are withheld or of nobody would decide, it is not told whether the rule is kept."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport"
* extension contains within 0..* and poor 1..1 and untold 1..1 and outOf 1..1 and fewerThan 1..1 and kept 0..1
* insert WithinPart
* insert ValuePart(poor, integer)
* insert ValuePart(untold, integer)
* extension[untold] ^short = "Fields that are withheld or of nobody"
* insert ValuePart(outOf, integer)
* insert ValuePart(fewerThan, integer)
* insert ValuePart(kept, boolean)
