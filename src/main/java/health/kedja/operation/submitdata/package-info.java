/** {@code $submit-data}: resources for an indicator, stored all or none. */
package health.kedja.operation.submitdata;
