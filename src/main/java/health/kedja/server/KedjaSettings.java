package health.kedja.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Kedja's own settings, {@code kedja.*}.
 *
 * @param timeZone where calendar days are counted
 * @param guideline id of the guideline used when a question names none
 * @param guidelineDirectory a folder of further guideline files, or null
 * @param demo whether to store a few invented patients for a first look
 * @param baseUrl the address under which clients reach this server, without {@code /fhir}, in all addresses of answers; null
 *     for the one that each request names
 * @param hosts further names by which requests may ask for this server
 * @param database where the data are kept
 * @param requests limits on what is accepted
 * @param validation whether resources are checked against the profiles on write
 * @param events whether clinical events are derived from resources on write, and rebuilt at start
 * @param reports reports of quality indicators that are made while the client does other things
 * @param exports files of bulk exports
 * @param audit whether accesses are recorded
 * @param jobs how fast import and delete-expunge jobs go
 * @param relations how long someone has to do with a patient
 */
@ConfigurationProperties("kedja")
record KedjaSettings(
        @DefaultValue("Europe/Stockholm") ZoneId timeZone,
        @DefaultValue("se-psvf-2021") String guideline,
        Path guidelineDirectory,
        @DefaultValue("false") boolean demo,
        URI baseUrl,
        @DefaultValue List<String> hosts,
        @DefaultValue Database database,
        @DefaultValue Requests requests,
        @DefaultValue Validation validation,
        @DefaultValue Events events,
        @DefaultValue Reports reports,
        @DefaultValue Exports exports,
        @DefaultValue Audit audit,
        @DefaultValue Jobs jobs,
        @DefaultValue Relations relations) {

    KedjaSettings {
        if (baseUrl != null) {
            baseUrl = URI.create(baseUrl.toString().replaceFirst("/+$", ""));
            boolean isAddress =
                    baseUrl.getHost() != null && List.of("http", "https").contains(baseUrl.getScheme());
            if (!isAddress || baseUrl.getQuery() != null || baseUrl.getPath().endsWith("/fhir")) {
                throw new SettingException(
                        "kedja.base-url is '" + baseUrl + "', which is no address of a server",
                        "Set it to the address that clients use, without /fhir: https://kedja.example.org.");
            }
        }
    }

    /**
     * @param directory where the embedded PostgreSQL keeps its data
     * @param durable whether a commit waits for the disk; only tests turn it off
     * @param statementTimeout longest time for one statement of a request; 0 is without end, here and below
     * @param lockTimeout longest wait for what another transaction is writing
     * @param idleInTransactionTimeout when the database ends a transaction in which nothing happens
     * @param reportTimeout longest time for one statement that reads the whole population
     */
    record Database(
            @DefaultValue("data") Path directory,
            @DefaultValue("true") boolean durable,
            @DefaultValue("30s") Duration statementTimeout,
            @DefaultValue("20s") Duration lockTimeout,
            @DefaultValue("5m") Duration idleInTransactionTimeout,
            @DefaultValue("10m") Duration reportTimeout) {}

    /**
     * @param maxBody largest request body
     * @param bodyWithin time in which a client must have sent it
     * @param maxBundleEntries most entries in a transaction or batch
     * @param maxUrl longest address, query included
     * @param maxHeaders longest sum of all headers
     * @param maxParameters most parameters of a request
     * @param maxValues most values of all of them together
     * @param maxIncludes most {@code _include} and {@code _revinclude}
     * @param maxChain most links in a chained parameter, {@code _has} included
     * @param maxCount largest page
     * @param maxResults most results of a search that are kept for paging
     * @param maxDepth deepest nesting of a body
     * @param maxText longest text in a body, in characters
     * @param maxDigits longest number in a body
     * @param rate how many requests a client may send
     */
    record Requests(
            @DefaultValue("50MB") DataSize maxBody,
            @DefaultValue("5m") Duration bodyWithin,
            @DefaultValue("5000") int maxBundleEntries,
            @DefaultValue("8KB") DataSize maxUrl,
            @DefaultValue("16KB") DataSize maxHeaders,
            @DefaultValue("100") int maxParameters,
            @DefaultValue("1000") int maxValues,
            @DefaultValue("20") int maxIncludes,
            @DefaultValue("4") int maxChain,
            @DefaultValue("1000") int maxCount,
            @DefaultValue("100000") int maxResults,
            @DefaultValue("100") int maxDepth,
            @DefaultValue("10MB") DataSize maxText,
            @DefaultValue("64") int maxDigits,
            @DefaultValue Rate rate) {}

    /**
     * @param perSecond how many requests a second, on average; 0 is no limit
     * @param burst how many at once
     * @param loopback whether requests of the machine itself without a token are counted too
     */
    record Rate(
            @DefaultValue("500") int perSecond,
            @DefaultValue("2000") int burst,
            @DefaultValue("false") boolean loopback) {}

    /** @param enabled off only to measure what validation costs */
    record Validation(@DefaultValue("true") boolean enabled) {}

    /**
     * @param enabled off only to measure what events cost
     * @param rebuild derive all events anew from the stored resources before the server answers
     */
    record Events(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("false") boolean rebuild) {}

    /** @param kept how long such a report is kept after it is done */
    record Reports(@DefaultValue("1h") Duration kept) {}

    /**
     * @param kept how long the files of an export are kept after it is done
     * @param atOnce how many exports are made at the same time, at least one
     * @param maxSize most room that the files of all exports may take in the database
     */
    record Exports(
            @DefaultValue("24h") Duration kept,
            @DefaultValue("2") int atOnce,
            @DefaultValue("20GB") DataSize maxSize) {

        Exports {
            if (atOnce < 1) {
                throw new IllegalArgumentException("kedja.exports.at-once is " + atOnce + ": give 1 or more");
            }
        }
    }

    /**
     * @param enabled whether accesses are recorded; where it is not said, they are in guarded mode
     * @param patience how long a request waits for its record until it is refused
     */
    record Audit(Boolean enabled, @DefaultValue("10s") Duration patience) {}

    /** @param tick time between two looks at whether a job can take its next step */
    record Jobs(@DefaultValue("1s") Duration tick) {}

    /** @param daysAfterEncounter for how many days after its end an encounter still is a care relation, 0 or more */
    record Relations(@DefaultValue("90") int daysAfterEncounter) {

        Relations {
            if (daysAfterEncounter < 0) {
                throw new IllegalArgumentException("kedja.relations.days-after-encounter is " + daysAfterEncounter
                        + ": give the number of days, 0 or more");
            }
        }
    }
}
