// Identifiers of persons and organisations.

Instance: kedja-personnummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaPersonnummer"
* insert PublishedNames(identifier)
* responsible = "Skatteverket"
* description = "Swedish personal identity number, 12 digits without dash."
* insert Written(uri, "http://electronichealth.se/identifier/personnummer")
* insert Read(oid, "1.2.752.129.2.1.3.1", [["Swedish personal identity number. Certainty: confirmed."]])

Instance: kedja-samordningsnummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaSamordningsnummer"
* insert PublishedNames(identifier)
* responsible = "Skatteverket"
* description = "Swedish coordination number, 12 digits without dash; the day of birth is raised by 60."
* insert Written(uri, "http://electronichealth.se/identifier/samordningsnummer")
* insert Read(oid, "1.2.752.129.2.1.3.3", [["Swedish coordination number. Certainty: confirmed."]])

Instance: kedja-reservnummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaReservnummer"
* insert PublishedNames(identifier)
* description = "Swedish national reserve number, digits and letters."
* insert Written(uri, "http://electronichealth.se/identifier/nationelltReservnummer")

Instance: kedja-lma-nummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaLmaNummer"
* insert PublishedNames(identifier)
* responsible = "Migrationsverket"
* description = "Number on the Swedish card of an asylum seeker."
* insert Written(uri, "http://electronichealth.se/identifier/LMA-nummer")

Instance: kedja-hsa-id
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaHsaId"
* insert PublishedNames(identifier)
* responsible = "Inera"
* description = "HSA-id of Swedish units and staff. Sources name two identifiers."
* insert Written(oid, "1.2.752.29.4.19")
* insert Read(oid, "1.2.752.129.2.1.4.1", [["HSA-id in national service contracts. Certainty: confirmed."]])

Instance: kedja-organisationsnummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaOrganisationsnummer"
* insert PublishedNames(identifier)
* responsible = "Bolagsverket"
* description = "Swedish organisation number."
* insert Written(oid, "2.5.4.97")

Instance: kedja-cpr
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaCpr"
* insert PublishedNames(identifier)
* responsible = "CPR-kontoret"
* description = "Danish civil registration number, 10 digits."
* insert Written(oid, "1.2.208.176.1.2")

Instance: kedja-ecpr
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaEcpr"
* insert PublishedNames(identifier)
* responsible = "Sundhedsdatastyrelsen"
* description = "Danish replacement number (X-eCPR)."
* insert Written(oid, "1.2.208.176.1.6.1.1")

Instance: kedja-sor
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaSor"
* insert PublishedNames(identifier)
* responsible = "Sundhedsdatastyrelsen"
* description = "Danish identifier of health care organisations (SOR)."
* insert Written(oid, "1.2.208.176.1.1")

Instance: kedja-ydernummer
InstanceOf: NamingSystem
Usage: #definition
* name = "KedjaYdernummer"
* insert PublishedNames(identifier)
* responsible = "Sundhedsdatastyrelsen"
* description = "Danish provider number of practices in primary care."
* insert Written(oid, "1.2.208.176.1.4")
