CodeSystem: KedjaActivity
Id: kedja-activity
Title: "Activities of the fracture chain"
Description: "Activities that have no national code, and plain words for those that have one."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-activity"
* #coordinator-assessment "Assessment by fracture coordinator" "A fracture coordinator has assessed the patient after a fracture."
* #coordinator-assessment insert SvDa([["Bedömning av frakturkoordinator"]], [["Vurdering ved frakturkoordinator"]])
* #vertebral-fracture-assessment "Vertebral fracture assessment" "Imaging of the spine in search of vertebral fractures, often together with bone density."
* #vertebral-fracture-assessment insert SvDa([["Bedömning av kotfrakturer (VFA)"]], [["Vurdering af rygfrakturer (VFA)"]])
* #fracture-chain "Fracture chain" "The care of one patient after an index fracture, used as type of an EpisodeOfCare."
* #fracture-chain insert SvDa([["Frakturkedja"]], [["Frakturkæde"]])
* #fracture-chain-plan "Fracture chain plan" "The plan for prevention of the next fracture, used as category of a CarePlan."
* #fracture-chain-plan insert SvDa([["Plan för frakturkedja"]], [["Plan for frakturkæde"]])
* #follow-up-contact "Follow-up contact" "A contact to follow up treatment and prevention."
* #follow-up-contact insert SvDa([["Uppföljningskontakt"]], [["Opfølgende kontakt"]])
* #discharge-note "Discharge note to primary care" "Primary care was informed by discharge note."
* #discharge-note insert SvDa([["Epikris till primärvården"]], [["Epikrise til almen praksis"]])
* #referral-bone-density "Referral to bone density measurement"
* #referral-bone-density insert SvDa([["Remiss till bentäthetsmätning"]], [["Henvisning til knoglemineralmåling"]])
* #referral-primary-care "Referral to primary care"
* #referral-primary-care insert SvDa([["Remiss till primärvården"]], [["Henvisning til almen praksis"]])
* #referral-physiotherapy "Referral to physiotherapy"
* #referral-physiotherapy insert SvDa([["Remiss till fysioterapeut"]], [["Henvisning til fysioterapi"]])
* #referral-osteoporosis-clinic "Referral to osteoporosis clinic"
* #referral-osteoporosis-clinic insert SvDa([["Remiss till osteoporosmottagning"]], [["Henvisning til osteoporoseklinik"]])
* #referral-falls-clinic "Referral to falls clinic"
* #referral-falls-clinic insert SvDa([["Remiss till fallmottagning"]], [["Henvisning til faldklinik"]])
* #limited-life-expectancy "Limited life expectancy" "The patient is expected to live for less than two years, or care is palliative."
* #limited-life-expectancy insert SvDa([["Begränsad förväntad överlevnad"]], [["Begrænset forventet levetid"]])
* #fall-risk-assessment "Fall risk assessment" "The risk of falling, or balance, was assessed."
* #fall-risk-assessment insert SvDa([["Fallriskbedömning"]], [["Faldrisikovurdering"]])
* #fall-prevention "Fall prevention" "A measure against falls was carried out."
* #fall-prevention insert SvDa([["Fallprevention"]], [["Faldforebyggelse"]])
* #training "Balance and strength training"
* #training insert SvDa([["Balans- och styrketräning"]], [["Balance- og styrketræning"]])
* #patient-education "Patient education" "Education about osteoporosis, alone or in group."
* #patient-education insert SvDa([["Patientutbildning"]], [["Patientuddannelse"]])
* #lifestyle-advice "Lifestyle advice" "Advice on tobacco, alcohol, physical activity or diet."
* #lifestyle-advice insert SvDa([["Råd om levnadsvanor"]], [["Rådgivning om livsstil"]])
* #drug-review "Drug review"
* #drug-review insert SvDa([["Läkemedelsgenomgång"]], [["Medicingennemgang"]])
* #impaired-rise-up "Impaired rise-up" "Whether the patient cannot rise from a chair without using the arms; an Observation with valueBoolean. The fourth question of FRAMO."
* #impaired-rise-up insert SvDa([["Nedsatt förmåga att resa sig"]], [["Nedsat evne til at rejse sig"]])
* #home-hazard-review "Review of hazards in the home" "Hazards in the home were looked for or removed."
* #home-hazard-review insert SvDa([["Genomgång av risker i hemmet"]], [["Gennemgang af risici i hjemmet"]])
* #vision-hearing-check "Check of vision and hearing" "Vision or hearing was checked, or glasses or hearing aids were seen to, to prevent falls."
* #vision-hearing-check insert SvDa([["Kontroll av syn och hörsel"]], [["Kontrol af syn og hørelse"]])
* #fall-prevention-aids "Aids against falls and fractures" "Walking aids, hip protectors or shoes were provided or tried out."
* #fall-prevention-aids insert SvDa([["Hjälpmedel mot fall och frakturer"]], [["Hjælpemidler mod fald og brud"]])
* #balance-training "Balance training"
* #balance-training insert SvDa([["Balansträning"]], [["Balancetræning"]])
* #strength-training "Strength training"
* #strength-training insert SvDa([["Styrketräning"]], [["Styrketræning"]])
* #lifestyle-advice-tobacco "Advice on tobacco"
* #lifestyle-advice-tobacco insert SvDa([["Råd om tobak"]], [["Rådgivning om tobak"]])
* #lifestyle-advice-alcohol "Advice on alcohol"
* #lifestyle-advice-alcohol insert SvDa([["Råd om alkohol"]], [["Rådgivning om alkohol"]])
* #lifestyle-advice-activity "Advice on physical activity"
* #lifestyle-advice-activity insert SvDa([["Råd om fysisk aktivitet"]], [["Rådgivning om fysisk aktivitet"]])
* #lifestyle-advice-diet "Advice on diet"
* #lifestyle-advice-diet insert SvDa([["Råd om mat"]], [["Rådgivning om kost"]])
* #care-home-stay "Stay in care home" "The patient lives in special housing for older people; type of an EpisodeOfCare or Encounter."
* #care-home-stay insert SvDa([["Vistelse i särskilt boende"]], [["Ophold på plejehjem"]])

ValueSet: KedjaActivityCodes
Id: kedja-activity
Title: "Activities of the fracture chain"
Description: "All codes of the code system kedja-activity."
* insert PublishedValueSet
* include codes from system KedjaActivity
