package health.kedja;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the house, as ARCHITECTURE.md states them, over the rooms below a base package. */
final class HouseRules {

    private static final String[] FHIR_MODEL = {
        "org.hl7.fhir..",
        "ca.uhn.fhir.context..",
        "ca.uhn.fhir.model..",
        "ca.uhn.fhir.parser..",
        "ca.uhn.fhir.util..",
        "ca.uhn.fhir.util.."
    };
    private static final String[] DATABASE = {"javax.sql..", "org.springframework.jdbc..", "org.springframework.dao.."};
    /** Connections of one's own, which nobody else can use up. */
    private static final String[] POOL = {"com.zaxxer.hikari.."};
    /** COPY, which JDBC has no name for. */
    private static final String[] BULK = {"org.postgresql.."};

    private static final String[] TRANSACTIONS = {"org.springframework.transaction.."};
    private static final String[] HOOKS = {"ca.uhn.fhir.interceptor.api..", "ca.uhn.fhir.rest.server.exceptions.."};
    private static final String[] STATISTICS = {"org.apache.commons.statistics..", "org.apache.commons.numbers.."};
    /** Spring Security and what it stands on: tokens, servlets, JSON, and the log of what a token says that is not known. */
    private static final String[] SECURITY = {
        "org.springframework.security..",
        "org.springframework.web..",
        "com.nimbusds..",
        "jakarta.servlet..",
        "com.fasterxml.jackson.databind..",
        "com.github.benmanes.caffeine..",
        "org.slf4j.."
    };

    /** What is answered without being a resource. */
    private static final String[] ANSWERS = {"jakarta.servlet.http..", "com.fasterxml.jackson.."};

    /** What CDS Hooks exchange, which is JSON of another kind. */
    private static final String[] CDS_HOOKS = {"ca.uhn.hapi.fhir.cdshooks.api.json..", "com.fasterxml.jackson.."};

    private static final String[] REST = {"ca.uhn.fhir.rest.."};

    private final String base;

    /** @param base the package whose sub-packages are the rooms */
    HouseRules(String base) {
        this.base = base;
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("pathway uses java only", room("pathway", rooms()));
        rules.put("indicator uses pathway", room("indicator", rooms("pathway"), STATISTICS));
        rules.put("fhir translates only", room("fhir", rooms("pathway", "indicator"), FHIR_MODEL));
        rules.put(
                "history reads and writes rows",
                room(
                        "history",
                        rooms("pathway", "indicator", "fhir"),
                        FHIR_MODEL,
                        DATABASE,
                        BULK,
                        TRANSACTIONS,
                        HOOKS));
        rules.put(
                "operation answers requests",
                room("operation", rooms("pathway", "indicator", "fhir", "history"), FHIR_MODEL, REST, CDS_HOOKS));
        rules.put(
                "synthetic writes what it made up",
                room("synthetic", rooms("pathway", "indicator", "fhir", "history"), FHIR_MODEL, DATABASE));
        rules.put(
                "access knows who asks",
                room("access", rooms("history"), FHIR_MODEL, REST, HOOKS, DATABASE, POOL, TRANSACTIONS, SECURITY));
        rules.put(
                "exchange lets data out",
                room(
                        "exchange",
                        rooms("fhir", "history", "operation", "access"),
                        FHIR_MODEL,
                        REST,
                        DATABASE,
                        TRANSACTIONS,
                        ANSWERS));
        rules.put("nothing uses server", nothingUsesServer());
        rules.put(
                "no cycles between rooms",
                slices().matching(base + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "operations do not know each other",
                slices().matching(base + ".operation.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .allowEmptyShould(true));
        rules.put("no clock in the core", noClockInTheCore());
        rules.put("nothing prints", nothingPrints());
        rules.put("no java.util.Date in the core", noOldDates());
        return rules;
    }

    private String[] rooms(String... names) {
        return Stream.of(names).map(name -> base + "." + name + "..").toArray(String[]::new);
    }

    private ArchRule room(String name, String[]... allowed) {
        Stream<String> own = Stream.of(base + "." + name + "..", "java..");
        String[] all =
                Stream.concat(own, Stream.of(allowed).flatMap(Stream::of)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(base + "." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all)
                // A room of the plan may not be there yet.
                .allowEmptyShould(true);
    }

    private ArchRule nothingUsesServer() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".server..");
    }

    private ArchRule noClockInTheCore() {
        return classes()
                .that()
                .resideInAnyPackage(rooms("pathway", "indicator", "fhir"))
                .should(notReadTheClock())
                .because("time is explicit: everything takes an asOf date");
    }

    private static ArchCondition<JavaClass> notReadTheClock() {
        return new ArchCondition<>("not read the clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(HouseRules::readsTheClock)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static boolean readsTheClock(JavaCodeUnitAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean noArguments = access.getTarget().getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>") && noArguments;
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private ArchRule nothingPrints() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("ReadyMessage")
                .and()
                .doNotHaveSimpleName("SyntheticCommand")
                .and()
                .doNotHaveSimpleName("PasswordCommand")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because(
                        "what the server says goes to its log; only the ready message and the commands are for the console");
    }

    private ArchRule noOldDates() {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms("pathway", "indicator"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .because("calendar days are java.time.LocalDate");
    }
}
