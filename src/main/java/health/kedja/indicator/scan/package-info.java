/** Definitions in the numbers of a cohort's dictionary, and the pass over its columns. */
package health.kedja.indicator.scan;
