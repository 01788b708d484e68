/** Measures the packaged server from outside; run by {@code bench/run.sh}, not by the tests. */
package health.kedja.bench;
