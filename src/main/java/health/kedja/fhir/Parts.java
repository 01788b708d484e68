package health.kedja.fhir;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Parts of an answer; what is null is left out. */
record Parts(ParametersParameterComponent out) {

    Parts value(String name, Type value) {
        if (value != null) {
            out.addPart().setName(name).setValue(value);
        }
        return this;
    }

    Parts code(String name, String token) {
        return value(name, token == null ? null : new CodeType(token));
    }

    Parts text(String name, String text) {
        return value(name, text == null ? null : new StringType(text));
    }

    Parts day(String name, LocalDate day) {
        return value(name, day == null ? null : new DateType(day.toString()));
    }

    Parts evidence(Iterable<String> resources) {
        for (String resource : resources) {
            value("evidence", new Reference(resource));
        }
        return this;
    }

    Parts part(String name) {
        return new Parts(out.addPart().setName(name));
    }
}
