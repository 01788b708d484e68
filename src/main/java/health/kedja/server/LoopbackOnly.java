package health.kedja.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Refuses to start on an address that other machines can reach, unless requests need a token ({@link GuardedMode}) and
 * neither tokens nor answers cross the net in clear text. What Kedja keeps is patient data.
 */
class LoopbackOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> ADDRESS_SETTINGS = List.of("server.address", "management.server.address");
    private static final List<String> CERTIFICATES =
            List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        for (String setting : ADDRESS_SETTINGS) {
            String address = environment.getProperty(setting);
            boolean required = setting.equals("server.address");
            if ((address != null || required) && !isLoopback(address)) {
                checkGuarded(environment, setting, address);
                checkEncrypted(environment, setting, address);
            }
        }
    }

    private static void checkGuarded(Environment environment, String setting, String address) {
        if (!GuardedMode.isOn(environment)) {
            throw new SettingException(
                    reachable(setting, address)
                            + " but nobody would need a token: there is no access control without an"
                            + " issuer, and what Kedja keeps is patient data.",
                    "Name the issuer whose tokens are accepted (kedja.access.issuers[0].issuer and .audience), or turn the"
                            + " authorization server on (kedja.access.authorization-server.enabled=true), as docs/access.md"
                            + " says; or set " + setting + " to 127.0.0.1 or leave it out.");
        }
    }

    private static void checkEncrypted(Environment environment, String setting, String address) {
        boolean ssl = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && CERTIFICATES.stream().anyMatch(environment::containsProperty);
        if (!ssl && !environment.getProperty("kedja.access.behind-tls-proxy", Boolean.class, false)) {
            throw new SettingException(
                    reachable(setting, address)
                            + " but would speak plain HTTP: tokens and patient data would cross the net in clear text.",
                    "Set server.ssl.bundle, or server.ssl.key-store and its password; or, if a proxy in front of Kedja does"
                            + " TLS and nobody else can reach this port, kedja.access.behind-tls-proxy=true.");
        }
    }

    private static String reachable(String setting, String address) {
        return setting + " is '" + (address == null ? "" : address) + "', which other machines can reach,";
    }

    private static boolean isLoopback(String address) {
        try {
            // Without an address the server would listen on every one the machine has.
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
