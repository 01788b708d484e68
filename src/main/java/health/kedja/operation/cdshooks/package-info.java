/** CDS Hooks 2.0: what to do next for a patient, as cards in the record system. */
package health.kedja.operation.cdshooks;
