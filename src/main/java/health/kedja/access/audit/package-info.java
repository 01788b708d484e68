/**
 * The audit trail: every access to what is stored, after the Basic Audit Log Patterns of IHE, as rows that are added and
 * never changed. No answer is sent before what it answers is recorded; what is written is recorded in its own
 * transaction.
 */
package health.kedja.access.audit;
