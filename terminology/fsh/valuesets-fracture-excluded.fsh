ValueSet: KedjaFractureExcludedSiteCodes
Id: kedja-fracture-excluded-site
Title: "Fractures of excluded sites"
Description: "Fractures of skull, face, hand, finger, foot and toe, which do not open a fracture chain (AKO Skåne 2020:1, bilaga 2). Codes are those of ICD-10-SE without dot; S and T codes are listed with and without the fifth character for closed or open."
* insert PublishedValueSet
* $ICD#S020 "Fracture of vault of skull"
* $ICD#S0200 "Fracture of vault of skull, closed"
* $ICD#S0201 "Fracture of vault of skull, open"
* $ICD#S021 "Fracture of base of skull"
* $ICD#S0210 "Fracture of base of skull, closed"
* $ICD#S0211 "Fracture of base of skull, open"
* $ICD#S022 "Fracture of nasal bones"
* $ICD#S0220 "Fracture of nasal bones, closed"
* $ICD#S0221 "Fracture of nasal bones, open"
* $ICD#S023 "Fracture of orbital floor"
* $ICD#S0230 "Fracture of orbital floor, closed"
* $ICD#S0231 "Fracture of orbital floor, open"
* $ICD#S024 "Fracture of maxilla"
* $ICD#S0240 "Fracture of maxilla, closed"
* $ICD#S0241 "Fracture of maxilla, open"
* $ICD#S025 "Fracture of tooth"
* $ICD#S0250 "Fracture of tooth, closed"
* $ICD#S0251 "Fracture of tooth, open"
* $ICD#S026 "Fracture of mandible"
* $ICD#S0260 "Fracture of mandible, closed"
* $ICD#S0261 "Fracture of mandible, open"
* $ICD#S027 "Multiple fractures of skull and facial bones"
* $ICD#S0270 "Multiple fractures of skull and facial bones, closed"
* $ICD#S0271 "Multiple fractures of skull and facial bones, open"
* $ICD#S028 "Fractures of other skull and facial bones"
* $ICD#S0280 "Fractures of other skull and facial bones, closed"
* $ICD#S0281 "Fractures of other skull and facial bones, open"
* $ICD#S029 "Fracture of skull and facial bones, part unspecified"
* $ICD#S0290 "Fracture of skull and facial bones, part unspecified, closed"
* $ICD#S0291 "Fracture of skull and facial bones, part unspecified, open"
* $ICD#S620 "Fracture of scaphoid bone of hand"
* $ICD#S6200 "Fracture of scaphoid bone of hand, closed"
* $ICD#S6201 "Fracture of scaphoid bone of hand, open"
* $ICD#S621 "Fracture of other carpal bone"
* $ICD#S6210 "Fracture of other carpal bone, closed"
* $ICD#S6211 "Fracture of other carpal bone, open"
* $ICD#S622 "Fracture of first metacarpal bone"
* $ICD#S6220 "Fracture of first metacarpal bone, closed"
* $ICD#S6221 "Fracture of first metacarpal bone, open"
* $ICD#S623 "Fracture of other metacarpal bone"
* $ICD#S6230 "Fracture of other metacarpal bone, closed"
* $ICD#S6231 "Fracture of other metacarpal bone, open"
* $ICD#S624 "Multiple fractures of metacarpal bones"
* $ICD#S6240 "Multiple fractures of metacarpal bones, closed"
* $ICD#S6241 "Multiple fractures of metacarpal bones, open"
* $ICD#S625 "Fracture of thumb"
* $ICD#S6250 "Fracture of thumb, closed"
* $ICD#S6251 "Fracture of thumb, open"
* $ICD#S626 "Fracture of other finger"
* $ICD#S6260 "Fracture of other finger, closed"
* $ICD#S6261 "Fracture of other finger, open"
* $ICD#S627 "Multiple fractures of fingers"
* $ICD#S6270 "Multiple fractures of fingers, closed"
* $ICD#S6271 "Multiple fractures of fingers, open"
* $ICD#S628 "Fracture of other and unspecified parts of wrist and hand"
* $ICD#S6280 "Fracture of other and unspecified parts of wrist and hand, closed"
* $ICD#S6281 "Fracture of other and unspecified parts of wrist and hand, open"
* $ICD#S920 "Fracture of calcaneus"
* $ICD#S9200 "Fracture of calcaneus, closed"
* $ICD#S9201 "Fracture of calcaneus, open"
* $ICD#S921 "Fracture of talus"
* $ICD#S9210 "Fracture of talus, closed"
* $ICD#S9211 "Fracture of talus, open"
* $ICD#S922 "Fracture of other tarsal bones"
* $ICD#S9220 "Fracture of other tarsal bones, closed"
* $ICD#S9221 "Fracture of other tarsal bones, open"
* $ICD#S923 "Fracture of metatarsal bone"
* $ICD#S9230 "Fracture of metatarsal bone, closed"
* $ICD#S9231 "Fracture of metatarsal bone, open"
* $ICD#S924 "Fracture of great toe"
* $ICD#S9240 "Fracture of great toe, closed"
* $ICD#S9241 "Fracture of great toe, open"
* $ICD#S925 "Fracture of other toe"
* $ICD#S9250 "Fracture of other toe, closed"
* $ICD#S9251 "Fracture of other toe, open"
* $ICD#S927 "Multiple fractures of foot"
* $ICD#S9270 "Multiple fractures of foot, closed"
* $ICD#S9271 "Multiple fractures of foot, open"
* $ICD#S929 "Fracture of foot, unspecified"
* $ICD#S9290 "Fracture of foot, unspecified, closed"
* $ICD#S9291 "Fracture of foot, unspecified, open"

