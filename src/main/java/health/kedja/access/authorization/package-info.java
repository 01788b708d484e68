/**
 * The authorization server that Kedja can be itself, for development, tests and small installations: its clients and users
 * ({@link health.kedja.access.authorization.Registrations}), how clients prove who they are, what they are granted, and
 * what of it is kept in the database.
 */
package health.kedja.access.authorization;
