/** {@code $evaluate-measure}: the result of quality indicators, at once or later, as FHIR or as a table. */
package health.kedja.operation.evaluatemeasure;
