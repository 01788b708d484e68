/** Checks every resource against Kedja's profiles before it is stored or evaluated. */
package health.kedja.server.validation;
