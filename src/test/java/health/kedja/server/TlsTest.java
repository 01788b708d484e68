package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set-up of docs/security.md, with a certificate made for the test. */
class TlsTest {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @TempDir
    static Path directory;

    private static RunningServer server;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        KeyStore store = certificate();
        Files.writeString(
                directory.resolve("tls.crt"),
                pem("CERTIFICATE", store.getCertificate("kedja").getEncoded()));
        Key key = store.getKey("kedja", PASSWORD);
        Files.writeString(directory.resolve("tls.key"), pem("PRIVATE KEY", key.getEncoded()));
        server = RunningServer.start(
                "--spring.ssl.bundle.pem.kedja.keystore.certificate=" + directory.resolve("tls.crt"),
                "--spring.ssl.bundle.pem.kedja.keystore.private-key=" + directory.resolve("tls.key"),
                "--spring.ssl.bundle.pem.kedja.reload-on-update=true",
                "--server.ssl.bundle=kedja",
                "--server.ssl.enabled-protocols=TLSv1,TLSv1.1,TLSv1.2,TLSv1.3");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static KeyStore certificate() throws Exception {
        Path file = directory.resolve("store.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "kedja",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("trusted", store.getCertificate("kedja"));
        trusted.setKeyEntry("kedja", store.getKey("kedja", PASSWORD), PASSWORD, store.getCertificateChain("kedja"));
        return trusted;
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }

    private static String handshake(String protocol) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", server.port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void current_versions_are_spoken(String protocol) throws IOException {
        assertThat(handshake(protocol)).isEqualTo(protocol);
    }

    /** The JDK of the test does not send such a hello, so it is written here. */
    @ParameterizedTest
    @ValueSource(bytes = {1, 2})
    void older_versions_are_refused_although_they_are_configured(byte minor) throws IOException {
        byte[] extensions = HexFormat.of().parseHex("000a000400020017" + "000b00020100");
        ByteBuffer hello = ByteBuffer.allocate(200);
        hello.put((byte) 3).put(minor).put(new byte[32]).put((byte) 0);
        hello.put(HexFormat.of().parseHex("0006c009c013002f" + "0100"));
        hello.putShort((short) extensions.length).put(extensions).flip();
        ByteBuffer record = ByteBuffer.allocate(300);
        record.put(HexFormat.of().parseHex("160301")).putShort((short) (hello.remaining() + 4));
        record.putInt(0x01000000 | hello.remaining()).put(hello).flip();
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write(record.array(), 0, record.limit());
            byte[] answer = socket.getInputStream().readNBytes(7);
            assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(answer[6]).as("protocol_version").isEqualTo((byte) 70);
        }
    }

    @Test
    void answers_come_encrypted_with_addresses_that_say_so_and_ask_browsers_to_stay() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
        String base = "https://localhost:" + server.port() + "/fhir";
        HttpResponse<String> stored = client.send(
                HttpRequest.newBuilder(URI.create(base + "/Patient"))
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"resourceType\": \"Patient\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(stored.headers().firstValue("Location").orElseThrow()).startsWith(base);
        assertThat(stored.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .isEqualTo("max-age=31536000");
    }

    @Test
    void without_encryption_there_is_nothing() throws IOException {
        RawHttp.Answer answer = new RawHttp(URI.create("http://localhost:" + server.port()))
                .send("GET /fhir/metadata HTTP/1.1\nHost: localhost\nConnection: close\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("CapabilityStatement", "Tomcat");
    }

    @Test
    void of_what_is_configured_only_current_versions_are_left_and_never_none() {
        assertThat(TomcatSetup.spoken(Set.of("TLSv1", "TLSv1.3"))).containsExactly("TLSv1.3");
        assertThat(TomcatSetup.spoken(Set.of("TLSv1"))).containsExactly("TLSv1.2", "TLSv1.3");
        assertThat(TomcatSetup.spoken(Set.of())).containsExactly("TLSv1.2", "TLSv1.3");
    }
}
