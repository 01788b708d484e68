package health.kedja.access.token;

/**
 * What an issuer calls the claims that Kedja reads. A name with dots that is not there as it stands is a path, such as
 * {@code realm_access.roles}.
 *
 * @param roles words of {@link health.kedja.access.Role}, as a list or separated by spaces
 * @param organizations logical ids of Organizations, or references to them
 * @param fhirUser the user as a resource of this server
 * @param patient logical id of the patient of the launch
 * @param purpose a code of v3 PurposeOfUse
 */
public record ClaimNames(String roles, String organizations, String fhirUser, String patient, String purpose) {

    /** The names that SMART has, and for what it has no name, plain ones. */
    public static ClaimNames usual() {
        return new ClaimNames("roles", "organizations", "fhirUser", "patient", "purpose");
    }
}
