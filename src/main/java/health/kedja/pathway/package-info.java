/**
 * The clinical core: what can happen to a patient ({@link health.kedja.pathway.Event}), a patient's
 * {@link health.kedja.pathway.History}, a regional {@code Guideline}, and the
 * {@link health.kedja.pathway.FractureChain} that evaluates the one under the other.
 *
 * <p>Uses {@code java.*} only; reads no clock, no file and no database. Everything that sources disagree about is a
 * field of the guideline.
 */
package health.kedja.pathway;
