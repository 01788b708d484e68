/** {@code $collect-data}: the resources of a patient that an indicator looks at. */
package health.kedja.operation.collectdata;
