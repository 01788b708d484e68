package health.kedja.server;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat says where no request reaches a servlet, and which versions of TLS it speaks. */
@Configuration(proxyBeanMethods = false)
class TomcatSetup {

    /** Older versions have been broken; RFC 8996 forbids them. */
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> everyAnswerAndTls() {
        return factory -> {
            // On the engine: requests that cannot be read never get to a host.
            factory.addEngineValves(new EveryAnswer());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(EveryAnswer.class.getName());
                }
            });
            factory.addConnectorCustomizers(connector -> {
                for (SSLHostConfig tls : connector.findSslHostConfigs()) {
                    tls.setProtocols(String.join("+", spoken(tls.getProtocols())));
                }
            });
        };
    }

    /** Of those that are configured, or of all. */
    static Set<String> spoken(Set<String> configured) {
        Set<String> spoken = new LinkedHashSet<>(Arrays.asList("TLSv1.2", "TLSv1.3"));
        if (configured.stream().anyMatch(PROTOCOLS::contains)) {
            spoken.retainAll(configured);
        }
        return spoken;
    }
}
