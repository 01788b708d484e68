/** Classes that break the rules of the house on purpose: they show that {@code HouseRules} finds them. */
package health.kedja.wronghouse;
