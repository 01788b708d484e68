/**
 * Who may see what: who asks ({@link health.kedja.access.Caller}), what a token grants
 * ({@link health.kedja.access.Scopes}), and whether that reaches a resource. What is decided here is enforced on every
 * path by hooks into the storage and the endpoint; the operations do not know of it.
 */
package health.kedja.access;
