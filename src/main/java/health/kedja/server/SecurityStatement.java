package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.io.IOException;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the CapabilityStatement that a token is needed, and where to get one (SMART App Launch 2.2, Conformance). */
@Interceptor
public final class SecurityStatement {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityStatement.class);
    private static final String URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final Map<String, String> NAMES = Map.of(
            "authorize", "authorization_endpoint",
            "token", "token_endpoint",
            "introspect", "introspection_endpoint",
            "revoke", "revocation_endpoint");

    private final SmartConfiguration smart;
    private final boolean cors;

    SecurityStatement(SmartConfiguration smart, boolean cors) {
        this.smart = smart;
        this.cors = cors;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void state(IBaseConformance generated) {
        CapabilityStatementRestSecurityComponent security = new CapabilityStatementRestSecurityComponent();
        security.setCors(cors);
        security.addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("SMART-on-FHIR")
                .setDisplay("SMART-on-FHIR");
        security.setDescription("Every request needs an OAuth 2 access token, but for this one and for"
                + " /fhir/.well-known/smart-configuration, which says where to get one.");
        Extension uris = addresses();
        if (uris.hasExtension()) {
            security.addExtension(uris);
        }
        ((CapabilityStatement) generated).getRestFirstRep().setSecurity(security);
    }

    private Extension addresses() {
        Extension uris = new Extension(URIS);
        try {
            Map<String, Object> document = smart.document();
            NAMES.keySet().stream().sorted().forEach(name -> {
                if (document.get(NAMES.get(name)) instanceof String address) {
                    uris.addExtension(name, new UriType(address));
                }
            });
        } catch (IOException e) {
            // The statement is true without them too.
            LOG.warn("The issuer of access tokens does not say where to get one");
        }
        return uris;
    }
}
