package health.kedja.operation;

import health.kedja.FhirHttp;
import health.kedja.history.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** People with a hip fracture in 2021, stored over HTTP; each test has its own. */
public final class HipFractures {

    private final FhirHttp http;
    private final List<String> people = new ArrayList<>();
    private final String unit = Records.newId("unit");

    public HipFractures(FhirHttp http) {
        this.http = http;
        http.put("Organization/" + unit, "{\"resourceType\":\"Organization\",\"id\":\"" + unit + "\",\"name\":\"A\"}")
                .expect(201);
    }

    /** The unit of every contact. */
    public String unit() {
        return "Organization/" + unit;
    }

    /** Ids of the patients, in order. */
    public List<String> people() {
        return List.copyOf(people);
    }

    /** An in-patient with a hip fracture on 1 March 2021. */
    public HipFractures add(String gender, boolean treated) {
        String id = Records.newId("hf");
        people.add(id);
        List<String> entries = new ArrayList<>();
        entry(entries, "Patient", id, "'birthDate':'1940-01-01','gender':'" + gender + "'");
        entry(
                entries,
                "Encounter",
                id,
                "'status':'finished','class':{'code':'IMP'},'subject':{'reference':'Patient/" + id
                        + "'},'serviceProvider':{'reference':'" + unit() + "'},'period':{'start':'2021-03-01','end':"
                        + "'2021-03-08'}");
        entry(
                entries,
                "Condition",
                id,
                "'subject':{'reference':'Patient/" + id + "'},'encounter':{'reference':'Encounter/" + id
                        + "'},'code':{'coding':[{'system':'urn:oid:1.2.752.116.1.1.1','code':'S72.00'}]},"
                        + "'onsetDateTime':'2021-03-01','clinicalStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},"
                        + "'verificationStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'confirmed'}]}");
        if (treated) {
            dispensed(entries, id);
        }
        http.post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
        return this;
    }

    /** A dispensation that is told late, of a patient who was added without. */
    public void treat(String patient) {
        List<String> entries = new ArrayList<>();
        dispensed(entries, patient);
        http.post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
    }

    private static void dispensed(List<String> entries, String id) {
        entry(
                entries,
                "MedicationDispense",
                id,
                "'status':'completed','subject':{'reference':'Patient/" + id + "'},'whenHandedOver':'2021-06-01',"
                        + "'daysSupply':{'value':90,'unit':'d','system':'http://unitsofmeasure.org','code':'d'},"
                        + "'quantity':{'value':12},'medicationCodeableConcept':{'coding':[{'system':"
                        + "'http://www.whocc.no/atc','code':'M05BA04'}]}");
    }

    private static void entry(List<String> entries, String type, String id, String body) {
        entries.add("PUT " + type + "/" + id);
        entries.add(("{'resourceType':'" + type + "','id':'" + id + "'," + body + "}").replace('\'', '"'));
    }

    /** A Group of these patients. */
    public String group() {
        String id = Records.newId("group");
        String members = people.stream()
                .map(person -> "{\"entity\":{\"reference\":\"Patient/" + person + "\"}}")
                .collect(Collectors.joining(","));
        http.put(
                        "Group/" + id,
                        "{\"resourceType\":\"Group\",\"id\":\"" + id + "\",\"type\":\"person\",\"actual\":true"
                                + (members.isEmpty() ? "" : ",\"member\":[" + members + "]") + "}")
                .expect(201);
        return "Group/" + id;
    }
}
