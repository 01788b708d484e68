/**
 * Access tokens: whose tokens are trusted ({@link health.kedja.access.token.TrustedIssuer}), whether one is valid
 * ({@link health.kedja.access.token.Tokens}), and who asks with it.
 */
package health.kedja.access.token;
