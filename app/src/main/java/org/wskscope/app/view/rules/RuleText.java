package org.wskscope.app.view.rules;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;

/**
 * What the book says about a rule or a choice. Immutable.
 *
 * @param tags where it comes from, one letter each, see {@link Rule#tag}
 * @param source page, header, driver or choice it comes from; empty for a choice
 * @param page its public address, if it has one
 * @param reason why a choice was decided so; empty for a rule
 * @param choices what this project decided that bears on it
 * @param related rules named with it, of the same source, or beside it in the table
 */
record RuleText(
        String id,
        String sentence,
        List<String> tags,
        String source,
        Optional<URI> page,
        String reason,
        List<Choice> choices,
        List<String> related) {
    private static final int MOST_RELATED = 10;
    private static final Pattern ID = Pattern.compile("\\b(?:C-\\d{2}|[A-Z]{3}-(?:[A-Z]{3}-)?\\d{2})\\b");

    RuleText {
        tags = List.copyOf(tags);
        choices = List.copyOf(choices);
        related = List.copyOf(related);
    }

    /** Empty when the book has no such entry. */
    static Optional<RuleText> of(String id, RuleBook book) {
        return book.rule(id)
                .map(rule -> ofRule(rule, book))
                .or(() -> book.choice(id).map(choice -> ofChoice(choice, book)));
    }

    private static RuleText ofRule(Rule rule, RuleBook book) {
        Set<String> named = ids(rule.sentence() + " " + rule.sourcePage());
        List<Choice> choices =
                named.stream().flatMap(id -> book.choice(id).stream()).toList();
        Set<String> related = new LinkedHashSet<>(
                named.stream().filter(id -> book.rule(id).isPresent()).toList());
        book.rules().stream()
                .filter(other ->
                        !other.sourcePage().isEmpty() && other.sourcePage().equals(rule.sourcePage()))
                .filter(other -> family(other.id()).equals(family(rule.id())))
                .map(Rule::id)
                .forEach(related::add);
        neighbours(rule, book).forEach(related::add);
        related.remove(rule.id());
        return new RuleText(
                rule.id(),
                rule.sentence(),
                List.of(rule.tag().split(",")),
                rule.sourcePage(),
                rule.documentation(),
                "",
                choices,
                related.stream().limit(MOST_RELATED).toList());
    }

    private static RuleText ofChoice(Choice choice, RuleBook book) {
        List<String> related = book.rules().stream()
                .filter(rule -> ids(rule.sentence() + " " + rule.sourcePage()).contains(choice.id()))
                .map(Rule::id)
                .limit(MOST_RELATED)
                .toList();
        List<Choice> choices = ids(choice.decision() + " " + choice.reason()).stream()
                .filter(id -> !id.equals(choice.id()))
                .flatMap(id -> book.choice(id).stream())
                .toList();
        return new RuleText(
                choice.id(),
                choice.decision(),
                List.of(choice.isLimit() ? "F" : "C"),
                "",
                Optional.empty(),
                choice.reason(),
                choices,
                related);
    }

    private static List<String> neighbours(Rule rule, RuleBook book) {
        int at = book.rules().indexOf(rule);
        List<String> found = new ArrayList<>();
        for (int place : new int[] {at - 1, at + 1}) {
            if (place >= 0 && place < book.rules().size()) {
                String id = book.rules().get(place).id();
                if (family(id).equals(family(rule.id()))) {
                    found.add(id);
                }
            }
        }
        return found;
    }

    private static String family(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    private static Set<String> ids(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
