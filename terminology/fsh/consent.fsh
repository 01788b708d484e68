// What a patient may refuse. That persons may decline to be in national quality registers is said in Socialstyrelsen's evaluation
// of osteoporosis care (2023, on its data sources) and in the Swedish Patient Data Act (2008:355), chapter 7, section 2.
CodeSystem: KedjaConsentCategory
Id: kedja-consent-category
Title: "What a patient refuses"
Description: "Categories of a Consent that Kedja acts on."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-consent-category"
* #register-opt-out "Not in quality registers" "The patient does not want to be in quality registers (Swedish Patient Data Act 2008:355, chapter 7, section 2)."
* #register-opt-out insert SvDa([["Inte i kvalitetsregister"]], [["Ikke i kvalitetsdatabaser"]])
* #block "Blocked records" "The patient does not want others than the unit that recorded them to see records (Swedish Patient Data Act 2008:355, chapter 4, section 4)."
* #block insert SvDa([["Spärrade uppgifter"]], [["Spærrede oplysninger"]])

ValueSet: KedjaConsentCategoryCodes
Id: kedja-consent-category
Title: "What a patient refuses"
Description: "All codes of the code system kedja-consent-category."
* insert PublishedValueSet
* include codes from system KedjaConsentCategory
