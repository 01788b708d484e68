/**
 * A made-up population whose truth is known: lives, what the record says of them, and the true value of every indicator,
 * counted without the code that evaluates indicators. No person here is or was anybody.
 */
package health.kedja.synthetic;
