// Systems that Kedja reads and writes, with their other names. R4 gives a NamingSystem neither url nor version.

RuleSet: PublishedNames(kind)
* status = #active
* kind = #{kind}
* date = "2026-01-01"
* publisher = "Kedja"

RuleSet: Written(type, value)
* uniqueId[+].type = #{type}
* uniqueId[=].value = {value}
* uniqueId[=].preferred = true

RuleSet: Read(type, value, comment)
* uniqueId[+].type = #{type}
* uniqueId[=].value = {value}
* uniqueId[=].preferred = false
* uniqueId[=].comment = {comment}

Instance: kedja-icd-10-se
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaIcd10Se"
* insert PublishedNames(codesystem)
* responsible = "Socialstyrelsen"
* description = "ICD-10-SE, the Swedish version of ICD-10. Sources name several identifiers."
* insert Written(oid, "1.2.752.116.1.1.1")
* insert Read(oid, "1.2.752.116.1.1.1.1.3", [["ICD-10-SE in national service contracts. Certainty: confirmed."]])
* insert Read(oid, "1.2.752.116.1.1.1.1.8", [["ICD-10-SE, newer. Certainty: confirmed."]])
* insert Read(oid, "1.2.752.116.1.1.1.1.1", [["ICD-10 in Swedish use. Certainty: confirmed."]])
* insert Read(uri, "http://hl7.org/fhir/sid/icd-10-se", [["ICD-10-SE, unregistered URI in wide use. Certainty: confirmed."]])
* insert Read(uri, "http://hl7.org/fhir/sid/icd-10", [["ICD-10 of WHO. Certainty: derived."]])
* insert Read(uri, "https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10-se", [["ICD-10-SE at Inera. Certainty: confirmed."]])

Instance: kedja-kva
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaKva"
* insert PublishedNames(codesystem)
* responsible = "Socialstyrelsen"
* description = "KVÅ, the Swedish classification of health interventions. Not registered with HL7; sources name several identifiers."
* insert Written(oid, "1.2.752.116.1.3.2.1.4")
* insert Read(oid, "1.2.752.116.1.3.2.3.4", [["KVÅ, other root. Certainty: confirmed."]])
* insert Read(oid, "1.2.752.116.1.3.2.3.6", [["KVÅ, other root. Certainty: confirmed."]])
* insert Read(oid, "1.2.752.129.2.2.2.1", [["KVÅ, disputed. Certainty: unconfirmed."]])
* insert Read(uri, "http://electronichealth.se/id/kva", [["KVÅ, unregistered URI. Certainty: confirmed."]])

Instance: kedja-atc
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaAtc"
* insert PublishedNames(codesystem)
* responsible = "WHO Collaborating Centre for Drug Statistics Methodology"
* description = "ATC, Anatomical Therapeutic Chemical classification."
* insert Written(uri, "http://www.whocc.no/atc")
* insert Read(oid, "1.2.752.129.2.2.3.1.1", [["ATC in Sweden. Certainty: confirmed."]])
* insert Read(uri, "http://whocc.no/atc", [["ATC without www. Certainty: confirmed."]])

Instance: kedja-npu
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaNpu"
* insert PublishedNames(codesystem)
* responsible = "NPU terminology"
* description = "NPU, properties and units in clinical laboratory sciences."
* insert Written(uri, "http://npu-terminology.org")
* insert Read(oid, "1.2.752.108.1", [["NPU in Sweden. Certainty: unconfirmed."]])
* insert Read(uri, "https://www.npu-terminology.org", [["NPU, web address. Certainty: confirmed."]])

Instance: kedja-sks
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaSks"
* insert PublishedNames(codesystem)
* responsible = "Sundhedsdatastyrelsen"
* description = "SKS, the Danish health care classification. A diagnosis is an ICD-10 code with a D in front; additional codes follow a plus sign."
* insert Written(oid, "1.2.208.176.2.4")

Instance: kedja-sks-diagnoses
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaSksDiagnoses"
* insert PublishedNames(codesystem)
* responsible = "Sundhedsdatastyrelsen"
* description = "SKS-D, the diagnoses of SKS: ICD-10 codes with a D in front."
* insert Written(oid, "1.2.208.176.2.4.12")

Instance: kedja-county-code
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaCountyCode"
* insert PublishedNames(codesystem)
* responsible = "Statistics Sweden"
* description = "Swedish county codes, two digits."
* insert Written(oid, "1.2.752.129.2.2.1.18")

Instance: kedja-municipality-code
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaMunicipalityCode"
* insert PublishedNames(codesystem)
* responsible = "Statistics Sweden"
* description = "Swedish municipality codes, four digits."
* insert Written(oid, "1.2.752.129.2.2.1.17")
