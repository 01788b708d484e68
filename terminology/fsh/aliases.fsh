Alias: $ICD = urn:oid:1.2.752.116.1.1.1
Alias: $KVA = urn:oid:1.2.752.116.1.3.2.1.4
Alias: $ATC = http://www.whocc.no/atc
Alias: $LOINC = http://loinc.org
Alias: $NPU = http://npu-terminology.org
Alias: $SCT = http://snomed.info/sct
Alias: $ACT = https://kedja.health/fhir/CodeSystem/kedja-activity
