ValueSet: KedjaDrugGivingCodes
Id: kedja-drug-giving
Title: "Giving of a drug"
Description: "Infusion or injection of a drug. The drug is stated by an ATC code beside it. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#DT016 "Giving of drug, intravenous"
* $KVA#DT021 "Giving of drug, subcutaneous"

ValueSet: KedjaDrugDecisionCodes
Id: kedja-drug-decision
Title: "Decision on a drug"
Description: "Prescription or ordering of a drug, without saying which. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#DT026 "Ordering of drug"

ValueSet: KedjaFollowUpCodes
Id: kedja-follow-up
Title: "Follow-up"
Description: "Structured follow-up contacts. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#AW001 "Structured follow-up under national guidelines"
* $ACT#follow-up-contact "Follow-up contact"

ValueSet: KedjaConferenceCodes
Id: kedja-conference
Title: "Conferences and exchange of information"
Description: "Contacts between professionals about a patient. Kedja does not read them as a step of the chain. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#XS008 "Case conference about the patient"
* $KVA#XS005 "Exchange of information with another party"

ValueSet: KedjaReferralCodes
Id: kedja-referral
Title: "Referrals"
Description: "Referrals of the fracture chain, and the national code that does not say where to. The codes of Kedja say where to. KVÅ codes as of 2021; the list is revised every year."
* insert PublishedValueSet
* $KVA#XT001 "Referral, unspecified"
* $ACT#referral-bone-density "Referral to bone density measurement"
* $ACT#referral-primary-care "Referral to primary care"
* $ACT#referral-physiotherapy "Referral to physiotherapy"
* $ACT#referral-osteoporosis-clinic "Referral to osteoporosis clinic"
* $ACT#referral-falls-clinic "Referral to falls clinic"

ValueSet: KedjaCoordinatorAssessmentCodes
Id: kedja-coordinator-assessment
Title: "Assessment by fracture coordinator"
Description: "No national code was found; the code is of Kedja."
* insert PublishedValueSet
* $ACT#coordinator-assessment "Assessment by fracture coordinator"

ValueSet: KedjaVertebralFractureAssessmentCodes
Id: kedja-vertebral-fracture-assessment
Title: "Vertebral fracture assessment"
Description: "No national code was found in KVÅ 2021; the code is of Kedja."
* insert PublishedValueSet
* $ACT#vertebral-fracture-assessment "Vertebral fracture assessment"

ValueSet: KedjaLateralityCodes
Id: kedja-laterality
Title: "Side of the body"
Description: "Left and right."
* insert PublishedValueSet
* $SCT#7771000 "Left"
* $SCT#24028007 "Right"
