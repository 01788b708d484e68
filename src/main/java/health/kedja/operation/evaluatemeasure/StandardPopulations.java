package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.definition.Scoring;
import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;

/** The populations that results can be standardised to. */
final class StandardPopulations {

    /**
     * The European Standard Population 2013, people of 100,000 by bands of five years from 0; the last is 95 and over
     * (Eurostat, Revision of the European Standard Population, 2013, table of the whole population).
     */
    private static final int[] ESP2013 = {
        5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 800,
        200
    };

    private static final int YEARS_OF_BAND = 5;
    private static final String NAME = "standardPopulation";

    private StandardPopulations() {}

    static Optional<StandardPopulation> parse(OperationInput input) {
        Optional<ParametersParameterComponent> given = input.parts(NAME);
        if (given.isPresent()) {
            return Optional.of(given(given.get()));
        }
        return input.text(NAME).flatMap(name -> switch (name) {
            case "none" -> Optional.empty();
            case "national" -> Optional.of(StandardPopulation.OWN_DENOMINATOR);
            case "esp2013" -> Optional.of(european());
            default ->
                throw BadParameter.of(
                        NAME,
                        "there is no standard population '" + name
                                + "'. There are: none, national, esp2013; or give one in parts (band with lowestAge and"
                                + " weight) in a POST of Parameters.");
        });
    }

    static StandardPopulation european() {
        Map<Integer, Double> bands = IntStream.range(0, ESP2013.length)
                .boxed()
                .collect(Collectors.toMap(band -> band * YEARS_OF_BAND, band -> (double) ESP2013[band]));
        return new StandardPopulation("ESP2013", Optional.of(bands));
    }

    /** Whether results of the indicator can be standardised. */
    static boolean fit(Indicator indicator) {
        return indicator.scoring() == Scoring.PROPORTION || indicator.scoring() == Scoring.RATE;
    }

    private static StandardPopulation given(ParametersParameterComponent parts) {
        String name = "given";
        Map<Integer, Double> bands = new TreeMap<>();
        for (ParametersParameterComponent part : parts.getPart()) {
            if ("name".equals(part.getName()) && part.getValue() instanceof PrimitiveType<?> text) {
                name = text.getValueAsString();
            } else if ("band".equals(part.getName())) {
                int age = lowestAge(part);
                if (bands.put(age, weight(part, age)) != null) {
                    throw BadParameter.of(NAME, "the band from " + age + " years is given twice.");
                }
            } else {
                throw BadParameter.of(NAME, "has a part '" + part.getName() + "', but may have name and band only.");
            }
        }
        if (bands.isEmpty()) {
            throw BadParameter.of(NAME, "has no band. Give each with lowestAge and weight.");
        }
        return new StandardPopulation(name, Optional.of(bands));
    }

    private static int lowestAge(ParametersParameterComponent band) {
        if (value(band, "lowestAge") instanceof IntegerType age && age.getValue() != null && age.getValue() >= 0) {
            return age.getValue();
        }
        throw BadParameter.of(NAME, "a band has no lowestAge that is a whole number of years (valueInteger).");
    }

    private static double weight(ParametersParameterComponent band, int age) {
        try {
            double weight = value(band, "weight") instanceof PrimitiveType<?> number
                    ? Double.parseDouble(number.getValueAsString())
                    : Double.NaN;
            if (weight >= 0 && Double.isFinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Told below, as a weight below 0 is.
        }
        throw BadParameter.of(NAME, "the band from " + age + " years has no weight of 0 or more (valueDecimal).");
    }

    private static Type value(ParametersParameterComponent band, String name) {
        return band.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .map(ParametersParameterComponent::getValue)
                .orElse(null);
    }
}
