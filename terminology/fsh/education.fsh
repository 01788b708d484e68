// Levels of highest education, as Swedish health statistics group them.
CodeSystem: KedjaEducationLevel
Id: kedja-education
Title: "Highest education"
Description: "The highest completed education of a patient, in three levels."
* insert PublishedCodeSystem
* ^valueSet = "https://kedja.health/fhir/ValueSet/kedja-education"
* #compulsory "Compulsory school" "At most nine years of school."
* #compulsory insert SvDa([["Förgymnasial utbildning"]], [["Grundskole"]])
* #upper-secondary "Upper secondary school" "Upper secondary school, general or vocational."
* #upper-secondary insert SvDa([["Gymnasial utbildning"]], [["Gymnasial uddannelse eller erhvervsuddannelse"]])
* #post-secondary "Post-secondary education" "Any education after upper secondary school."
* #post-secondary insert SvDa([["Eftergymnasial utbildning"]], [["Videregående uddannelse"]])

ValueSet: KedjaEducationCodes
Id: kedja-education
Title: "Highest education"
Description: "All codes of the code system kedja-education."
* insert PublishedValueSet
* include codes from system KedjaEducationLevel
