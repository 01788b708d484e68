package health.kedja.server;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.kedja.exchange.TypeFilters;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Searches as HAPI holds single resources against them: without chains and {@code _has}, for which it asks the database. */
final class InMemoryFilters implements TypeFilters {

    private final SearchParamMatcher matcher;
    private final InMemoryResourceMatcher inMemory;

    InMemoryFilters(SearchParamMatcher matcher, InMemoryResourceMatcher inMemory) {
        this.matcher = matcher;
        this.inMemory = inMemory;
    }

    @Override
    public Optional<String> problem(String search) {
        try {
            InMemoryMatchResult can = inMemory.canBeEvaluatedInMemory(search);
            return can.supported() ? Optional.empty() : Optional.of(String.valueOf(can.getUnsupportedReason()));
        } catch (InvalidRequestException | DataFormatException | IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public boolean matches(String search, Resource resource) {
        InMemoryMatchResult result = matcher.match(search, resource, new SystemRequestDetails());
        return result.supported() && result.matched();
    }
}
