package health.kedja.operation.evaluatemeasure;

import health.kedja.history.Known;

/** Tells what is known of a patient, as the data of the report are and as whoever asks for it may see. */
interface Evidence {

    Known of(String patient);
}
