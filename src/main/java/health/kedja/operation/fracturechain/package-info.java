/** {@code $fracture-chain}: where a patient stands in the fracture chain. */
package health.kedja.operation.fracturechain;
