/** Intervals, standardisation, trends and control limits. Knows nothing of patients. */
package health.kedja.indicator.statistics;
