package health.kedja.history;

import java.util.Optional;

/**
 * People of a population who are kept together, so that what an audience sees of it is made of whole parts.
 *
 * @param region to which they belong, as {@link Standing#region} says; empty for those who belong to none
 * @param refusing whether a record of theirs refuses anything, on whatever day: only these need be looked at
 */
record Share(Optional<String> region, boolean refusing) {}
