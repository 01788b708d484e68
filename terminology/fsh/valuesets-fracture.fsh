ValueSet: KedjaFractureHipCodes
Id: kedja-fracture-hip
Title: "Hip fractures"
Description: "Fractures of the proximal femur. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S720 "Fracture of neck of femur"
* $ICD#S720 insert Derived
* $ICD#S7200 "Fracture of neck of femur, closed"
* $ICD#S7200 insert Derived
* $ICD#S7201 "Fracture of neck of femur, open"
* $ICD#S7201 insert Derived
* $ICD#S721 "Pertrochanteric fracture"
* $ICD#S721 insert Derived
* $ICD#S7210 "Pertrochanteric fracture, closed"
* $ICD#S7210 insert Derived
* $ICD#S7211 "Pertrochanteric fracture, open"
* $ICD#S7211 insert Derived
* $ICD#S722 "Subtrochanteric fracture"
* $ICD#S722 insert Derived
* $ICD#S7220 "Subtrochanteric fracture, closed"
* $ICD#S7220 insert Derived
* $ICD#S7221 "Subtrochanteric fracture, open"
* $ICD#S7221 insert Derived
* $ICD#M800F "Postmenopausal osteoporosis with fracture of hip or femur"
* $ICD#M800F insert Derived

ValueSet: KedjaFractureVertebraCodes
Id: kedja-fracture-vertebra
Title: "Vertebral fractures"
Description: "Fractures of cervical, thoracic and lumbar vertebrae. M49.5 is a code for diseases classified elsewhere. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S120 "Fracture of first cervical vertebra"
* $ICD#S120 insert Derived
* $ICD#S1200 "Fracture of first cervical vertebra, closed"
* $ICD#S1200 insert Derived
* $ICD#S1201 "Fracture of first cervical vertebra, open"
* $ICD#S1201 insert Derived
* $ICD#S121 "Fracture of second cervical vertebra"
* $ICD#S121 insert Derived
* $ICD#S1210 "Fracture of second cervical vertebra, closed"
* $ICD#S1210 insert Derived
* $ICD#S1211 "Fracture of second cervical vertebra, open"
* $ICD#S1211 insert Derived
* $ICD#S122 "Fracture of other specified cervical vertebra"
* $ICD#S122 insert Derived
* $ICD#S1220 "Fracture of other specified cervical vertebra, closed"
* $ICD#S1220 insert Derived
* $ICD#S1221 "Fracture of other specified cervical vertebra, open"
* $ICD#S1221 insert Derived
* $ICD#S127 "Multiple fractures of cervical spine"
* $ICD#S127 insert Derived
* $ICD#S1270 "Multiple fractures of cervical spine, closed"
* $ICD#S1270 insert Derived
* $ICD#S1271 "Multiple fractures of cervical spine, open"
* $ICD#S1271 insert Derived
* $ICD#S129 "Fracture of neck, part unspecified"
* $ICD#S129 insert Derived
* $ICD#S1290 "Fracture of neck, part unspecified, closed"
* $ICD#S1290 insert Derived
* $ICD#S1291 "Fracture of neck, part unspecified, open"
* $ICD#S1291 insert Derived
* $ICD#S220 "Fracture of thoracic vertebra"
* $ICD#S220 insert Derived
* $ICD#S2200 "Fracture of thoracic vertebra, closed"
* $ICD#S2200 insert Derived
* $ICD#S2201 "Fracture of thoracic vertebra, open"
* $ICD#S2201 insert Derived
* $ICD#S221 "Multiple fractures of thoracic spine"
* $ICD#S221 insert Derived
* $ICD#S2210 "Multiple fractures of thoracic spine, closed"
* $ICD#S2210 insert Derived
* $ICD#S2211 "Multiple fractures of thoracic spine, open"
* $ICD#S2211 insert Derived
* $ICD#S320 "Fracture of lumbar vertebra"
* $ICD#S320 insert Derived
* $ICD#S3200 "Fracture of lumbar vertebra, closed"
* $ICD#S3200 insert Derived
* $ICD#S3201 "Fracture of lumbar vertebra, open"
* $ICD#S3201 insert Derived
* $ICD#T089 "Fracture of spine, level unspecified"
* $ICD#T089 insert Derived
* $ICD#T0890 "Fracture of spine, level unspecified, closed"
* $ICD#T0890 insert Derived
* $ICD#T0891 "Fracture of spine, level unspecified, open"
* $ICD#T0891 insert Derived
* $ICD#M485 "Collapsed vertebra, not elsewhere classified"
* $ICD#M485 insert Derived
* $ICD#M495 "Collapsed vertebra in diseases classified elsewhere"
* $ICD#M495 insert Derived
* $ICD#M800A "Postmenopausal osteoporosis with fracture of cervical spine"
* $ICD#M800A insert Derived
* $ICD#M800J "Postmenopausal osteoporosis with fracture of thoracic spine"
* $ICD#M800J insert Derived
* $ICD#M800K "Postmenopausal osteoporosis with fracture of lumbar spine"
* $ICD#M800K insert Derived

