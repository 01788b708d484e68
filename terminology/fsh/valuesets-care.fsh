ValueSet: KedjaRiskAssessmentCodes
Id: kedja-risk-assessment
Title: "Fracture risk assessment"
Description: "Fracture risk calculated with and without bone density. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#AN098 "Fracture risk calculation (FRAX)"
* $KVA#AN099 "Fracture risk calculation (FRAX) with bone density"
* $SCT#225338004 "Risk assessment"
* $SCT#225338004 insert Unconfirmed

ValueSet: KedjaBoneDensityScanCodes
Id: kedja-bone-density-scan
Title: "Bone density scans"
Description: "Procedures in which bone density is measured. Only AN006 covers hips and spine. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#AN006 "Bone density measurement, hips and spine"
* $KVA#AN002 "Bone density measurement, other site"
* $KVA#AN003 "Bone density measurement, arm"
* $KVA#AN004 "Bone density measurement, whole body"
* $KVA#AN005 "Bone density measurement, heel"
* $SCT#312681000 "Bone density scan"
* $SCT#300004007 "Dual energy X-ray photon absorptiometry"
* $SCT#300004007 insert Unconfirmed

ValueSet: KedjaFallPreventionCodes
Id: kedja-fall-prevention
Title: "Fall prevention"
Description: "Fall prevention and search for hazards in the home. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#QB003 "Fall prevention"
* $KVA#PT009 "Assessment of the home"
* $KVA#PT009 insert Derived
* $KVA#QT009 "Adaptation of the home"
* $KVA#QT009 insert Derived
* $ACT#fall-prevention "Fall prevention"
* $ACT#home-hazard-review "Review of hazards in the home"
* $ACT#vision-hearing-check "Check of vision and hearing"
* $ACT#fall-prevention-aids "Aids against falls and fractures"

ValueSet: KedjaFallRiskAssessmentCodes
Id: kedja-fall-risk-assessment
Title: "Fall risk assessment"
Description: "Assessment of the risk of falling, of balance and of walking. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#PB003 "Assessment of balance"
* $KVA#PG003 "Assessment of muscle function and strength"
* $KVA#PG003 insert Derived
* $KVA#PM007 "Assessment of walking"
* $KVA#PM007 insert Derived
* $SCT#414191008 "Fall risk assessment"
* $ACT#fall-risk-assessment "Fall risk assessment"

ValueSet: KedjaTrainingCodes
Id: kedja-training
Title: "Balance and strength training"
Description: "Training against falls and fractures. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#QB001 "Balance training"
* $KVA#QG003 "Muscle function and strength training"
* $KVA#QG004 "Training of postural reactions"
* $KVA#QG004 insert Derived
* $KVA#QD016 "Training of physical capacity"
* $KVA#QD016 insert Derived
* $KVA#QM015 "Gait training"
* $KVA#QM015 insert Derived
* $KVA#QV011 "Training programme"
* $KVA#QV011 insert Derived
* $KVA#QV012 "Training in group"
* $KVA#QV012 insert Derived
* $ACT#training "Balance and strength training"
* $ACT#balance-training "Balance training"
* $ACT#strength-training "Strength training"

ValueSet: KedjaPatientEducationCodes
Id: kedja-patient-education
Title: "Patient education"
Description: "Education of the patient, alone or in group. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#GB009 "Patient education"
* $KVA#GB019 "Patient education in group"
* $KVA#QV002 "Information on health problems"
* $KVA#QV002 insert Derived
* $KVA#QV006 "Information on medication"
* $KVA#QV006 insert Derived
* $ACT#patient-education "Patient education"

ValueSet: KedjaLifestyleAdviceCodes
Id: kedja-lifestyle-advice
Title: "Lifestyle advice"
Description: "Advice on tobacco, alcohol, physical activity and diet, and physical activity on prescription. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#DV111 "Simple advice on tobacco"
* $KVA#DV112 "Counselling on tobacco"
* $KVA#DV113 "Qualified counselling on tobacco"
* $KVA#DV121 "Simple advice on alcohol"
* $KVA#DV122 "Counselling on alcohol"
* $KVA#DV123 "Qualified counselling on alcohol"
* $KVA#DV131 "Simple advice on physical activity"
* $KVA#DV132 "Counselling on physical activity"
* $KVA#DV133 "Qualified counselling on physical activity"
* $KVA#DV141 "Simple advice on diet"
* $KVA#DV142 "Counselling on diet"
* $KVA#DV143 "Qualified counselling on diet"
* $KVA#DV200 "Physical activity on prescription issued"
* $ACT#lifestyle-advice "Lifestyle advice"
* $ACT#lifestyle-advice-tobacco "Advice on tobacco"
* $ACT#lifestyle-advice-alcohol "Advice on alcohol"
* $ACT#lifestyle-advice-activity "Advice on physical activity"
* $ACT#lifestyle-advice-diet "Advice on diet"

ValueSet: KedjaDrugReviewCodes
Id: kedja-drug-review
Title: "Drug reviews"
Description: "Reviews of the drugs of a patient. The codes differ in depth and in who takes part; the displays are short. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#XV015 "Drug review"
* $KVA#XV016 "Drug review"
* $KVA#XV017 "Drug review"
* $KVA#XV021 "Drug review"
* $KVA#XV022 "Drug review"
* $KVA#XV023 "Drug review"
* $ACT#drug-review "Drug review"

ValueSet: KedjaHipFractureSurgeryCodes
Id: kedja-hip-fracture-surgery
Title: "Hip fracture surgery"
Description: "Operations for hip fracture. They count together with a hip fracture only. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#NFB09 "Primary partial prosthetic replacement of hip joint without cement"
* $KVA#NFB09 insert Derived
* $KVA#NFB19 "Primary partial prosthetic replacement of hip joint with cement"
* $KVA#NFB19 insert Derived
* $KVA#NFB29 "Primary total prosthetic replacement of hip joint without cement"
* $KVA#NFB29 insert Derived
* $KVA#NFB39 "Primary total prosthetic replacement of hip joint, hybrid technique"
* $KVA#NFB39 insert Derived
* $KVA#NFB49 "Primary total prosthetic replacement of hip joint with cement"
* $KVA#NFB49 insert Derived
* $KVA#NFJ49 "Internal fixation of femoral fracture with pin, wire or similar"
* $KVA#NFJ49 insert Derived
* $KVA#NFJ59 "Internal fixation of femoral fracture with intramedullary nail"
* $KVA#NFJ59 insert Derived
* $KVA#NFJ69 "Internal fixation of femoral fracture with plate and screws"
* $KVA#NFJ69 insert Derived
* $KVA#NFJ79 "Internal fixation of femoral fracture with screws alone"
* $KVA#NFJ79 insert Derived
* $KVA#NFJ89 "Internal fixation of femoral fracture with other or combined methods"
* $KVA#NFJ89 insert Derived
* $KVA#NFJ99 "Other operation for fracture of femur"
* $KVA#NFJ99 insert Derived
