package health.kedja.server;

import ca.uhn.fhir.batch2.jobs.imprt.BulkDataImportProvider;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.narrative2.NullNarrativeGenerator;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.ResponseHighlighterInterceptor;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.kedja.operation.fracturechain.FractureChainProvider;
import health.kedja.operation.harmonisebmd.HarmoniseBmdProvider;
import health.kedja.operation.nextactions.NextActionsProvider;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR API at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class FhirEndpoint {

    @Bean
    RestfulServer restfulServer(
            KedjaSettings settings,
            AccessSettings access,
            ObjectProvider<SecurityStatement> security,
            IFhirSystemDao<?, ?> systemDao,
            DaoRegistry daos,
            ResourceProviderFactory resourceProviders,
            IJpaSystemProvider systemProvider,
            BulkDataImportProvider bulkImport,
            ImportGate importGate,
            FractureChainProvider fractureChain,
            HarmoniseBmdProvider harmoniseBmd,
            NextActionsProvider nextActions,
            MeasureOperations measureOperations,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            DatabaseBackedPagingProvider paging) {
        daos.setSupportedResourceTypes(StorageRules.RESOURCE_TYPES);
        systemDao.getContext().setNarrativeGenerator(new NullNarrativeGenerator());
        RestfulServer server = new SilentServer(strictContext());
        server.registerProviders(resourceProviders.createProviders());
        server.registerProvider(systemProvider);
        server.registerProvider(bulkImport);
        server.registerProvider(fractureChain);
        server.registerProvider(harmoniseBmd);
        server.registerProvider(nextActions);
        server.registerProvider(new ValueSetProvider(systemDao.getContext(), daos, validationSupport));
        server.registerProviders(measureOperations.providers());
        JpaCapabilityStatementProvider capabilities =
                new Capabilities(server, systemDao, storage, searchParameters, validationSupport, daos);
        capabilities.setImplementationDescription("Kedja, a FHIR server for the fracture chain");
        server.setServerConformanceProvider(capabilities);
        capabilities.setPublisher("Kedja");
        server.setServerName("Kedja");
        server.setServerVersion(KedjaServer.VERSION);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        if (settings.baseUrl() != null) {
            // Links are to where the server is reached, whatever a request names as its host.
            server.setServerAddressStrategy(new HardcodedServerAddressStrategy(
                    BaseUrl.of(settings.baseUrl()).fhir()));
        }
        security.ifAvailable(server::registerInterceptor);
        server.registerInterceptor(new ResponseHighlighterInterceptor());
        server.registerInterceptor(new HtmlView());
        BodyShape bodyShape = new BodyShape(settings.requests());
        SearchLimits searchLimits = new SearchLimits(settings.requests());
        server.registerInterceptor(searchLimits);
        server.registerInterceptor(bodyShape);
        server.registerInterceptor(new BundleLimit(settings.requests(), searchLimits, bodyShape));
        server.registerInterceptor(new OfferedOperations(security.getIfAvailable() != null));
        server.registerInterceptor(importGate);
        server.registerInterceptor(new FailureLog());
        server.registerInterceptor(new VersionMismatch());
        server.registerInterceptor(new RequestSyntax());
        server.registerInterceptor(new ClientFaults());
        return server;
    }

    /** Requests are read more strictly than what is stored, or shipped with the base specification. */
    private static FhirContext strictContext() {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new NothingDropped());
        // Every answer contains what it contains already. Looking for more walks through the whole of it.
        context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
        // Which version was read or written is what the trail is asked for.
        context.getParserOptions().setDontStripVersionsFromReferencesAtPaths("AuditEvent.entity.what");
        return context;
    }

    /** Does not say of which library and version it is. */
    private static final class SilentServer extends RestfulServer {

        private static final long serialVersionUID = 1L;

        SilentServer(FhirContext context) {
            super(context);
        }

        @Override
        public void addHeadersToResponse(HttpServletResponse response) {
            // HAPI adds X-Powered-By.
        }
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setLoadOnStartup(1);
        registration.setName("fhir");
        return registration;
    }
}
