Instance: kedja-system-alias
InstanceOf: ConceptMap
Usage: #definition
* url = "https://kedja.health/fhir/ConceptMap/kedja-system-alias"
* name = "KedjaSystemAlias"
* title = "Other names of the same system"
* description = "Maps other identifiers of a code system or an identifier system to the one that Kedja writes. Both sides are URIs."
* purpose = "Swedish and Danish systems are known by several URIs. Kedja reads them all and writes one."
* insert PublishedTerminology
* insert MapGroup([["urn:ietf:rfc:3986"]], [["urn:ietf:rfc:3986"]])
* insert MapsTo([[urn:oid:1.2.752.116.1.1.1.1.3]], [["ICD-10-SE in national service contracts"]], [[urn:oid:1.2.752.116.1.1.1]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.116.1.1.1.1.8]], [["ICD-10-SE, newer"]], [[urn:oid:1.2.752.116.1.1.1]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.116.1.1.1.1.1]], [["ICD-10 in Swedish use"]], [[urn:oid:1.2.752.116.1.1.1]], wider, [["Certainty: confirmed."]])
* insert MapsTo([[http://hl7.org/fhir/sid/icd-10-se]], [["ICD-10-SE, unregistered URI in wide use"]], [[urn:oid:1.2.752.116.1.1.1]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[http://hl7.org/fhir/sid/icd-10]], [["ICD-10 of WHO"]], [[urn:oid:1.2.752.116.1.1.1]], wider, [["Certainty: derived. The codes that Kedja reads are the same in both."]])
* insert MapsTo([[https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10-se]], [["ICD-10-SE at Inera"]], [[urn:oid:1.2.752.116.1.1.1]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.116.1.3.2.3.4]], [["KVÅ, other root"]], [[urn:oid:1.2.752.116.1.3.2.1.4]], relatedto, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.116.1.3.2.3.6]], [["KVÅ, other root"]], [[urn:oid:1.2.752.116.1.3.2.1.4]], relatedto, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.129.2.2.2.1]], [["KVÅ, disputed"]], [[urn:oid:1.2.752.116.1.3.2.1.4]], relatedto, [["Certainty: unconfirmed. Sources disagree whether it is KVÅ."]])
* insert MapsTo([[http://electronichealth.se/id/kva]], [["KVÅ, unregistered URI"]], [[urn:oid:1.2.752.116.1.3.2.1.4]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.129.2.2.3.1.1]], [["ATC in Sweden"]], [[http://www.whocc.no/atc]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[http://whocc.no/atc]], [["ATC without www"]], [[http://www.whocc.no/atc]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.108.1]], [["NPU in Sweden"]], [[http://npu-terminology.org]], equivalent, [["Certainty: unconfirmed."]])
* insert MapsTo([[https://www.npu-terminology.org]], [["NPU, web address"]], [[http://npu-terminology.org]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.129.2.1.3.1]], [["Swedish personal identity number"]], [[http://electronichealth.se/identifier/personnummer]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.129.2.1.3.3]], [["Swedish coordination number"]], [[http://electronichealth.se/identifier/samordningsnummer]], equivalent, [["Certainty: confirmed."]])
* insert MapsTo([[urn:oid:1.2.752.129.2.1.4.1]], [["HSA-id in national service contracts"]], [[urn:oid:1.2.752.29.4.19]], equivalent, [["Certainty: confirmed."]])
