/**
 * Translation between FHIR and the clinical core, both ways, and nothing else: resource to events, chain to Parameters,
 * guideline to PlanDefinition.
 *
 * <p>The one place where a resource becomes events: the write path, the rebuild and the stateless evaluation all call
 * it. May use {@code pathway}, {@code indicator} and the HAPI structures.
 */
package health.kedja.fhir;
