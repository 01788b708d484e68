package health.kedja.history;

import java.io.Serializable;

/**
 * What of one type is in a {@link Circle}, in the storage's own numbers of resources ({@code hfj_resource.res_id}): the
 * resources that name patients of it and no others, as the storage's index of references tells, with those that are
 * {@code also} in it and without those that are {@code hidden}.
 *
 * @param type of the resources
 * @param region of the patients
 * @param butFor whether the patients are all of the region but for those in {@code patients}; else they are those
 * @param patients numbers of Patients
 * @param also numbers of resources whose patients the index does not tell
 * @param hidden numbers of resources that the index would let in: blocked, or naming others beside
 */
@SuppressWarnings("java:S6218") // Never compared.
public record InCircle(String type, String region, boolean butFor, long[] patients, long[] also, long[] hidden)
        implements Serializable {}