ValueSet: KedjaFracturePathologicalCodes
Id: kedja-fracture-pathological
Title: "Pathological fractures"
Description: "Fracture codes, and diagnoses of underlying disease, that exclude a fracture as pathological."
* insert PublishedValueSet
* $ICD#M844 "Pathological fracture, not elsewhere classified"
* $ICD#M844 insert Derived
* $ICD#M907 "Fracture of bone in neoplastic disease"
* $ICD#M907 insert Derived
* $ICD#M907B "Fracture in neoplastic disease, shoulder or upper arm"
* $ICD#M907B insert Derived
* $ICD#M907C "Fracture in neoplastic disease, elbow or forearm"
* $ICD#M907C insert Derived
* $ICD#M907D "Fracture in neoplastic disease, wrist or hand"
* $ICD#M907D insert Derived
* $ICD#M907E "Fracture in neoplastic disease, pelvis"
* $ICD#M907E insert Derived
* $ICD#M907F "Fracture in neoplastic disease, hip or femur"
* $ICD#M907F insert Derived
* $ICD#M907G "Fracture in neoplastic disease, knee or lower leg"
* $ICD#M907G insert Derived
* $ICD#M907H "Fracture in neoplastic disease, ankle or foot"
* $ICD#M907H insert Derived
* $ICD#C795 "Secondary malignant neoplasm of bone and bone marrow"
* $ICD#C795 insert Derived
* $ICD#C900 "Multiple myeloma"
* $ICD#C900 insert Derived

ValueSet: KedjaFractureNotNewCodes
Id: kedja-fracture-not-new
Title: "Stress and periprosthetic fractures, sequelae and follow-up"
Description: "Codes that are not a new low-energy fracture: stress fracture, fracture after insertion of an implant, sequela, follow-up visit."
* insert PublishedValueSet
* $ICD#M843 "Stress fracture"
* $ICD#M843 insert Derived
* $ICD#M843B "Stress fracture, shoulder or upper arm"
* $ICD#M843B insert Derived
* $ICD#M843C "Stress fracture, elbow or forearm"
* $ICD#M843C insert Derived
* $ICD#M843D "Stress fracture, wrist or hand"
* $ICD#M843D insert Derived
* $ICD#M843E "Stress fracture, pelvis"
* $ICD#M843E insert Derived
* $ICD#M843F "Stress fracture, hip or femur"
* $ICD#M843F insert Derived
* $ICD#M843G "Stress fracture, knee or lower leg"
* $ICD#M843G insert Derived
* $ICD#M843H "Stress fracture, ankle or foot"
* $ICD#M843H insert Derived
* $ICD#M484 "Fatigue fracture of vertebra"
* $ICD#M484 insert Derived
* $ICD#M484A "Fatigue fracture of cervical vertebra"
* $ICD#M484A insert Derived
* $ICD#M484J "Fatigue fracture of thoracic vertebra"
* $ICD#M484J insert Derived
* $ICD#M484K "Fatigue fracture of lumbar vertebra"
* $ICD#M484K insert Derived
* $ICD#M484X "Fatigue fracture of vertebra, site unspecified"
* $ICD#M484X insert Derived
* $ICD#M966 "Fracture following insertion of implant or prosthesis"
* $ICD#M966 insert Derived
* $ICD#M966F "Fracture following insertion of implant or prosthesis, hip or femur"
* $ICD#M966F insert Derived
* $ICD#T911 "Sequelae of fracture of spine"
* $ICD#T911 insert Derived
* $ICD#T912 "Sequelae of other fracture of thorax and pelvis"
* $ICD#T912 insert Derived
* $ICD#T921 "Sequelae of fracture of arm"
* $ICD#T921 insert Derived
* $ICD#T922 "Sequelae of fracture at wrist and hand level"
* $ICD#T922 insert Derived
* $ICD#T931 "Sequelae of fracture of femur"
* $ICD#T931 insert Derived
* $ICD#T932 "Sequelae of other fractures of lower limb"
* $ICD#T932 insert Derived
* $ICD#Z094 "Follow-up examination after treatment of fracture"
* $ICD#Z094 insert Derived
