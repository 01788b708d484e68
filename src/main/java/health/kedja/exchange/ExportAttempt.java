package health.kedja.exchange;

import java.util.UUID;

/**
 * One time that an export is begun to be made.
 *
 * @param export which
 * @param number the how manieth it is, from 1; of several the highest alone adds to the files
 */
record ExportAttempt(UUID export, int number) {}
