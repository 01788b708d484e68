package health.kedja.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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
 * @param database where the data are kept
 * @param requests limits on what is accepted
 * @param validation whether resources are checked against the profiles on write
 * @param events whether clinical events are derived from resources on write, and rebuilt at start
 * @param reports reports of quality indicators that are made while the client does other things
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
        @DefaultValue Database database,
        @DefaultValue Requests requests,
        @DefaultValue Validation validation,
        @DefaultValue Events events,
        @DefaultValue Reports reports,
        @DefaultValue Audit audit,
        @DefaultValue Jobs jobs,
        @DefaultValue Relations relations) {

    /**
     * @param directory where the embedded PostgreSQL keeps its data
     * @param durable whether a commit waits for the disk; only tests turn it off
     */
    record Database(
            @DefaultValue("data") Path directory,
            @DefaultValue("true") boolean durable) {}

    /**
     * @param maxBody largest request body
     * @param maxBundleEntries most entries in a transaction or batch
     */
    record Requests(
            @DefaultValue("50MB") DataSize maxBody,
            @DefaultValue("5000") int maxBundleEntries) {}

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
