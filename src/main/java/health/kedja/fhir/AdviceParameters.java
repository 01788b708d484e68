package health.kedja.fhir;

import health.kedja.pathway.Advice;
import health.kedja.pathway.AdviceLine;
import health.kedja.pathway.AdviceLine.Bearing;
import health.kedja.pathway.AdviceLine.Requirement;
import health.kedja.pathway.AdvisedRegimen;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.DrugOption;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.MissingData;
import health.kedja.pathway.RiskReason;
import health.kedja.pathway.Rule;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/**
 * Advice as parts of a Parameters resource: {@code riskReason}, {@code advice} and {@code missing} of a chain. The part
 * names are a contract with clients.
 */
public final class AdviceParameters {

    private final AdviceWords words;
    private final AdviceText text;

    /**
     * @param reader language of the reader: Swedish, Danish, else English
     */
    public AdviceParameters(Locale reader) {
        this.words = new AdviceWords(reader);
        this.text = new AdviceText(words);
    }

    /**
     * Adds the advice to the chains of an answer.
     *
     * @param answer the answer on the report, from {@link ChainParameters}
     * @param advice the advice on a chain
     */
    public void add(Parameters answer, ChainReport report, Function<FractureChain, Advice> advice) {
        Iterator<FractureChain> chains = report.chains().iterator();
        for (ParametersParameterComponent part : answer.getParameter()) {
            if (part.getName().equals("chain")) {
                add(part, advice.apply(chains.next()));
            }
        }
    }

    private void add(ParametersParameterComponent chain, Advice advice) {
        advice.riskReasons().forEach(reason -> riskReason(chain.addPart().setName("riskReason"), reason));
        advice.lines().forEach(line -> line(chain.addPart().setName("advice"), line));
        advice.missing().forEach(missing -> missing(chain.addPart().setName("missing"), missing));
    }

    private void riskReason(ParametersParameterComponent out, RiskReason reason) {
        part(out, "code", new CodeType(reason.code().token()));
        part(out, "decides", new BooleanType(reason.decides()));
        if (!Double.isNaN(reason.value())) {
            part(
                    out,
                    "value",
                    new DecimalType(BigDecimal.valueOf(reason.value()).stripTrailingZeros()));
        }
        rule(out, reason.rule());
        evidence(out, reason.evidence());
        part(out, "text", new StringType(text.of(reason)));
    }

    void line(ParametersParameterComponent out, AdviceLine line) {
        part(out, "kind", new CodeType(line.kind().token()));
        part(out, "code", new CodeType(line.code()));
        part(out, "status", new CodeType(line.status().token()));
        part(out, "strength", new CodeType(line.strength().token()));
        if (line.kind() == health.kedja.pathway.AdviceKind.DRUG) {
            option(out, line.option());
        }
        for (Requirement need : line.needs()) {
            ParametersParameterComponent part = out.addPart().setName("needs");
            part(part, "code", new CodeType(need.data().id()));
            part(part, "known", new BooleanType(need.known()));
            rule(part, need.data().rule());
            evidence(part, need.evidence());
        }
        line.ruledOutBy().forEach(bearing -> bearing(out.addPart().setName("contraindication"), bearing));
        line.cautions().forEach(bearing -> bearing(out.addPart().setName("caution"), bearing));
        part(out, "due", line.due() == null ? null : new DateType(line.due().toString()));
        part(out, "detail", line.detail() == null ? null : new StringType(line.detail()));
        rule(out, line.rule());
        line.because().forEach(rule -> part(out, "because", new StringType(rule.id())));
        evidence(out, line.evidence());
        part(out, "text", new StringType(text.of(line)));
        part(out, "note", new StringType(words.of("note")));
    }

    private static void option(ParametersParameterComponent out, DrugOption option) {
        part(out, "rank", new PositiveIntType(option.rank()));
        option.priority().ifPresent(priority -> part(out, "priority", new PositiveIntType(priority)));
        for (String atc : option.atc()) {
            CodeableConcept drug = new CodeableConcept();
            drug.addCoding().setSystem(Systems.ATC).setCode(atc);
            part(out, "drug", drug);
        }
        part(out, "route", new CodeType(option.route().token()));
        option.regimen().ifPresent(regimen -> part(out, "regimen", timing(regimen)));
        part(out, "level", new CodeType(option.level().token()));
        option.course().ifPresent(course -> {
            Duration months = new Duration();
            months.setValue(course.months())
                    .setUnit("months")
                    .setSystem("http://unitsofmeasure.org")
                    .setCode("mo");
            part(out, "duration", months);
            part(out, "durationRule", new StringType(course.rule().id()));
        });
    }

    private static Timing timing(AdvisedRegimen regimen) {
        Timing timing = new Timing();
        timing.getRepeat()
                .setFrequency(1)
                .setPeriod(regimen.every())
                .setPeriodUnit(
                        switch (regimen.unit()) {
                            case DAY -> Timing.UnitsOfTime.D;
                            case WEEK -> Timing.UnitsOfTime.WK;
                            case MONTH -> Timing.UnitsOfTime.MO;
                            case YEAR -> Timing.UnitsOfTime.A;
                        });
        return timing;
    }

    private void bearing(ParametersParameterComponent out, Bearing bearing) {
        part(out, "code", new CodeType(bearing.finding().id()));
        rule(out, bearing.finding().rule());
        evidence(out, bearing.evidence());
        part(out, "text", new StringType(text.of(bearing.finding())));
    }

    private void missing(ParametersParameterComponent out, MissingData missing) {
        part(out, "code", new CodeType(missing.code()));
        missing.neededFor().forEach(what -> part(out, "neededFor", new CodeType(what)));
        part(
                out,
                "due",
                missing.due() == null ? null : new DateType(missing.due().toString()));
        rule(out, missing.rule());
        part(out, "text", new StringType(text.of(missing)));
    }

    static void rule(ParametersParameterComponent out, Rule rule) {
        part(out, "rule", new StringType(rule.id()));
        part(out, "source", new StringType(rule.source()));
        part(out, "certainty", new CodeType(rule.certainty().name().toLowerCase(Locale.ROOT)));
    }

    static void evidence(ParametersParameterComponent out, List<String> evidence) {
        evidence.forEach(resource -> part(out, "evidence", new Reference(resource)));
    }

    static void part(ParametersParameterComponent out, String name, Type value) {
        if (value != null) {
            out.addPart().setName(name).setValue(value);
        }
    }
}
