// What every published definition says about itself.
RuleSet: Published
* ^publisher = "Kedja"
* ^experimental = false
* ^copyright = "Apache-2.0"

// Types of Observation.effective that give a calendar day.
RuleSet: EffectiveDay
* effective[x] only dateTime or Period or instant
* effective[x] ^short = "When it was measured; without it the result has no day and counts nowhere"
* effective[x] ^comment = "HL7 Europe laboratory and IPS ask for it. Kedja stores the record without it, with a warning."

Invariant: kedja-obs-1
Severity: #warning
Description: "An observation without effective date has no day in the fracture chain and is not counted. Give effectiveDateTime."
Expression: "effective.exists()"

RuleSet: PerformedDay
* performed[x] only dateTime or Period
* performed[x] ^short = "When it was done; without it the procedure has no day and counts nowhere"
* obeys kedja-pro-1 and kedja-pro-2

Invariant: kedja-pro-1
Severity: #warning
Description: "A procedure without performed date has no day in the fracture chain and is not counted. Give performedDateTime or performedPeriod."
Expression: "performed.exists()"

Invariant: kedja-pro-2
Severity: #warning
Description: "A procedure that was not done needs a reason (statusReason): declined, contraindicated, not-indicated, limited-life-expectancy, unable or other. Without it the step stays due."
Expression: "status = 'not-done' implies statusReason.exists()"
