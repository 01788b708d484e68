/**
 * Data that leave as files: bulk export by the FHIR Bulk Data Access specification 2.0, from the request to the files. What
 * whoever asks may take out is decided elsewhere ({@link health.kedja.exchange.ExportReach}).
 */
package health.kedja.exchange;
