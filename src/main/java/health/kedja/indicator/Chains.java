package health.kedja.indicator;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepStatus;

/**
 * The fracture chains of the people of a part, in columns, as they stand on a day. The arrays are for reading only.
 *
 * <p>Person {@code p} has the chains {@code firstChain[p]} to {@code firstChain[p + 1] - 1}, newest first.
 *
 * @param firstChain index of the first chain of each person; one longer than there are people
 * @param day day of the fracture, in days since 1970-01-01
 * @param event the index fracture, as an index into the events of the part
 * @param site site code of the guideline, such as {@code hip}
 * @param type the type of the chain
 * @param status ordinal of the {@link StepStatus} of each step, {@link #STEPS} for each chain
 * @param due last day on which the step is on time, or {@link #NO_DAY}
 * @param done day on which it was done, or {@link #NO_DAY}
 */
public record Chains(
        int[] firstChain,
        int[] day,
        int[] event,
        String[] site,
        ChainType[] type,
        byte[] status,
        int[] due,
        int[] done) {

    /** Steps of a chain, in the order of {@link StepCode}. */
    public static final int STEPS = StepCode.values().length;
    /** No day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final StepStatus[] STATUSES = StepStatus.values();

    /** Where a step of a chain stands. */
    public StepStatus statusOf(int chain, StepCode step) {
        return STATUSES[status[chain * STEPS + step.ordinal()]];
    }

    /** Last day on which the step is on time, or {@link #NO_DAY}. */
    public int dueOf(int chain, StepCode step) {
        return due[chain * STEPS + step.ordinal()];
    }

    /** Day on which the step was done, or {@link #NO_DAY}. */
    public int doneOf(int chain, StepCode step) {
        return done[chain * STEPS + step.ordinal()];
    }
}
