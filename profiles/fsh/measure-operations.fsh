RuleSet: OfMeasure(type, instance)
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "Kedja"
* kind = #operation
* resource = #Measure
* system = false
* type = {type}
* instance = {instance}

RuleSet: PeriodIn
* insert In(periodStart, 1, 1, date, "First day of the period in which index events are counted. A year or a month means its first day.")
* insert In(periodEnd, 1, 1, date, "Last day of the period. A year or a month means its last day.")

RuleSet: AsOfIn
* insert In(guideline, 0, 1, string, "Canonical URL with or without version\, or id\, of the guideline that opens and judges fracture chains. Default: the one configured.")
* insert In(asOf, 0, 1, date, "Last day of data: nothing dated later is seen\, and follow-up that is not over by then is pending. Default: today.")

RuleSet: LastReceivedOnIn
* insert In(lastReceivedOn, 0, 1, dateTime, "Data that this server received after this instant\, or after this day\, are not seen. Default: now.")

RuleSet: MeasureIn(others)
* insert In(measure, 0, *, string, "Type level only: id or canonical URL\, with or without version\, of a Measure. Default: all {others}.")

Instance: evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/evaluate-measure"
* name = "EvaluateMeasure"
* title = "The result of a quality indicator"
* insert OfMeasure(true, true)
* affectsState = false
* base = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"
* code = #evaluate-measure
* description = "The result of one or several quality indicators in a period, for everyone, the members of a Group, the patients of a unit (Organization) or one patient: counts, score, 95 % interval, age-standardised result, person-time, coverage, and the same by any combination of stratifiers, with level and target of each stratum, rank and funnel limits where strata are compared, a trend over years, and the rules of run charts over quarters or months. A Measure of the completeness of fields is answered by one group for each field, and for the fields of each indicator together. With Prefer: respond-async the answer is 202 with Content-Location; a GET there gives 202 with X-Progress until it is done, DELETE cancels. With Accept: text/csv or _format=csv the answer is a table."
* insert PeriodIn
* insert MeasureIn(quality indicators; the completeness of fields is told when its Measure is named)
* insert In(reportType, 0, 1, code, "One of subject\, subject-list and population. Default: subject when the subject is a Patient\, otherwise population.")
* insert In(subject, 0, 1, string, "A patient\, a Group for its members\, or an Organization for the unit that reported the index fracture: Patient/[id]\, Group/[id] or Organization/[id]. Default: everyone.")
* insert In(stratifier, 0, *, code, "Tokens of kedja-stratifier\, separated by comma or repeated: all of them together\, in that order. Population reports only.")
* insert In(compare, 0, 1, code, "Token of kedja-stratifier\, not of time: the strata that are ranked\, best first\, and held against the limits of a funnel\, within each combination of the other strata. The report is divided by it too. Population reports only.")
* insert In(standardPopulation, 0, 1, string, "One of none\, national for the denominator of the whole report in the same years\, esp2013\, or parts: name\, and band with lowestAge and weight. Default: none.")
* parameter[=].part[+].name = #name
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "What the population is called in reports."
* parameter[=].part[+].name = #band
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "An age band; it ends where the next begins, and the last is open."
* parameter[=].part[=].part[+].name = #lowestAge
* parameter[=].part[=].part[=].use = #in
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #integer
* parameter[=].part[=].part[+].name = #weight
* parameter[=].part[=].part[=].use = #in
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].type = #decimal
* insert AsOfIn
* insert In(suppressBelow, 0, 1, integer, "Cells with a count from 1 to one less than this are withheld\, and others with them so that they cannot be found by subtraction. Default: 5; reports of single patients: 0. It may be 0 because this server listens on its own machine only.")
* insert LastReceivedOnIn
* insert Out(return, 1, 1, Any, "The MeasureReport; for several indicators a Bundle of them\, for a table a Binary.")

Instance: care-gaps
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/care-gaps"
* name = "CareGaps"
* title = "Gaps in care"
* insert OfMeasure(true, false)
* affectsState = false
* code = #care-gaps
* description = "For each patient asked for, a document of what the fracture chain and the quality indicators say is not done: steps of open chains that are due or overdue, and indicators of a proportion that the patient is counted in and does not fulfil. Made after $care-gaps of Data Exchange for Quality Measures (universal realm)."
* insert PeriodIn
* insert MeasureIn(quality indicators)
* insert In(subject, 1, 1, string, "A patient\, a Group or a unit: Patient/[id]\, Group/[id] or Organization/[id].")
* insert In(status, 0, *, code, "One of open-gap\, prospective-gap for what is due later\, or closed-gap. Default: open-gap and prospective-gap.")
* insert AsOfIn
* insert LastReceivedOnIn
* insert Out(return, 0, *, Bundle, "A document for each patient with such a gap: Composition\, DetectedIssue for each gap\, MeasureReport for each indicator.")

Instance: collect-data
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/collect-data"
* name = "CollectData"
* title = "The data behind an indicator"
* insert OfMeasure(false, true)
* affectsState = false
* code = #collect-data
* description = "The resources of one patient that an indicator looks at, with a MeasureReport of type data-collection, to send to another server with $submit-data."
* insert PeriodIn
* insert In(subject, 1, 1, string, "Patient/[id].")
* insert In(asOf, 0, 1, date, "Nothing dated later is collected. Default: today.")
* insert LastReceivedOnIn
* insert Out(measureReport, 1, 1, MeasureReport, "The report of type data-collection\, which names the resources.")
* insert Out(resource, 0, *, Any, "A resource that the indicator looks at; the Patient is the first.")

Instance: submit-data
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/submit-data"
* name = "SubmitData"
* title = "Data for an indicator"
* insert OfMeasure(true, true)
* affectsState = true
* code = #submit-data
* description = "Stores the resources in one transaction: all of them or, when one is refused, none. They are validated as in any other write."
* insert In(measureReport, 0, 1, MeasureReport, "The report of type data-collection; required unless a bundle holds it. Its measure must be one of this server.")
* insert In(resource, 0, *, Any, "A resource to store: one with an id replaces or creates the resource of that id\, one without is created.")
* insert In(bundle, 0, *, Bundle, "A Bundle of a MeasureReport and resources\, in place of the other two.")
* insert Out(return, 1, 1, Bundle, "What was stored: a Bundle of type transaction-response.")

Instance: evaluate-measure-status
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://kedja.health/fhir/OperationDefinition/evaluate-measure-status"
* name = "EvaluateMeasureStatus"
* title = "How far a late report has come"
* insert OfMeasure(true, false)
* affectsState = false
* code = #evaluate-measure-status
* description = "Where the Content-Location of a late $evaluate-measure points. GET answers 202 with X-Progress while the report is being made, then 200 with a Bundle of type batch-response that holds it, or the table if text/csv is asked for. DELETE gives it up."
* insert In(job, 1, 1, string, "Which report.")
* insert Out(return, 1, 1, Any, "The Bundle of type batch-response\, or the table.")
