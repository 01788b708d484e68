package health.kedja.fhir;

import health.kedja.pathway.AdviceKind;
import health.kedja.pathway.AdviceLine;
import health.kedja.pathway.NextAction;
import health.kedja.pathway.Rule;
import health.kedja.pathway.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;

/** What to do next, in words for a clinician. */
public final class NextActionText {

    private static final String TYPE_SYSTEM = Systems.CODE_SYSTEM + "kedja-next-action";

    /** What would be read as a mark of its own in Markdown. */
    private static final String MARKS = "[\\\\`*_\\[\\]<>]";

    private final AdviceWords words;
    private final AdviceText text;
    private final Reasons reasons;

    /**
     * @param reader language of the reader: Swedish, Danish, else English
     */
    public NextActionText(Locale reader) {
        this.words = new AdviceWords(reader);
        this.text = new AdviceText(words);
        this.reasons = new Reasons(reader);
    }

    /** What to do, in a sentence or some. */
    public String of(NextAction action) {
        return switch (action.type()) {
            case STEP -> step(action.step());
            case MISSING -> text.of(action.missing());
            case ADVICE -> text.of(action.line());
        };
    }

    private String step(Step step) {
        String name = words.of("step." + step.code().token());
        return step.reason() == null
                ? name + "."
                : name + ": " + reasons.of(step.reason()).getText() + ".";
    }

    /** What the list of what to do next is called. */
    public String title() {
        return words.of("service.title");
    }

    /** What is in that list. */
    public String description() {
        return words.of("service.description");
    }

    /** That a clinician decides. */
    public String note() {
        return words.of("note");
    }

    /** The same with day, rule and evidence, as Markdown. */
    public String markdown(NextAction action) {
        List<String> facts = new ArrayList<>();
        if (action.due() != null) {
            facts.add(words.of(action.overdue() ? "card.overdue" : "card.due", "", action.due()));
        }
        Rule rule = action.rule();
        String certainty = words.of("card.certainty." + rule.certainty().name().toLowerCase(Locale.ROOT));
        facts.add(words.of("card.rule", "", rule.id(), rule.source(), certainty));
        facts.add(words.of("card.fracture", "", action.fracture()));
        if (!action.evidence().isEmpty()) {
            facts.add(words.of("card.evidence", "", String.join(", ", action.evidence())));
        }
        return plain(of(action)) + "\n\n"
                + facts.stream().map(fact -> "- " + plain(fact)).collect(Collectors.joining("\n")) + "\n\n*"
                + plain(note()) + "*";
    }

    private static String plain(String text) {
        return text.replaceAll(MARKS, "\\\\$0");
    }

    /**
     * What it is about, as a code: that of the step, the data or the line of advice, if it is one of Kedja's own; else what
     * sort of thing it is.
     */
    public Coding topic(NextAction action) {
        return switch (action.type()) {
            case STEP -> coding("kedja-step", action.what(), "step." + action.what());
            case MISSING ->
                known("data." + action.what())
                        .map(key -> coding("kedja-needed-data", action.what(), key))
                        .orElseGet(() -> sort(action));
            case ADVICE ->
                known(key(action.line()))
                        .map(key -> coding("kedja-advice", action.what(), key.startsWith("line.") ? null : key))
                        .orElseGet(() -> sort(action));
        };
    }

    /** What stands in the words for a line: of some a name, of others the whole sentence. */
    private static String key(AdviceLine line) {
        return (line.kind() == AdviceKind.DRUG ? "option." : line.kind() == AdviceKind.REFERRAL ? "to." : "line.")
                + line.code();
    }

    private Optional<String> known(String key) {
        return Optional.of(key).filter(one -> words.of(one, null) != null);
    }

    private Coding coding(String system, String code, String nameKey) {
        return new Coding()
                .setSystem(Systems.CODE_SYSTEM + system)
                .setCode(code)
                .setDisplay(nameKey == null ? null : words.of(nameKey));
    }

    private Coding sort(NextAction action) {
        return new Coding()
                .setSystem(TYPE_SYSTEM)
                .setCode(action.type().token())
                .setDisplay(words.of("card.sort." + action.type().token()));
    }

    /** Why something may be left undone, as a clinician may answer. */
    public List<Coding> reasonsAgainst() {
        return NotDoneReason.all().stream()
                .map(code -> new Coding()
                        .setSystem(Systems.NOT_DONE_REASON)
                        .setCode(code)
                        .setDisplay(words.of("not-done." + code)))
                .toList();
    }
}
