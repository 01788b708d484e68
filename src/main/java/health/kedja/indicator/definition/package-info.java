/** What an indicator file says: records whose components are the fields of the file. */
package health.kedja.indicator.definition;
