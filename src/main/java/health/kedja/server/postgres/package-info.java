/**
 * A PostgreSQL server of our own, run as a child process on the loopback address over the binaries that lie on the
 * class path: {@link health.kedja.server.postgres.EmbeddedPostgres} unpacks, creates, starts, stops, and carries kept
 * data from one major version of PostgreSQL to the next.
 *
 * <p>Uses {@code java.*}, the JDBC driver of PostgreSQL and the unpackers of commons-compress; knows nothing of Spring.
 */
package health.kedja.server.postgres;