ValueSet: KedjaFracturePelvisCodes
Id: kedja-fracture-pelvis
Title: "Pelvic fractures"
Description: "Fractures of the pelvis and sacrum. Coccyx (S32.2) is left out. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S321 "Fracture of sacrum"
* $ICD#S321 insert Derived
* $ICD#S3210 "Fracture of sacrum, closed"
* $ICD#S3210 insert Derived
* $ICD#S3211 "Fracture of sacrum, open"
* $ICD#S3211 insert Derived
* $ICD#S323 "Fracture of ilium"
* $ICD#S323 insert Derived
* $ICD#S3230 "Fracture of ilium, closed"
* $ICD#S3230 insert Derived
* $ICD#S3231 "Fracture of ilium, open"
* $ICD#S3231 insert Derived
* $ICD#S324 "Fracture of acetabulum"
* $ICD#S324 insert Derived
* $ICD#S3240 "Fracture of acetabulum, closed"
* $ICD#S3240 insert Derived
* $ICD#S3241 "Fracture of acetabulum, open"
* $ICD#S3241 insert Derived
* $ICD#S325 "Fracture of pubis"
* $ICD#S325 insert Derived
* $ICD#S3250 "Fracture of pubis, closed"
* $ICD#S3250 insert Derived
* $ICD#S3251 "Fracture of pubis, open"
* $ICD#S3251 insert Derived
* $ICD#S327 "Multiple fractures of lumbar spine and pelvis"
* $ICD#S327 insert Derived
* $ICD#S3270 "Multiple fractures of lumbar spine and pelvis, closed"
* $ICD#S3270 insert Derived
* $ICD#S3271 "Multiple fractures of lumbar spine and pelvis, open"
* $ICD#S3271 insert Derived
* $ICD#S328 "Fracture of other and unspecified parts of lumbar spine and pelvis"
* $ICD#S328 insert Derived
* $ICD#S3280 "Fracture of other and unspecified parts of lumbar spine and pelvis, closed"
* $ICD#S3280 insert Derived
* $ICD#S3281 "Fracture of other and unspecified parts of lumbar spine and pelvis, open"
* $ICD#S3281 insert Derived
* $ICD#M800E "Postmenopausal osteoporosis with fracture of pelvis"
* $ICD#M800E insert Derived

ValueSet: KedjaFractureProximalHumerusCodes
Id: kedja-fracture-proximal-humerus
Title: "Fractures of the proximal humerus"
Description: "Fractures of the upper end of the humerus. The shaft (S42.3) is left out; guidelines may add it. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S422 "Fracture of upper end of humerus"
* $ICD#S422 insert Derived
* $ICD#S4220 "Fracture of upper end of humerus, closed"
* $ICD#S4220 insert Derived
* $ICD#S4221 "Fracture of upper end of humerus, open"
* $ICD#S4221 insert Derived
* $ICD#M800B "Postmenopausal osteoporosis with fracture of shoulder or upper arm"
* $ICD#M800B insert Derived

ValueSet: KedjaFractureWristCodes
Id: kedja-fracture-wrist
Title: "Wrist fractures"
Description: "Fractures of the distal radius, and of the distal radius and ulna, as the Swedish care pathway lists them. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S525 "Fracture of lower end of radius"
* $ICD#S5250 "Fracture of lower end of radius, closed"
* $ICD#S5251 "Fracture of lower end of radius, open"
* $ICD#S526 "Fracture of lower end of both ulna and radius"
* $ICD#S5260 "Fracture of lower end of both ulna and radius, closed"
* $ICD#S5261 "Fracture of lower end of both ulna and radius, open"
* $ICD#M800C "Postmenopausal osteoporosis with fracture of elbow or forearm"
* $ICD#M800C insert Derived

ValueSet: KedjaFractureKneeCodes
Id: kedja-fracture-knee
Title: "Fractures at the knee"
Description: "Fractures next to the knee joint: in the older Swedish indicator, not in the present care pathway. Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S724 "Fracture of lower end of femur"
* $ICD#S724 insert Derived
* $ICD#S7240 "Fracture of lower end of femur, closed"
* $ICD#S7240 insert Derived
* $ICD#S7241 "Fracture of lower end of femur, open"
* $ICD#S7241 insert Derived
* $ICD#S821 "Fracture of upper end of tibia"
* $ICD#S821 insert Derived
* $ICD#S8210 "Fracture of upper end of tibia, closed"
* $ICD#S8210 insert Derived
* $ICD#S8211 "Fracture of upper end of tibia, open"
* $ICD#S8211 insert Derived
* $ICD#M800G "Postmenopausal osteoporosis with fracture of knee or lower leg"
* $ICD#M800G insert Derived

ValueSet: KedjaFragilityFractureCodes
Id: kedja-fragility-fracture
Title: "Fractures of the fracture chain"
Description: "Fractures of the five sites of the Swedish care pathway: hip, vertebra, pelvis, proximal humerus and wrist."
* insert PublishedValueSet
* include codes from valueset KedjaFractureHipCodes
* include codes from valueset KedjaFractureVertebraCodes
* include codes from valueset KedjaFracturePelvisCodes
* include codes from valueset KedjaFractureProximalHumerusCodes
* include codes from valueset KedjaFractureWristCodes
