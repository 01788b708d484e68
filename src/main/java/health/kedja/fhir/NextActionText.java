package health.kedja.fhir;

import health.kedja.pathway.AdviceKind;
import health.kedja.pathway.AdviceLine;
import health.kedja.pathway.NextAction;
import health.kedja.pathway.Rule;
import health.kedja.pathway.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;

/** What to do next, in words for a clinician. */
public final class NextActionText {

    /** What would be read as a mark of its own in Markdown. */
    private static final String MARKS = "[\\\\`*_\\[\\]<>~|]";

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

    /** That a clinician decides. */
    public String note() {
        return words.of("note");
    }

    /** What the list of what to do next is called. */
    public String title() {
        return words.of("service.title");
    }

    /** What is in that list. */
    public String description() {
        return words.of("service.description");
    }

    /** Things to do of one sort and urgency, in a line. */
    public String line(List<NextAction> actions) {
        NextAction first = actions.get(0);
        if (actions.size() == 1) {
            return of(first);
        }
        String head = "card.several." + first.type().token() + (first.overdue() ? ".overdue" : "");
        return words.of(head) + " (" + actions.size() + "): "
                + actions.stream().map(this::name).collect(Collectors.joining("; "));
    }

    private String name(NextAction action) {
        return switch (action.type()) {
            case STEP -> words.of("step." + action.what());
            case MISSING -> words.of("data." + action.what(), action.missing().name());
            case ADVICE -> name(action.line());
        };
    }

    private String name(AdviceLine line) {
        return line.kind() == AdviceKind.DRUG
                ? words.of("option." + line.option().id(), line.option().name())
                : text.subject(line).replaceFirst("\\.$", "");
    }

    /** The same of one fracture as Markdown: each whole, with day, rule and evidence. */
    public String markdown(List<NextAction> actions) {
        return actions.stream().map(this::item).collect(Collectors.joining("\n")) + "\n\n"
                + plain(words.of("card.fracture", "", actions.get(0).fracture())) + "\n\n*" + plain(note()) + "*";
    }

    private String item(NextAction action) {
        List<String> facts = new ArrayList<>();
        if (action.due() != null) {
            facts.add(words.of(action.overdue() ? "card.overdue" : "card.due", "", action.due()));
        }
        Rule rule = action.rule();
        String certainty = words.of("card.certainty." + rule.certainty().name().toLowerCase(Locale.ROOT));
        facts.add(words.of("card.rule", "", rule.id(), rule.source(), certainty));
        if (!action.evidence().isEmpty()) {
            facts.add(words.of("card.evidence", "", String.join(", ", action.evidence())));
        }
        return "- **" + plain(of(action)) + "** " + plain(String.join(" ", facts));
    }

    private static String plain(String text) {
        return text.replaceAll(MARKS, "\\\\$0");
    }

    /** What sort of thing it is, as a code. */
    public Coding sort(NextAction action) {
        return new Coding()
                .setSystem(Systems.CODE_SYSTEM + "kedja-next-action")
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
