package org.wskscope.engine.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;

/**
 * Every rule with the tests that show it, or the reason why none can: what {@code docs/conformance.md} says, and what is wrong with it.
 *
 * @param reasons why a rule is not shown, by its id
 * @param missing what is not there of a rule that is shown in part, by its id
 */
record ConformanceReport(
        RuleBook book, List<TaggedTest> tests, Map<String, String> reasons, Map<String, String> missing) {
    private static final Map<String, List<String>> SECTIONS = sections();
    private static final int SCENARIOS = 25;
    private static final int FIDELITY_LIMITS = 13;

    /** What the build must fail for, one line each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> known = knownIds();
        tests.forEach(test -> test.ids().stream()
                .filter(Predicate.not(known::contains))
                .forEach(id -> faults.add(test.link() + " has a tag that names nothing: " + id)));
        reasons.keySet().stream()
                .filter(id -> book.rule(id).isEmpty())
                .forEach(id -> faults.add("a reason is given for something that is no rule: " + id));
        missing.keySet().stream()
                .filter(id -> book.rule(id).isEmpty() || reasons.containsKey(id))
                .forEach(id -> faults.add("something is missing of what is no rule, or not here at all: " + id));
        for (Rule rule : book.rules()) {
            boolean shown = !showing(rule).isEmpty();
            boolean explained = reasons.containsKey(rule.id());
            if (!shown && !explained) {
                faults.add(rule.id() + " has no test and no reason: " + rule.sentence());
            } else if (shown && explained) {
                faults.add(rule.id() + " has a test, and a reason why it has none");
            }
            if (section(rule) == null) {
                faults.add(rule.id() + " belongs to no section");
            }
        }
        return faults;
    }

    /** The page, in Markdown; the same input gives the same text. */
    String markdown() {
        long shown =
                book.rules().stream().filter(rule -> !showing(rule).isEmpty()).count();
        long methods = book.rules().stream()
                .flatMap(rule -> showing(rule).stream())
                .distinct()
                .count();
        StringBuilder page = new StringBuilder("""
                # Conformance

                Every rule of WSK this engine keeps, with the tests that show it. The build writes this page from the tags of the tests and fails when a
                rule has neither a test nor a reason. Rules are quoted from the rule book the program itself cites. What a rule lacks is said where there is something.

                """);
        page.append("| | |\n|---|---:|\n");
        page.append(row("rules", book.rules().size()));
        page.append(row("here in full", shown - missing.size()));
        page.append(row("in part: what is missing is said", missing.size()));
        page.append(row("not here: why is said", reasons.size()));
        page.append(row("tests that show rules", methods));
        page.append(row("rules shown on real sockets too", onNetty()));
        page.append(
                "\n“memory, Netty” means: the same test text runs in virtual time and over real TCP and UDP. “By hand”: on a network the test plays by"
                        + " hand. A dash: the test needs no network.\n");
        SECTIONS.keySet().forEach(title -> section(title, page));
        return page.toString();
    }

    private long onNetty() {
        return book.rules().stream()
                .filter(rule ->
                        showing(rule).stream().anyMatch(test -> test.networks().contains("Netty")))
                .count();
    }

    private static String row(String name, Object value) {
        return "| " + name + " | " + value + " |\n";
    }

    private void section(String title, StringBuilder page) {
        page.append("\n## ")
                .append(title)
                .append("\n\n| Rule | Sentence | Here | Tests | Networks |\n|---|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            if (title.equals(section(rule))) {
                List<TaggedTest> showing = showing(rule);
                page.append("| ")
                        .append(rule.id())
                        .append(" | ")
                        .append(cell(rule.sentence()))
                        .append(" | ")
                        .append(cell(here(rule)))
                        .append(" | ");
                if (showing.isEmpty()) {
                    page.append("none | –");
                } else {
                    page.append(column(showing, TaggedTest::link)).append(" | ");
                    page.append(column(showing, test -> cell(test.networks())));
                }
                page.append(" |\n");
            }
        }
    }

    private String here(Rule rule) {
        String why = reasons.get(rule.id());
        String lacks = missing.get(rule.id());
        if (why != null) {
            return "**not here:** " + why;
        }
        return lacks == null ? "in full" : "**in part:** " + lacks;
    }

    private static String column(List<TaggedTest> tests, Function<TaggedTest, String> text) {
        List<String> lines = tests.stream().map(text).toList();
        return lines.stream().distinct().count() == 1 ? lines.get(0) : String.join("<br>", lines);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private List<TaggedTest> showing(Rule rule) {
        return tests.stream().filter(test -> test.ids().contains(rule.id())).toList();
    }

    private static @org.jspecify.annotations.Nullable String section(Rule rule) {
        String group = rule.id().substring(0, rule.id().lastIndexOf('-'));
        return SECTIONS.entrySet().stream()
                .filter(section -> section.getValue().contains(group))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Set<String> knownIds() {
        Set<String> known = book.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        book.choices().forEach(choice -> known.add(choice.id()));
        for (org.wskscope.engine.wsk.Violation violation : org.wskscope.engine.wsk.Violation.values()) {
            known.add(violation.code());
        }
        for (int number = 1; number <= SCENARIOS; number++) {
            known.add(String.format(Locale.ROOT, "SCN-%02d", number));
        }
        for (int number = 1; number <= FIDELITY_LIMITS; number++) {
            known.add("FID-" + number);
        }
        return known;
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Registration and object model", List.of("API-REG", "API-OBJ"));
        sections.put("Socket life cycle", List.of("API-SCK"));
        sections.put("IRPs", List.of("API-IRP"));
        sections.put("Events in general", List.of("EVT-GEN"));
        sections.put("WskAcceptEvent", List.of("EVT-ACC"));
        sections.put("Conditional accept: inspect and abort", List.of("EVT-INS", "EVT-ABT"));
        sections.put("WskReceiveEvent", List.of("EVT-RCV"));
        sections.put("WskReceiveFromEvent", List.of("EVT-RFR"));
        sections.put("Disconnect, send backlog, client events", List.of("EVT-DIS", "EVT-BKL", "EVT-CLI"));
        sections.put("SO_WSK_EVENT_CALLBACK", List.of("CTL-ECB"));
        sections.put("Inheritance and static enabling", List.of("CTL-INH", "CTL-STC"));
        sections.put("Functions next to events", List.of("API-RCV", "API-ACC", "API-SND", "API-DSC"));
        sections.put("Retained lists", List.of("API-REL"));
        sections.put("Close", List.of("API-CLO"));
        sections.put("Threading", List.of("THR"));
        sections.put("Extensions and other control operations", List.of("CTL-XIF", "CTL-OPT"));
        return sections;
    }
}
