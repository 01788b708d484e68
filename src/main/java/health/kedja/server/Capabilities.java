package health.kedja.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;

/** The CapabilityStatement, and the OperationDefinitions it names: those stored, then those made up by HAPI. */
public final class Capabilities extends JpaCapabilityStatementProvider {

    private final DaoRegistry daos;

    Capabilities(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            DaoRegistry daos) {
        super(server, systemDao, storage, searchParameters, validationSupport);
        this.daos = daos;
    }

    /** HAPI's own looks only at those it made up, and hides every stored OperationDefinition. */
    @Override
    @Read(typeName = "OperationDefinition")
    public IBaseResource readOperationDefinition(@IdParam IIdType id, RequestDetails request) {
        try {
            return daos.getResourceDao("OperationDefinition").read(id, request);
        } catch (ResourceNotFoundException e) {
            return super.readOperationDefinition(id, request);
        }
    }
}
