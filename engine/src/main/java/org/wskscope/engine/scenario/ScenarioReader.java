package org.wskscope.engine.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.NearestWord;

/**
 * Reads scenario files: YAML with {@code id}, {@code title}, {@code shows}, {@code choices}, {@code setup} and {@code steps}; each step is one verb with its arguments. Everything is
 * checked here, words, names and amounts, so that playing never meets an unknown one and never takes more memory than a scenario may. Any thread.
 */
public final class ScenarioReader {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_TITLE = 200;
    private static final List<String> FIELDS = List.of("id", "title", "shows", "choices", "setup", "steps", "live");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");

    private final String source;
    private final ScenarioNames names = new ScenarioNames();
    private final ScenarioBudget budget = new ScenarioBudget();

    private ScenarioReader(String source) {
        this.source = source;
    }

    /**
     * @param source what to call the file in complaints
     * @param yaml its text
     * @throws ScenarioFormatException when it is no scenario
     */
    public static Scenario read(String source, String yaml) throws ScenarioFormatException {
        return new ScenarioReader(source).read(yaml);
    }

    /**
     * @param source what to call the file in complaints
     * @param bytes all of it, as it was saved
     * @throws ScenarioFormatException when it is no UTF-8 text, or no scenario
     */
    public static Scenario read(String source, byte[] bytes) throws ScenarioFormatException {
        return read(source, new ScenarioYaml(source).text(bytes));
    }

    /** Bytes a file has at most: who reads one need read no more than one further. */
    public static int longest() {
        return ScenarioYaml.LONGEST;
    }

