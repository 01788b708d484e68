/** {@code $next-actions}: what to do next for a patient. */
package health.kedja.operation.nextactions;
