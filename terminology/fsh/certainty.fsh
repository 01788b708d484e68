Extension: KedjaCertainty
Id: kedja-certainty
Title: "Certainty of a code"
Description: "How sure it is that this code means what is stated, or belongs to the value set. A code without this extension is confirmed in a published source."
Context: ValueSet.compose.include.concept
* ^url = "https://kedja.health/fhir/StructureDefinition/kedja-certainty"
* ^version = "0.1.0"
* ^status = #active
* ^experimental = false
* ^date = "2026-01-01"
* ^publisher = "Kedja"
* value[x] only code
* value[x] 1..1
* valueCode from KedjaCertaintyCodes (required)

CodeSystem: KedjaCertaintyLevel
Id: kedja-certainty
Title: "Certainty"
Description: "How well a clinical fact is supported by published sources."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-certainty"
* #confirmed "Confirmed" "Stated in a published source."
* #confirmed insert SvDa([["Bekräftad"]], [["Bekræftet"]])
* #derived "Derived" "Follows from confirmed facts or from an official code list, but is not stated as such."
* #derived insert SvDa([["Härledd"]], [["Afledt"]])
* #unconfirmed "Unconfirmed" "General knowledge that no available source confirms. Check it before use."
* #unconfirmed insert SvDa([["Obekräftad"]], [["Ubekræftet"]])

ValueSet: KedjaCertaintyCodes
Id: kedja-certainty
Title: "Certainty"
Description: "All codes of the code system kedja-certainty."
* insert PublishedValueSet
* include codes from system KedjaCertaintyLevel
