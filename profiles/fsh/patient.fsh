Profile: KedjaPatient
Parent: Patient
Id: kedja-patient
Title: "Patient"
Description: "A patient of the fracture chain, with the national identifiers of Sweden and Denmark. Identifier systems are those of HL7 Sweden (basprofiler R4 1.1.0) and HL7 Denmark (DK Core 3.8.0), so that one resource can conform to either country's profile too. Other identifiers are welcome."
* insert Published
* identifier obeys kedja-pat-1 and kedja-pat-2 and kedja-pat-3 and kedja-pat-4 and kedja-pat-5 and kedja-pat-6
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By the system of the identifier"
* identifier contains personnummer 0..* and samordningsnummer 0..* and reservnummer 0..* and cpr 0..*
* identifier[personnummer] ^short = "Swedish personal identity number, 12 digits without dash"
* identifier[personnummer] ^comment = "Source: HL7 Sweden basprofiler R4; check digit: Skatteverket (modulus 10 on the last ten digits). The same number under urn:oid:1.2.752.129.2.1.3.1 is understood and checked as well."
* identifier[personnummer].system 1..1
* identifier[personnummer].system = $personnummer
* identifier[personnummer].value 1..1
* identifier[samordningsnummer] ^short = "Swedish coordination number, 12 digits: as a personnummer with 60 added to the day"
* identifier[samordningsnummer] ^comment = "Source: HL7 Sweden basprofiler R4. The same number under urn:oid:1.2.752.129.2.1.3.3 is understood and checked as well."
* identifier[samordningsnummer].system 1..1
* identifier[samordningsnummer].system = $samordningsnummer
* identifier[samordningsnummer].value 1..1
* identifier[reservnummer] ^short = "Swedish national reserve number, 12 characters"
* identifier[reservnummer] ^comment = "Source: HL7 Sweden basprofiler R4, whose examples show two shapes: 98240301AA06 and 20210325K069."
* identifier[reservnummer].system 1..1
* identifier[reservnummer].system = $reservnummer
* identifier[reservnummer].value 1..1
* identifier[cpr] ^short = "Danish CPR number, 10 digits without dash"
* identifier[cpr] ^comment = "Source: DK Core, DkCoreCprIdentifier: the date part is checked, modulus 11 is not, since numbers without it are issued."
* identifier[cpr].system 1..1
* identifier[cpr].system = $cpr
* identifier[cpr].value 1..1
* birthDate ^short = "Day of birth; without it the age rules of a guideline cannot be checked"
* deceased[x] ^short = "Death ends the fracture chain on that day"
* address.extension contains KedjaCounty named county 0..1 and KedjaMunicipality named municipality 0..1
* address.extension[county] ^short = "Region of residence in statistics; without it the first two digits of the municipality count"
* address.period ^short = "When the patient lived there; several addresses are the places lived at one after the other"
* address.country ^short = "ISO 3166-1, two or three letters; another than SE and DK is abroad"
* address.state ^short = "In Denmark the region (DK-84, 1084 or Region Hovedstaden), where no extension of DK Core says it"
* generalPractitioner ^short = "The Organization where the patient is listed"
* extension contains KedjaEducation named education 0..1 and $birthPlace named birthPlace 0..1
* extension[birthPlace] ^short = "Country of birth: ISO 3166-1, two or three letters"
* gender ^short = "Administrative sex, by which statistics are divided"
* link ^short = "replaced-by: the events of this patient count for the patient it names"

Extension: KedjaCounty
Id: kedja-county
Title: "Swedish county (län)"
Description: "The county of an address: two digits, codes of Statistics Sweden (SCB)."
Context: Address
* insert Published
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept obeys kedja-adr-1

Extension: KedjaMunicipality
Id: kedja-municipality
Title: "Swedish municipality (kommun)"
Description: "The municipality of an address: four digits, codes of Statistics Sweden (SCB)."
Context: Address
* insert Published
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept obeys kedja-adr-2

Extension: KedjaEducation
Id: kedja-education
Title: "Highest education"
Description: "The highest completed education of a patient, in the three levels of Swedish health statistics. A code of another system is stored, and reported as not understood."
Context: Patient
* insert Published
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from KedjaEducationCodes (extensible)
* valueCodeableConcept obeys kedja-edu-1

Invariant: kedja-edu-1
Severity: #error
Description: "A code of https://kedja.health/fhir/CodeSystem/kedja-education is compulsory, upper-secondary or post-secondary."
Expression: "coding.where(system = 'https://kedja.health/fhir/CodeSystem/kedja-education').all(code = 'compulsory' or code = 'upper-secondary' or code = 'post-secondary')"

Invariant: kedja-adr-1
Severity: #error
Description: "A Swedish county code is two digits, such as 12, with the system urn:oid:1.2.752.129.2.2.1.18."
Expression: "coding.where(system = 'urn:oid:1.2.752.129.2.2.1.18' and code.matches('^[0-9]{2}$')).exists()"

Invariant: kedja-adr-2
Severity: #error
Description: "A Swedish municipality code is four digits, such as 1280, with the system urn:oid:1.2.752.129.2.2.1.17."
Expression: "coding.where(system = 'urn:oid:1.2.752.129.2.2.1.17' and code.matches('^[0-9]{4}$')).exists()"

