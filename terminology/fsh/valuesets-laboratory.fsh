ValueSet: KedjaLaboratoryLoincCodes
Id: kedja-laboratory-loinc
Title: "Laboratory work-up, LOINC"
Description: "Laboratory analyses of the fracture chain in LOINC. None is confirmed in the sources: check each code against the local laboratory."
* insert PublishedValueSet
* $LOINC#14682-9 "Creatinine [Moles/volume]"
* $LOINC#14682-9 insert Unconfirmed
* $LOINC#2160-0 "Creatinine [Mass/volume]"
* $LOINC#2160-0 insert Unconfirmed
* $LOINC#98979-8 "eGFR by CKD-EPI 2021"
* $LOINC#98979-8 insert Unconfirmed
* $LOINC#62238-1 "eGFR by CKD-EPI"
* $LOINC#62238-1 insert Unconfirmed
* $LOINC#33914-3 "eGFR by MDRD"
* $LOINC#33914-3 insert Unconfirmed
* $LOINC#2000-8 "Calcium [Moles/volume]"
* $LOINC#2000-8 insert Unconfirmed
* $LOINC#1995-0 "Calcium ionised [Moles/volume]"
* $LOINC#1995-0 insert Unconfirmed
* $LOINC#68438-1 "25-hydroxyvitamin D [Moles/volume]"
* $LOINC#68438-1 insert Unconfirmed
* $LOINC#62292-8 "25-hydroxyvitamin D [Mass/volume]"
* $LOINC#62292-8 insert Unconfirmed
* $LOINC#14866-6 "Parathyrin intact [Moles/volume]"
* $LOINC#14866-6 insert Unconfirmed
* $LOINC#2731-8 "Parathyrin intact [Mass/volume]"
* $LOINC#2731-8 insert Unconfirmed
* $LOINC#3016-3 "Thyrotropin"
* $LOINC#3016-3 insert Unconfirmed
* $LOINC#6768-6 "Alkaline phosphatase"
* $LOINC#6768-6 insert Unconfirmed
* $LOINC#718-7 "Haemoglobin"
* $LOINC#718-7 insert Unconfirmed
* $LOINC#4537-7 "Erythrocyte sedimentation rate"
* $LOINC#4537-7 insert Unconfirmed
* $LOINC#1742-6 "Alanine aminotransferase"
* $LOINC#1742-6 insert Unconfirmed
* $LOINC#2324-2 "Gamma glutamyl transferase"
* $LOINC#2324-2 insert Unconfirmed
* $LOINC#14913-8 "Testosterone [Moles/volume]"
* $LOINC#14913-8 insert Unconfirmed

ValueSet: KedjaLaboratoryNpuCodes
Id: kedja-laboratory-npu
Title: "Laboratory work-up, NPU"
Description: "Laboratory analyses of the fracture chain in NPU and Danish national codes of the same terminology."
* insert PublishedValueSet
* $NPU#NPU04998 "Creatinine, plasma"
* $NPU#NPU01443 "Calcium, plasma"
* $NPU#NPU04144 "Calcium ion, free, at pH 7.40"
* $NPU#NPU18016 "Creatinine, second code in Danish use"
* $NPU#NPU18016 insert Derived
* $NPU#NPU01446 "Calcium ion, free"
* $NPU#NPU01446 insert Unconfirmed
* $NPU#DNK35302 "eGFR, Danish national code"
* $NPU#DNK35302 insert Derived
* $NPU#DNK35131 "eGFR, Danish national code"
* $NPU#DNK35131 insert Derived
* $NPU#NPU02319 "Haemoglobin(Fe), substance concentration"
* $NPU#NPU28309 "Haemoglobin, mass concentration"
* $NPU#NPU28309 insert Unconfirmed
* $NPU#NPU03404 "Erythrocyte sedimentation rate"
* $NPU#NPU03404 insert Unconfirmed
* $NPU#NPU03543 "Testosterone"
* $NPU#NPU03543 insert Unconfirmed
* $NPU#NPU01435 "25-hydroxyvitamin D"
* $NPU#NPU10267 "25-hydroxyvitamin D"
* $NPU#NPU26810 "25-hydroxyvitamin D"
* $NPU#NPU03577 "Thyrotropin"
* $NPU#NPU19651 "Alanine aminotransferase"
* $NPU#NPU19657 "Gamma glutamyl transferase"
* $NPU#NPU03028 "Parathyrin"
* $NPU#NPU03028 insert Unconfirmed
* $NPU#NPU27783 "Alkaline phosphatase"
* $NPU#NPU27783 insert Unconfirmed

ValueSet: KedjaLaboratoryResultCodes
Id: kedja-laboratory-result
Title: "Laboratory work-up"
Description: "Laboratory analyses of the fracture chain."
* insert PublishedValueSet
* include codes from valueset KedjaLaboratoryLoincCodes
* include codes from valueset KedjaLaboratoryNpuCodes
