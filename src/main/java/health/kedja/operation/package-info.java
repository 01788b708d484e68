/** One sub-package per FHIR operation: provider, request (parsed and valid), answer. */
package health.kedja.operation;
