// What every published definition says about itself.
RuleSet: Published
* ^publisher = "Kedja"
* ^experimental = false
* ^copyright = "Apache-2.0"

// A rule instead of a list of types: its message tells the sender what to do.
RuleSet: EffectiveDay
* effective[x] obeys kedja-obs-2
* effective[x] ^short = "When it was measured; without it the result has no day and counts nowhere"
* effective[x] ^comment = "HL7 Europe laboratory and IPS ask for it. Kedja stores the record without it, with a warning."

Invariant: kedja-obs-1
Severity: #warning
Description: "An observation without effective date has no day in the fracture chain and is not counted. Give effectiveDateTime."
Expression: "effective.exists()"

Invariant: kedja-obs-2
Severity: #error
Description: "When it was measured is a date or a period: effectiveDateTime, effectiveInstant or effectivePeriod."
Expression: "$this is dateTime or $this is Period or $this is instant"

RuleSet: PerformedDay
* performed[x] obeys kedja-pro-4
* performed[x] ^short = "When it was done; without it the procedure has no day and counts nowhere"
* obeys kedja-pro-1 and kedja-pro-2

Invariant: kedja-pro-1
Severity: #warning
Description: "A procedure without performed date has no day in the fracture chain and is not counted. Give performedDateTime or performedPeriod."
Expression: "performed.exists()"

Invariant: kedja-pro-4
Severity: #error
Description: "When it was done is a date or a period, not words or an age: performedDateTime or performedPeriod."
Expression: "$this is dateTime or $this is Period"

Invariant: kedja-pro-2
Severity: #warning
Description: "A procedure that was not done needs a reason (statusReason): declined, contraindicated, not-indicated, limited-life-expectancy, unable or other. Without it the step stays due."
Expression: "status = 'not-done' implies statusReason.exists()"
