/** From counts by strata to what may be shown: results with intervals, standardisation, coverage, suppression. */
package health.kedja.indicator.report;
