/** What reports say beside each other: ranks, limits, levels, targets and change over time, from what they show alone. */
package health.kedja.indicator.comparison;
