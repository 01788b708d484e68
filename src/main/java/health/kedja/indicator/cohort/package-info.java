/** Many people and what happened to them, in columns of primitives. */
package health.kedja.indicator.cohort;
