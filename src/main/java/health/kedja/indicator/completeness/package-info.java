/** How far the fields that indicators need are filled. */
package health.kedja.indicator.completeness;
