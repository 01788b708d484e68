package health.kedja.operation;

import health.kedja.FhirHttp;
import health.kedja.history.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** People with a hip fracture in 2021, stored over HTTP; each test has its own. */
public final class HipFractures {

    private final FhirHttp http;
    private final List<String> people = new ArrayList<>();
    private final String unit;
    private final String prefix;
    private LocalDate day = LocalDate.parse("2021-03-01");
    private String county;

    public HipFractures(FhirHttp http) {
        this(http, Records.newId("unit"));
        http.put("Organization/" + unit, "{\"resourceType\":\"Organization\",\"id\":\"" + unit + "\",\"name\":\"A\"}")
                .expect(201);
    }

    /** @param unit id of an Organization that is there */
    public HipFractures(FhirHttp http, String unit) {
        this(http, unit, "");
    }

    /** @param prefix of the ids, such as {@code north.} for what a client of a region stores */
    public HipFractures(FhirHttp http, String unit, String prefix) {
        this.http = http;
        this.unit = unit;
        this.prefix = prefix;
    }

    /** The unit of every contact. */
    public String unit() {
        return "Organization/" + unit;
    }

    /** Ids of the patients, in order. */
    public List<String> people() {
        return List.copyOf(people);
    }

    /** Those added from here on break their hip on this day. */
    public HipFractures on(String fractureDay) {
        day = LocalDate.parse(fractureDay);
        return this;
    }

    /** Those added from here on live in this county. */
    public HipFractures livingIn(String code) {
        county = code;
        return this;
    }

    /** Several, of whom the first ones were treated. */
    public HipFractures add(int treated, int all) {
        for (int i = 0; i < all; i++) {
            add("female", i < treated);
        }
        return this;
    }

    /** An in-patient with a hip fracture, on 1 March 2021 unless another day was said; treated three months later. */
    public HipFractures add(String gender, boolean treated) {
        String id = prefix + Records.newId("hf");
        people.add(id);
        List<String> entries = new ArrayList<>();
        entry(entries, "Patient", id, "'birthDate':'1940-01-01','gender':'" + gender + "'" + address());
        entry(
                entries,
                "Encounter",
                id,
                "'status':'finished','class':{'code':'IMP'},'subject':{'reference':'Patient/" + id
                        + "'},'serviceProvider':{'reference':'" + unit() + "'},'period':{'start':'" + day + "','end':'"
                        + day.plusDays(7) + "'}");
        entry(
                entries,
                "Condition",
                id,
                "'subject':{'reference':'Patient/" + id + "'},'encounter':{'reference':'Encounter/" + id
                        + "'},'code':{'coding':[{'system':'urn:oid:1.2.752.116.1.1.1','code':'S72.00'}]},"
                        + "'onsetDateTime':'" + day + "','clinicalStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},"
                        + "'verificationStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'confirmed'}]}");
        if (treated) {
            dispensed(entries, id, day);
        }
        http.post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
        return this;
    }

    private String address() {
        return county == null
                ? ""
                : ",'address':[{'extension':[{'url':'https://kedja.health/fhir/StructureDefinition/kedja-county',"
                        + "'valueCodeableConcept':{'coding':[{'system':'urn:oid:1.2.752.129.2.2.1.18','code':'" + county
                        + "'}]}}]}]";
    }

    /** A dispensation that is told late, of a patient who was added without, three months after the fracture. */
    public void treat(String patient) {
        List<String> entries = new ArrayList<>();
        dispensed(entries, patient, day);
        http.post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
    }

    private static void dispensed(List<String> entries, String id, LocalDate fracture) {
        entry(
                entries,
                "MedicationDispense",
                id,
                "'status':'completed','subject':{'reference':'Patient/" + id + "'},'whenHandedOver':'"
                        + fracture.plusMonths(3) + "',"
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
