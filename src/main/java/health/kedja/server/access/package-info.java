/**
 * Enforces on every path into and out of the storage what {@link health.kedja.access} decides: hooks on HAPI's two
 * interceptor services, and guards at the doors of Kedja's operations. There only in guarded mode.
 */
package health.kedja.server.access;