// The date of a personnummer: real months and days, 29 February in leap years only (1900 was none).
Invariant: kedja-pat-1
Severity: #error
Description: "A personnummer is 12 digits without dash that begin with a real date: YYYYMMDDNNNC."
Expression: "(system.exists() and (system = 'http://electronichealth.se/identifier/personnummer' or system = 'urn:oid:1.2.752.129.2.1.3.1')) implies value.matches('^((18|19|20)[0-9]{2}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-8]))|((18|19|20)(0[48]|[2468][048]|[13579][26])|2000)0229)[0-9]{4}$')"

Invariant: kedja-pat-2
Severity: #error
Description: "A samordningsnummer is 12 digits without dash that begin with a date whose day has 60 added: 61 to 91."
Expression: "(system.exists() and (system = 'http://electronichealth.se/identifier/samordningsnummer' or system = 'urn:oid:1.2.752.129.2.1.3.3')) implies value.matches('^(18|19|20)[0-9]{2}((0[13578]|1[02])(6[1-9]|[78][0-9]|9[01])|(0[469]|11)(6[1-9]|[78][0-9]|90)|02(6[1-9]|[78][0-9]))[0-9]{4}$')"

// Position in '0516273849' is the digit sum of twice the digit (modulus 10, "Luhn").
Invariant: kedja-pat-3
Severity: #error
Description: "The last digit of a personnummer or samordningsnummer is a check digit (modulus 10 over the last ten digits); this one does not agree. Check the number for a typing error."
Expression: "(system.exists() and (system = 'http://electronichealth.se/identifier/personnummer' or system = 'http://electronichealth.se/identifier/samordningsnummer' or system = 'urn:oid:1.2.752.129.2.1.3.1' or system = 'urn:oid:1.2.752.129.2.1.3.3') and value.matches('^[0-9]{12}$')) implies ('0516273849'.indexOf(value.substring(2,1)) + value.substring(3,1).toInteger() + '0516273849'.indexOf(value.substring(4,1)) + value.substring(5,1).toInteger() + '0516273849'.indexOf(value.substring(6,1)) + value.substring(7,1).toInteger() + '0516273849'.indexOf(value.substring(8,1)) + value.substring(9,1).toInteger() + '0516273849'.indexOf(value.substring(10,1)) + value.substring(11,1).toInteger()) mod 10 = 0"

Invariant: kedja-pat-4
Severity: #error
Description: "A national reserve number (nationellt reservnummer) is 12 characters: eight digits, then two capital letters and two digits, or one capital letter and three digits."
Expression: "(system.exists() and system = 'http://electronichealth.se/identifier/nationelltReservnummer') implies value.matches('^[0-9]{8}([A-Z]{2}[0-9]{2}|[A-Z][0-9]{3})$')"

Invariant: kedja-pat-5
Severity: #error
Description: "A Danish CPR number is 10 digits without dash that begin with a real date: DDMMYYNNNN."
Expression: "(system.exists() and system = 'urn:oid:1.2.208.176.1.2') implies value.matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{6}$')"

Invariant: kedja-pat-6
Severity: #error
Description: "A national identifier has a value."
Expression: "(system.exists() and system.matches('^(http://electronichealth.se/identifier/(personnummer|samordningsnummer|nationelltReservnummer)|urn:oid:1.2.752.129.2.1.3.[13]|urn:oid:1.2.208.176.1.2)$')) implies value.exists()"

Instance: patient-sweden
InstanceOf: KedjaPatient
Usage: #example
Title: "A patient in Sweden"
* identifier[personnummer].system = $personnummer
* identifier[personnummer].value = "195009072553"
* name.use = #official
* name.family = "Lindqvist"
* name.given = "Astrid"
* gender = #female
* birthDate = "1950-09-07"
* extension[education].valueCodeableConcept = $education#upper-secondary
* extension[birthPlace].valueAddress.country = "SE"
* address.line = "Storgatan 1"
* address.city = "Malmö"
* address.extension[county].valueCodeableConcept = urn:oid:1.2.752.129.2.2.1.18#12
* address.extension[municipality].valueCodeableConcept = urn:oid:1.2.752.129.2.2.1.17#1280

Instance: patient-denmark
InstanceOf: KedjaPatient
Usage: #example
Title: "A patient in Denmark"
* identifier[cpr].use = #official
* identifier[cpr].system = $cpr
* identifier[cpr].value = "0709506003"
* name.use = #official
* name.family = "Nielsen"
* name.given = "Karen"
* gender = #female
* birthDate = "1950-09-07"
* address.city = "København"
* address.state = "Region Hovedstaden"
* address.country = "DK"
* address.period.start = "1974-08-01"

Instance: patient-without-personnummer
InstanceOf: KedjaPatient
Usage: #example
Title: "A patient with a coordination number, a reserve number and a local number"
* identifier[0].system = $samordningsnummer
* identifier[0].value = "196109732393"
* identifier[1].system = $reservnummer
* identifier[1].value = "20210325K069"
* identifier[2].system = "https://example.org/local-number"
* identifier[2].value = "4711"
* gender = #male
* birthDate = "1961-09-13"
