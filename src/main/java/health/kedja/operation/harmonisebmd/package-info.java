/** {@code Observation/$harmonise-bmd}: bone densities on one scale. */
package health.kedja.operation.harmonisebmd;
