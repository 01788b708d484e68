/**
 * Bone density on one scale: standardised BMD, T-scores recomputed on a named reference, vertebrae that count, change
 * between scans.
 */
package health.kedja.pathway.density;
