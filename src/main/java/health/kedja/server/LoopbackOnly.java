package health.kedja.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Refuses to start on an address that other machines can reach. Kedja has no access control yet, and what it keeps is
 * patient data.
 */
class LoopbackOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> ADDRESS_SETTINGS = List.of("server.address", "management.server.address");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        for (String setting : ADDRESS_SETTINGS) {
            String address = context.getEnvironment().getProperty(setting);
            boolean required = setting.equals("server.address");
            if ((address != null || required) && !isLoopback(address)) {
                throw new NotLoopbackException(setting, address);
            }
        }
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

    /** The configured address is not a loopback address. */
    static final class NotLoopbackException extends RuntimeException {

        private final String setting;

        NotLoopbackException(String setting, String address) {
            super(setting + " is '" + (address == null ? "" : address)
                    + "', but Kedja has no access control yet and keeps patient data, so it listens on this machine"
                    + " (loopback) only.");
            this.setting = setting;
        }
    }

    /** Says what to do, in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotLoopbackException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NotLoopbackException cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "Set " + cause.setting + " to 127.0.0.1 or leave it out.", cause);
        }
    }
}
