// What a MeasureReport of Kedja says beyond the counts and the score.

RuleSet: OnCell
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport.group"
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport.group.stratifier.stratum"

Extension: KedjaInterval
Id: kedja-interval
Title: "Interval of a result"
Description: "The interval of a score, in its unit: low and high limit, confidence level and method. Limits that do not exist are left out."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "Quantity"
* extension contains low 0..1 and high 0..1 and level 1..1 and method 1..1
* extension[low].value[x] only decimal
* extension[low].value[x] 1..1
* extension[high].value[x] only decimal
* extension[high].value[x] 1..1
* extension[level].value[x] only decimal
* extension[level].value[x] 1..1
* extension[level] ^short = "Confidence level, 0 to 1: 0.95"
* extension[method].value[x] only code
* extension[method].value[x] 1..1
* extension[method].valueCode from KedjaIntervalMethodCodes (required)

Extension: KedjaStandardisedResult
Id: kedja-standardised-result
Title: "Age-standardised result"
Description: "The result, directly standardised by age to a standard population, with its interval."
* insert Published
* insert OnCell
* extension contains value 1..1 and standardPopulation 1..1
* extension[value].value[x] only Quantity
* extension[value].value[x] 1..1
* extension[value].valueQuantity.extension contains KedjaInterval named interval 0..1
* extension[standardPopulation].value[x] only string
* extension[standardPopulation].value[x] 1..1
* extension[standardPopulation] ^short = "national-denominator, ESP2013, or the name given"

Extension: KedjaPersonTime
Id: kedja-person-time
Title: "Person-time"
Description: "Time at risk in the denominator of a rate, exact in days; a year is 365.25 days."
* insert Published
* insert OnCell
* extension contains days 1..1 and years 1..1
* extension[days].value[x] only decimal
* extension[days].value[x] 1..1
* extension[years].value[x] only Quantity
* extension[years].value[x] 1..1
* extension[years].valueQuantity.system = $ucum
* extension[years].valueQuantity.code = #a

Extension: KedjaQuartiles
Id: kedja-quartiles
Title: "Quartiles"
Description: "Lower and upper quartile of a continuous variable, each with its interval. The score is the median."
* insert Published
* insert OnCell
* extension contains lower 1..1 and upper 1..1
* extension[lower].value[x] only Quantity
* extension[lower].value[x] 1..1
* extension[lower].valueQuantity.extension contains KedjaInterval named interval 0..1
* extension[upper].value[x] only Quantity
* extension[upper].value[x] 1..1
* extension[upper].valueQuantity.extension contains KedjaInterval named interval 0..1

Extension: KedjaPending
Id: kedja-pending
Title: "Pending"
Description: "Units of the initial population that are neither excluded nor counted, because their follow-up is not over on the last day of data."
* insert Published
* insert OnCell
* value[x] only integer
* value[x] 1..1

Extension: KedjaSums
Id: kedja-sums
Title: "Sums of a ratio"
Description: "Sum of the values in the numerator and in the denominator of a ratio."
* insert Published
* insert OnCell
* extension contains numerator 1..1 and denominator 1..1
* extension[numerator].value[x] only decimal
* extension[numerator].value[x] 1..1
* extension[denominator].value[x] only decimal
* extension[denominator].value[x] 1..1

Extension: KedjaCoverage
Id: kedja-coverage
Title: "Coverage"
Description: "Whether a kind of data that the indicator needs was reported from a region in a year. A region that did not report is not in the whole, and is not zero."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport"
* extension contains region 1..1 and year 1..1 and source 1..1 and months 1..1 and outOf 1..1 and reported 1..1 and standing 1..1
* extension[region].value[x] only string
* extension[region].value[x] 1..1
* extension[year].value[x] only integer
* extension[year].value[x] 1..1
* extension[source].value[x] only string
* extension[source].value[x] 1..1
* extension[source] ^short = "The kind of data, as the definition names it, such as surgery-times"
* extension[months].value[x] only integer
* extension[months].value[x] 1..1
* extension[months] ^short = "Calendar months in which anything of the kind was reported"
* extension[outOf].value[x] only integer
* extension[outOf].value[x] 1..1
* extension[outOf] ^short = "Calendar months of the year within the period"
* extension[reported].value[x] only boolean
* extension[reported].value[x] 1..1
* extension[reported] ^short = "Whether the region is counted in that year"
* extension[standing].value[x] only code
* extension[standing].value[x] 1..1
* extension[standing].valueCode from KedjaCoverageStandingCodes (required)

Extension: KedjaCellStanding
Id: kedja-cell-standing
Title: "Standing of a cell"
Description: "Whether the numbers of a stratum, or of the whole, are shown, suppressed or not reported."
* insert Published
* insert OnCell
* value[x] only code
* value[x] 1..1
* valueCode from KedjaCellStandingCodes (required)

Extension: KedjaTargetStanding
Id: kedja-target-standing
Title: "Standing against the target"
Description: "The target of the indicator, in the unit of the score, and whether it is reached, with its uncertainty."
* insert Published
* insert OnCell
* extension contains target 1..1 and standing 1..1
* extension[target].value[x] only decimal
* extension[target].value[x] 1..1
* extension[standing].value[x] only code
* extension[standing].value[x] 1..1
* extension[standing].valueCode from KedjaTargetStandingCodes (required)

