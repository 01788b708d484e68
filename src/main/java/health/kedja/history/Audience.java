package health.kedja.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a population is read: which people are in it, and which of their records.
 *
 * @param region only people who belong to it, as {@link Standing#region} says; empty for everyone
 * @param withoutOptedOut whether those who refuse to be in quality registers are left out
 * @param organizations those of the caller, without the ones below them: records that are blocked for them are left out;
 *     empty to leave none out
 * @param day on which refusals must hold
 */
public record Audience(
        Optional<String> region, boolean withoutOptedOut, Optional<Set<String>> organizations, LocalDate day) {}
