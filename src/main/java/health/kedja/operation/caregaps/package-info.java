/** {@code $care-gaps}: what is not done for each patient, by the fracture chain and the quality indicators. */
package health.kedja.operation.caregaps;
