package health.kedja.fhir;

import health.kedja.pathway.FractureChain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The gaps in care of a patient as a document, after the gaps-in-care report of Data Exchange for Quality Measures
 * (universal realm): a Composition with a section for the {@linkplain FractureChain fracture chain} and one for each
 * indicator, a DetectedIssue for each gap, and a MeasureReport for each indicator.
 */
public final class CareGapDocument {

    private static final String DEQM = "http://hl7.org/fhir/uv/deqm/";

    private final Bundle bundle = new Bundle();
    private final Composition composition = new Composition();
    private final LocalDate asOf;
    private SectionComponent chain;

    private CareGapDocument(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * The document.
     *
     * @param asOf last day of data
     * @param read when the data were read
     */
    public static Bundle of(Patient patient, List<CareGap> gaps, LocalDate asOf, Instant read) {
        CareGapDocument document = new CareGapDocument(asOf);
        document.begin(patient, read);
        gaps.forEach(document::add);
        return document.bundle;
    }

    private void begin(Patient subject, Instant read) {
        bundle.setType(BundleType.DOCUMENT);
        bundle.setTimestamp(Date.from(read));
        bundle.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + UUID.randomUUID());
        entry(composition);
        composition.setStatus(CompositionStatus.FINAL);
        composition
                .getType()
                .addCoding()
                .setSystem("http://loinc.org")
                .setCode("96315-7")
                .setDisplay("Gaps in care report");
        composition.setDate(Date.from(read));
        composition.setTitle("Gaps in care on " + asOf);
        composition.setSubject(new Reference(entry(subject)));
        Organization author = new Organization().setName("Kedja");
        composition.addAuthor(new Reference(entry(author)));
    }

    private void add(CareGap gap) {
        SectionComponent section = gap.report().isPresent() ? composition.addSection() : chain();
        DetectedIssue issue = new DetectedIssue();
        issue.setStatus(DetectedIssueStatus.FINAL);
        issue.addModifierExtension(new Extension(
                DEQM + "StructureDefinition/deqm-gapStatus",
                concept(DEQM + "CodeSystem/deqm-gaps-status", gap.status().token())));
        issue.setCode(concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "CAREGAP"));
        gap.step()
                .ifPresent(step -> issue.getCode()
                        .addCoding()
                        .setSystem(Systems.CODE_SYSTEM + "kedja-step")
                        .setCode(step));
        issue.setPatient(composition.getSubject());
        issue.setIdentified(new DateTimeType(asOf.toString()));
        issue.setDetail(gap.detail());
        gap.resources().forEach(resource -> issue.addImplicated(new Reference(resource)));
        gap.report().ifPresent(report -> {
            section.setTitle(gap.title());
            section.setFocus(new Reference(entry(report)));
            issue.addEvidence().addDetail(section.getFocus());
        });
        section.addEntry(new Reference(entry(issue)));
    }

    private SectionComponent chain() {
        if (chain == null) {
            chain = composition.addSection().setTitle("Fracture chain");
        }
        return chain;
    }

    private String entry(Resource resource) {
        String url = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry().setFullUrl(url).setResource(resource);
        return url;
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }
}
