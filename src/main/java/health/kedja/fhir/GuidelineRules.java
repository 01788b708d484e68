package health.kedja.fhir;

import health.kedja.fhir.GuidelineRule.Statement;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Rule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules of a guideline with what they state. Found by the form of the records, so that no field of a guideline file
 * can be forgotten: every field is shown beside the rule that governs it. A group with one {@code rule} is governed by
 * it; {@code applies-rule} governs {@code applies}; other fields are governed by the rule that stands before them.
 */
public final class GuidelineRules {

    private final List<GuidelineRule> rules = new ArrayList<>();

    private GuidelineRules() {}

    /** The rules in the order of the file. */
    public static List<GuidelineRule> of(Guideline guideline) {
        GuidelineRules found = new GuidelineRules();
        for (RecordComponent component : Guideline.class.getRecordComponents()) {
            if (holdsRules(component.getGenericType())) {
                found.inside(
                        GuidelineValues.get(component, guideline), List.of(GuidelineValues.words(component.getName())));
            }
        }
        return List.copyOf(found.rules);
    }

    private void inside(Object value, List<String> place) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> inside(present, place));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> inside(one, and(place, GuidelineValues.text(key))));
        } else if (value instanceof Collection<?> all) {
            all.forEach(one -> inside(one, and(place, GuidelineValues.name(one))));
        } else {
            ofRecord((Record) value, place);
        }
    }

    private void ofRecord(Record record, List<String> place) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<String> ruleNames = Arrays.stream(components)
                .filter(GuidelineRules::isRule)
                .map(RecordComponent::getName)
                .toList();
        Map<String, List<Statement>> statements = new LinkedHashMap<>();
        Map<String, Rule> named = new LinkedHashMap<>();
        List<RecordComponent> deeper = new ArrayList<>();
        String before = ruleNames.contains("rule") ? "rule" : "";
        for (RecordComponent component : components) {
            Object value = GuidelineValues.get(component, record);
            if (isRule(component) && value instanceof Optional<?> stated) {
                value = stated.orElse(null);
            }
            if (value == null) {
                continue;
            }
            if (value instanceof Rule rule) {
                before = component.getName();
                named.put(before, rule);
                statements.computeIfAbsent(before, key -> new ArrayList<>());
            } else if (value instanceof Optional<?> optional && optional.orElse(null) instanceof Rule rule) {
                // It stands for itself: it says by being there that something is so.
                named.put(component.getName(), rule);
                statements
                        .computeIfAbsent(component.getName(), key -> new ArrayList<>())
                        .add(new Statement(record.getClass().getSimpleName(), component.getName(), "yes"));
            } else if (holdsRules(component.getGenericType())) {
                deeper.add(component);
            } else if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
                String text = GuidelineValues.text(value);
                if (!text.isEmpty()) {
                    statements
                            .computeIfAbsent(
                                    governing(component.getName(), ruleNames, before), key -> new ArrayList<>())
                            .add(new Statement(record.getClass().getSimpleName(), component.getName(), text));
                }
            }
        }
        statements.forEach(
                (rule, stated) -> rules.add(new GuidelineRule(place, Optional.ofNullable(named.get(rule)), stated)));
        deeper.forEach(component ->
                inside(GuidelineValues.get(component, record), and(place, GuidelineValues.words(component.getName()))));
    }

    private static String governing(String field, List<String> rules, String before) {
        return rules.contains(field + "Rule") ? field + "Rule" : before;
    }

    private static boolean isRule(RecordComponent component) {
        return component.getType() == Rule.class
                || component.getGenericType() instanceof ParameterizedType optional
                        && optional.getRawType() == Optional.class
                        && optional.getActualTypeArguments()[0] == Rule.class;
    }

    private static boolean holdsRules(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(GuidelineRules::holdsRules);
        }
        return type instanceof Class<?> plain
                && plain.isRecord()
                && (plain == Rule.class
                        || Arrays.stream(plain.getRecordComponents())
                                .anyMatch(component -> holdsRules(component.getGenericType())));
    }

    private static List<String> and(List<String> place, String more) {
        List<String> longer = new ArrayList<>(place);
        longer.add(more);
        return longer;
    }
}
