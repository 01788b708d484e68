package health.kedja.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Clients and users of the embedded authorization server under test, with the keys and passwords that they know. */
public final class TestClients implements AutoCloseable {

    /** Where apps under test are sent back to; nobody listens there. */
    public static final String REDIRECT = "http://127.0.0.1:9/callback";

    /** The password of every user, and the secret of every client that has one. */
    public static final String PASSWORD = "correct horse battery staple";

    private final JWK loaderRsa = TestIssuer.rsa("loader-rsa", 2048);
    private final JWK loaderEc = TestIssuer.ec("loader-ec", Curve.P_384);
    private final TestIssuer publisher = new TestIssuer();
    private final Path file;

    /** Writes the file. */
    public TestClients() {
        String hash = new BCryptPasswordEncoder(10).encode(PASSWORD);
        try {
            file = Files.createTempFile(Path.of("target").toAbsolutePath(), "clients-", ".yaml");
            Files.writeString(file, """
                    clients:
                      - id: app
                        name: Fracture app
                        redirect-uris: [%1$s]
                        scopes: [openid, fhirUser, launch, launch/patient, offline_access, patient/*.rs, user/*.cruds]
                      - id: portal
                        name: Portal
                        secret: %2$s
                        redirect-uris: [%1$s]
                        scopes: [openid, fhirUser, launch, launch/patient, offline_access, patient/*.rs, user/*.rs]
                      - id: loader
                        name: Loader
                        scopes: ["system/*.rs", "system/Observation.cruds?category=laboratory"]
                        roles: [integration]
                        organizations: [region-dalby]
                        keys: %3$s
                      - id: publisher
                        name: Loader with keys on the web
                        scopes: [system/Patient.rs]
                        roles: [integration]
                        keys-url: %4$s/keys
                    users:
                      - name: anna
                        password: %2$s
                        roles: [coordinator]
                        organizations: [unit-dalby]
                        fhir-user: Practitioner/anna
                      - name: maj
                        password: %2$s
                        fhir-user: Patient/maj
                        patient: maj
                    """.formatted(
                            REDIRECT, hash, new JWKSet(List.of(loaderRsa, loaderEc)).toString(true), publisher.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, as the settings name it. */
    public Path file() {
        return file;
    }

    /** The RSA key of the client {@code loader}, whose public part is in the file. */
    public JWK loaderRsa() {
        return loaderRsa;
    }

    /** The key of the client {@code loader} on the curve P-384. */
    public JWK loaderEc() {
        return loaderEc;
    }

    /** Where the client {@code publisher} publishes its keys. */
    public TestIssuer publisher() {
        return publisher;
    }

    @Override
    public void close() throws IOException {
        publisher.close();
        Files.delete(file);
    }
}
