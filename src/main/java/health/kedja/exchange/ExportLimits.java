package health.kedja.exchange;

import java.time.Duration;

/**
 * How much room and time exports get.
 *
 * @param kept how long files are kept after they are made
 * @param atOnce how many exports are made at the same time; others wait
 * @param most octets that the files of all exports together may take in the database
 * @param ofFile resources in one file; more of a type are in further files
 */
public record ExportLimits(Duration kept, int atOnce, long most, int ofFile) {

    /** Exports of one caller that are kept or under way. */
    static final int OF_ONE = 20;
    /** Exports of all. */
    static final int OF_ALL = 200;
    /** More than this in one file and a download that breaks off costs much. */
    private static final int OF_FILE = 100_000;

    /** With files of a usual size. */
    public ExportLimits(Duration kept, int atOnce, long most) {
        this(kept, atOnce, most, OF_FILE);
    }
}