Extension: KedjaReportBasis
Id: kedja-report-basis
Title: "Basis of a report"
Description: "What a report was calculated from, so that it can be checked and calculated again: version and hash of the definition, last day of data that was seen, when the data were read, guideline and threshold of suppression."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "MeasureReport"
* extension contains definitionVersion 1..1 and definitionHash 1..1 and asOf 1..1 and dataTimestamp 1..1 and guideline 0..1 and suppressBelow 1..1
* extension[definitionVersion].value[x] only string
* extension[definitionVersion].value[x] 1..1
* extension[definitionHash].value[x] only string
* extension[definitionHash].value[x] 1..1
* extension[definitionHash] ^short = "SHA-256 of the definition, as in the Measure"
* extension[asOf].value[x] only date
* extension[asOf].value[x] 1..1
* extension[dataTimestamp].value[x] only instant
* extension[dataTimestamp].value[x] 1..1
* extension[dataTimestamp] ^short = "Everything stored before this instant was seen"
* extension[guideline].value[x] only canonical
* extension[guideline].value[x] 1..1
* extension[suppressBelow].value[x] only integer
* extension[suppressBelow].value[x] 1..1
* extension[suppressBelow] ^short = "Cells with a count from 1 to one less than this are withheld; 0: none"

Extension: KedjaEvidenceLink
Id: kedja-evidence-link
Title: "Link to the evidence of a patient"
Description: "Where to ask for what stands behind a patient of a subject list: the fracture chain, and the report of the one patient with its evaluated resources. Relative to the base of the server."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "List.entry"
* value[x] only url
* value[x] 1..1

Extension: KedjaDefinitionHash
Id: kedja-definition-hash
Title: "Hash of a definition"
Description: "SHA-256 of the definition of a quality indicator, in hexadecimal. Reports state the hash of the definition that they were calculated by."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "Measure"
* value[x] only string
* value[x] 1..1

Extension: KedjaMeasureTarget
Id: kedja-measure-target
Title: "Target of a quality indicator"
Description: "The level to reach, in the unit of the score, and who set it."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "Measure"
* extension contains value 1..1 and source 1..1 and certainty 1..1
* extension[value].value[x] only decimal
* extension[value].value[x] 1..1
* extension[source].value[x] only string
* extension[source].value[x] 1..1
* extension[certainty].value[x] only code
* extension[certainty].value[x] 1..1
* extension[certainty].valueCode from KedjaCertaintyCodes (required)

Extension: KedjaPartBasis
Id: kedja-part-basis
Title: "Basis of a part of a definition"
Description: "Where a part of a quality indicator comes from, and how well it is known. What is unconfirmed is also a parameter of the module definition that the Measure contains."
* insert Published
* ^context[+].type = #element
* ^context[=].expression = "Measure.group.population"
* extension contains source 1..1 and certainty 1..1 and note 0..1
* extension[source].value[x] only string
* extension[source].value[x] 1..1
* extension[certainty].value[x] only code
* extension[certainty].value[x] 1..1
* extension[certainty].valueCode from KedjaCertaintyCodes (required)
* extension[note].value[x] only string
* extension[note].value[x] 1..1

Instance: MeasureReport-hip-fracture-treatment
InstanceOf: MeasureReport
Usage: #example
Title: "Treatment after a fracture, two regions, one of them withheld"
* status = #complete
* type = #summary
* measure = "https://kedja.health/fhir/Measure/SOS-07|1.0.0"
* date = "2026-02-03T04:05:06Z"
* period.start = "2021-01-01"
* period.end = "2021-12-31"
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* extension[KedjaReportBasis].extension[definitionVersion].valueString = "1.0.0"
* extension[KedjaReportBasis].extension[definitionHash].valueString = "0000000000000000000000000000000000000000000000000000000000000000"
* extension[KedjaReportBasis].extension[asOf].valueDate = "2023-12-31"
* extension[KedjaReportBasis].extension[dataTimestamp].valueInstant = "2026-02-03T04:05:06Z"
* extension[KedjaReportBasis].extension[suppressBelow].valueInteger = 5
* group.extension[KedjaCellStanding].valueCode = #shown
* group.extension[KedjaPending].valueInteger = 0
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#initial-population
* group.population[0].count = 200
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[1].count = 200
* group.population[2].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[2].count = 50
* group.measureScore.value = 0.25
* group.measureScore.unit = "proportion"
* group.measureScore.system = $ucum
* group.measureScore.code = #1
* group.measureScore.extension[KedjaInterval].extension[low].valueDecimal = 0.1950
* group.measureScore.extension[KedjaInterval].extension[high].valueDecimal = 0.3144
* group.measureScore.extension[KedjaInterval].extension[level].valueDecimal = 0.95
* group.measureScore.extension[KedjaInterval].extension[method].valueCode = #wilson
* group.stratifier.code = https://kedja.health/fhir/CodeSystem/kedja-stratifier#region
* group.stratifier.stratum[0].value.text = "12"
* group.stratifier.stratum[0].extension[KedjaCellStanding].valueCode = #suppressed
* group.stratifier.stratum[1].value.text = "14"
* group.stratifier.stratum[1].extension[KedjaCellStanding].valueCode = #suppressed