    private Scenario read(String yaml) throws ScenarioFormatException {
        Node root = new ScenarioYaml(source)
                .tree(yaml)
                .orElseThrow(() -> new ScenarioFormatException(
                        source, 1, 1, "the file is empty; a scenario begins with its id, for example id: MINE"));
        Map<String, Field> fields = fields(root);
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            if (!FIELDS.contains(field.getKey())) {
                throw problem(
                        field.getValue().name(),
                        "a scenario has no " + Quoted.of(field.getKey()) + "; it has " + String.join(", ", FIELDS)
                                + NearestWord.hint(field.getKey(), FIELDS));
            }
        }
        return new Scenario(
                id(required(fields, "id", root)),
                text(required(fields, "title", root)),
                texts(value(fields, "shows")),
                choices(value(fields, "choices")),
                steps(value(fields, "setup")),
                steps(required(fields, "steps", root)),
                differences(value(fields, "live")));
    }

    /** Of a mapping: where the name stands, and what it says. */
    private record Field(Node name, Node value) {}

    private String id(Node node) throws ScenarioFormatException {
        String id = scalar(node);
        if (!ID.matcher(id).matches()) {
            throw problem(
                    node,
                    "the id is one word of at most 40 letters, digits, dots, lines and underlines, not "
                            + Quoted.of(id));
        }
        return id;
    }

    /** A line for people. */
    private String text(Node node) throws ScenarioFormatException {
        String text = scalar(node);
        if (text.length() > LONGEST_TITLE || text.codePoints().anyMatch(Quoted::isHidden)) {
            throw problem(
                    node,
                    "a text is one line of at most " + LONGEST_TITLE
                            + " characters, none of them a control character, not " + Quoted.of(text));
        }
        return text;
    }

    private ChoiceSettings choices(@Nullable Node node) throws ScenarioFormatException {
        ChoiceSettings choices = ChoiceSettings.NONE;
        if (node == null) {
            return choices;
        }
        for (Map.Entry<String, Field> choice : fields(node).entrySet()) {
            Node value = choice.getValue().value();
            try {
                choices = choices.and(choice.getKey(), scalar(value));
            } catch (IllegalArgumentException unknown) {
                throw problem(value, String.valueOf(unknown.getMessage()));
            }
        }
        return choices;
    }

    private List<Scenario.LiveDifference> differences(@Nullable Node node) throws ScenarioFormatException {
        List<Scenario.LiveDifference> differences = new ArrayList<>();
        for (Node item : items(node, MOST_ITEMS)) {
            Map<String, Field> fields = fields(item);
            differences.add(new Scenario.LiveDifference(
                    text(required(fields, "lines", item)), text(required(fields, "because", item))));
        }
        return differences;
    }

    private List<ScenarioStep> steps(@Nullable Node node) throws ScenarioFormatException {
        List<ScenarioStep> steps = new ArrayList<>();
        for (Node item : items(node, MOST_STEPS)) {
            steps.add(step(item));
        }
        return steps;
    }

    private ScenarioStep step(Node node) throws ScenarioFormatException {
        Map<String, Field> only = fields(node);
        if (only.size() != 1) {
            throw problem(node, "a step is one verb with its arguments, for example: send: {peer: P, text: a}");
        }
        Map.Entry<String, Field> entry = only.entrySet().iterator().next();
        ScenarioVerb verb = ScenarioVerb.of(entry.getKey())
                .orElseThrow(() -> problem(
                        node,
                        "there is no step called " + Quoted.of(entry.getKey()) + "; there are "
                                + String.join(", ", Scenario.verbs())
                                + NearestWord.hint(entry.getKey(), Scenario.verbs())));
        Map<String, Field> given = fields(entry.getValue().value());
        Map<String, String> arguments = new HashMap<>();
        for (Map.Entry<String, Field> argument : given.entrySet()) {
            Field field = argument.getValue();
            if (!verb.takes(argument.getKey())) {
                throw problem(
                        field.name(),
                        verb.word() + " has no " + Quoted.of(argument.getKey()) + "; it takes " + verb.argumentList()
                                + NearestWord.hint(argument.getKey(), verb.arguments()));
            }
            arguments.put(argument.getKey(), argument(argument.getKey(), field.value()));
        }
        checkRequired(node, verb, arguments);
        Mark mark = node.getStartMark().orElse(null);
        ScenarioStep step = mark == null
                ? new ScenarioStep(1, 1, verb, arguments)
                : new ScenarioStep(mark.getLine() + 1, mark.getColumn() + 1, verb, arguments);
        for (Map.Entry<String, Field> argument : given.entrySet()) {
            Node value = argument.getValue().value();
            complain(value, ScenarioArguments.complaint(argument.getKey(), step.text(argument.getKey())));
        }
        complain(node, budget.spend(step));
        // Names are used before new ones are given: no step may use one it only makes.
        for (Map.Entry<String, Field> argument : given.entrySet()) {
            complain(argument.getValue().value(), names.used(step, argument.getKey()));
        }
        for (Map.Entry<String, Field> argument : given.entrySet()) {
            complain(argument.getValue().value(), names.given(step, argument.getKey()));
        }
        return step;
    }

    private void checkRequired(Node node, ScenarioVerb verb, Map<String, String> arguments)
            throws ScenarioFormatException {
        for (String name : verb.required()) {
            long given = ScenarioVerb.choices(name).stream()
                    .filter(arguments::containsKey)
                    .count();
            if (given != 1) {
                String needed = name.replace("|", "\" or \"");
                throw problem(node, verb.word() + " needs \"" + needed + "\"; it takes " + verb.argumentList());
            }
        }
    }

    private void complain(Node node, String complaint) throws ScenarioFormatException {
        if (!complaint.isEmpty()) {
            throw problem(node, complaint);
        }
    }

    /** One word, or for {@code do} a list of acts. */
    private String argument(String name, Node node) throws ScenarioFormatException {
        return name.equals("do") && node instanceof SequenceNode ? String.join(", ", texts(node)) : scalar(node);
    }

    private Map<String, Field> fields(Node node) throws ScenarioFormatException {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "names with values were expected here");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(tuple.getKeyNode());
            if (fields.put(name, new Field(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                throw problem(tuple.getKeyNode(), Quoted.of(name) + " stands here twice");
            }
        }
        return fields;
    }

    private static @Nullable Node value(Map<String, Field> fields, String name) {
        Field field = fields.get(name);
        return field == null ? null : field.value();
    }

    private Node required(Map<String, Field> fields, String name, Node where) throws ScenarioFormatException {
        Field field = fields.get(name);
        if (field == null) {
            throw problem(where, "\"" + name + "\" is missing");
        }
        return field.value();
    }

    private List<String> texts(@Nullable Node node) throws ScenarioFormatException {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node, MOST_ITEMS)) {
            texts.add(text(item));
        }
        return texts;
    }

    private List<Node> items(@Nullable Node node, int most) throws ScenarioFormatException {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw problem(node, "a list was expected here");
        }
        if (list.getValue().size() > most) {
            throw problem(list.getValue().get(most), "the list has at most " + most + " items");
        }
        return list.getValue();
    }

    private String scalar(Node node) throws ScenarioFormatException {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem(node, "a single word or text was expected here");
        }
        return scalar.getValue();
    }

    private ScenarioFormatException problem(Node node, String what) {
        Mark mark = node.getStartMark().orElse(null);
        return mark == null
                ? new ScenarioFormatException(source, 1, 1, what)
                : new ScenarioFormatException(source, mark.getLine() + 1, mark.getColumn() + 1, what);
    }
}
