ValueSet: KedjaOsteoporosisCodes
Id: kedja-osteoporosis
Title: "Osteoporosis"
Description: "Osteoporosis diagnoses, with and without fracture, in ICD-10-SE without dot and in SNOMED CT."
* insert PublishedValueSet
* $ICD#M800 "Postmenopausal osteoporosis, with pathological fracture"
* $ICD#M801 "Postoophorectomy osteoporosis, with pathological fracture"
* $ICD#M802 "Osteoporosis of disuse, with pathological fracture"
* $ICD#M803 "Postsurgical malabsorption osteoporosis, with pathological fracture"
* $ICD#M804 "Drug-induced osteoporosis, with pathological fracture"
* $ICD#M805 "Idiopathic osteoporosis, with pathological fracture"
* $ICD#M808 "Other osteoporosis, with pathological fracture"
* $ICD#M809 "Unspecified osteoporosis, with pathological fracture"
* $ICD#M800A "Postmenopausal osteoporosis with fracture, cervical spine"
* $ICD#M800B "Postmenopausal osteoporosis with fracture, shoulder or upper arm"
* $ICD#M800C "Postmenopausal osteoporosis with fracture, elbow or forearm"
* $ICD#M800E "Postmenopausal osteoporosis with fracture, pelvis"
* $ICD#M800F "Postmenopausal osteoporosis with fracture, hip or femur"
* $ICD#M800G "Postmenopausal osteoporosis with fracture, knee or lower leg"
* $ICD#M800H "Postmenopausal osteoporosis with fracture, ankle or foot"
* $ICD#M800J "Postmenopausal osteoporosis with fracture, thoracic spine"
* $ICD#M800K "Postmenopausal osteoporosis with fracture, lumbar spine"
* $ICD#M810 "Postmenopausal osteoporosis"
* $ICD#M811 "Postoophorectomy osteoporosis"
* $ICD#M812 "Osteoporosis of disuse"
* $ICD#M813 "Postsurgical malabsorption osteoporosis"
* $ICD#M814 "Drug-induced osteoporosis"
* $ICD#M815 "Idiopathic osteoporosis"
* $ICD#M816 "Localized osteoporosis"
* $ICD#M818 "Other osteoporosis"
* $ICD#M819 "Osteoporosis, unspecified"
* $ICD#M820 "Osteoporosis in multiple myelomatosis"
* $ICD#M821 "Osteoporosis in endocrine disorders"
* $ICD#M828 "Osteoporosis in other diseases classified elsewhere"
* $SCT#64859006 "Osteoporosis"
* $SCT#443165006 "Pathological fracture due to osteoporosis"

ValueSet: KedjaOsteopeniaCodes
Id: kedja-osteopenia
Title: "Osteopenia"
Description: "Codes used for low bone density short of osteoporosis."
* insert PublishedValueSet
* $ICD#M858 "Other specified disorders of bone density and structure"
* $ICD#M858 insert Unconfirmed
* $ICD#M859 "Disorder of bone density and structure, unspecified"
* $ICD#M859 insert Derived

ValueSet: KedjaExternalCauseLowEnergyCodes
Id: kedja-external-cause-low-energy
Title: "Low-energy external causes"
Description: "External causes that count as low-energy. Recorded codes have further characters for place and activity; a code belongs when it begins with a listed one. No source states which codes are low-energy; the grouping is derived."
* insert PublishedValueSet
* $ICD#W00 "Fall on same level involving ice and snow"
* $ICD#W00 insert Derived
* $ICD#W01 "Fall on same level from slipping, tripping and stumbling"
* $ICD#W01 insert Derived
* $ICD#W03 "Other fall on same level due to collision with another person"
* $ICD#W03 insert Derived
* $ICD#W04 "Fall while being carried or supported by other persons"
* $ICD#W04 insert Derived
* $ICD#W05 "Fall involving wheelchair"
* $ICD#W05 insert Derived
* $ICD#W06 "Fall involving bed"
* $ICD#W06 insert Derived
* $ICD#W07 "Fall involving chair"
* $ICD#W07 insert Derived
* $ICD#W08 "Fall involving other furniture"
* $ICD#W08 insert Derived
* $ICD#W18 "Other fall on same level"
* $ICD#W18 insert Derived
* $ICD#W19 "Unspecified fall"
* $ICD#W19 insert Derived

ValueSet: KedjaExternalCauseHighEnergyCodes
Id: kedja-external-cause-high-energy
Title: "High-energy external causes"
Description: "Falls from a height that count as high-energy. A code belongs when it begins with a listed one. Transport accidents (all codes that begin with V) are high-energy as well and are not listed one by one. The grouping is derived."
* insert PublishedValueSet
* $ICD#W11 "Fall on and from ladder"
* $ICD#W11 insert Derived
* $ICD#W12 "Fall on and from scaffolding"
* $ICD#W12 insert Derived
* $ICD#W13 "Fall from, out of or through building or structure"
* $ICD#W13 insert Derived
* $ICD#W14 "Fall from tree"
* $ICD#W14 insert Derived
* $ICD#W15 "Fall from cliff"
* $ICD#W15 insert Derived
* $ICD#W16 "Diving or jumping into water causing injury"
* $ICD#W16 insert Derived
* $ICD#W17 "Other fall from one level to another"
* $ICD#W17 insert Derived

ValueSet: KedjaExternalCauseOptionalCodes
Id: kedja-external-cause-optional
Title: "External causes of either kind"
Description: "Causes that guidelines may count as low-energy or leave open. A code belongs when it begins with a listed one."
* insert PublishedValueSet
* $ICD#W10 "Fall on and from stairs and steps"
* $ICD#W10 insert Derived
* $ICD#X59 "Exposure to unspecified factor"
* $ICD#X59 insert Derived
