CodeSystem: KedjaMeasureStatus
Id: kedja-measure-status
Title: "Status of a preventive measure"
Description: "Whether a preventive measure outside drugs was offered, done or declined."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-measure-status"
* #done "Done"
* #done insert SvDa([["Genomförd"]], [["Udført"]])
* #declined "Declined" "Offered, and the patient did not want it."
* #declined insert SvDa([["Avböjd"]], [["Afslået"]])
* #not-done "Decided against" "Decided against for another reason."
* #not-done insert SvDa([["Avstådd"]], [["Undladt"]])
* #offered "Offered"
* #offered insert SvDa([["Erbjuden"]], [["Tilbudt"]])
* #unspecified "Recorded without saying which" "Something of the sort is recorded, and not which."
* #unspecified insert SvDa([["Dokumenterat utan att ange vad"]], [["Dokumenteret uden angivelse af hvad"]])
* #not-recorded "Not recorded"
* #not-recorded insert SvDa([["Inte dokumenterad"]], [["Ikke dokumenteret"]])

ValueSet: KedjaMeasureStatusCodes
Id: kedja-measure-status
Title: "Status of a preventive measure"
Description: "All codes of the code system kedja-measure-status."
* insert PublishedValueSet
* include codes from system KedjaMeasureStatus

CodeSystem: KedjaMeasure
Id: kedja-measure
Title: "Preventive measures outside drugs"
Description: "Measures against the next fracture that are no drugs."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-measure"
* #fall-risk-assessment "Assessment of the risk of falling"
* #fall-risk-assessment insert SvDa([["Bedömning av fallrisk"]], [["Vurdering af faldrisiko"]])
* #balance-training "Balance training"
* #balance-training insert SvDa([["Balansträning"]], [["Balancetræning"]])
* #strength-training "Strength training"
* #strength-training insert SvDa([["Styrketräning"]], [["Styrketræning"]])
* #physical-activity "Physical activity"
* #physical-activity insert SvDa([["Fysisk aktivitet"]], [["Fysisk aktivitet"]])
* #education "Education about osteoporosis"
* #education insert SvDa([["Utbildning om benskörhet"]], [["Undervisning om knogleskørhed"]])
* #smoking "Smoking and other tobacco"
* #smoking insert SvDa([["Rökning och annan tobak"]], [["Rygning og anden tobak"]])
* #alcohol "Alcohol"
* #alcohol insert SvDa([["Alkohol"]], [["Alkohol"]])
* #diet "Diet"
* #diet insert SvDa([["Mat"]], [["Kost"]])
* #home-hazards "Hazards in the home"
* #home-hazards insert SvDa([["Risker i hemmet"]], [["Risici i hjemmet"]])
* #medication-review "Review of drugs"
* #medication-review insert SvDa([["Läkemedelsgenomgång"]], [["Medicingennemgang"]])
* #vision-hearing "Vision and hearing"
* #vision-hearing insert SvDa([["Syn och hörsel"]], [["Syn og hørelse"]])
* #aids "Walking aids, hip protectors and shoes"
* #aids insert SvDa([["Gånghjälpmedel, höftskydd och skor"]], [["Ganghjælpemidler, hoftebeskyttere og sko"]])

ValueSet: KedjaMeasureCodes
Id: kedja-measure
Title: "Preventive measures outside drugs"
Description: "All codes of the code system kedja-measure."
* insert PublishedValueSet
* include codes from system KedjaMeasure
