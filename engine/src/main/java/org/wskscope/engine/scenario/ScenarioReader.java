package org.wskscope.engine.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskCallback;

/**
 * Reads scenario files: YAML with {@code id}, {@code title}, {@code shows}, {@code choices}, {@code setup} and {@code steps}; each step is one verb with its arguments. Everything is
 * checked here, so that playing never meets an unknown word. Any thread.
 */
public final class ScenarioReader {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_STEPS = 1_000;
    private static final List<String> FIELDS = List.of("id", "title", "shows", "choices", "setup", "steps", "live");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    private final String source;

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

    private Scenario read(String yaml) throws ScenarioFormatException {
        if (yaml.length() > LONGEST) {
            throw new ScenarioFormatException(source, 1, "a scenario has at most " + LONGEST + " characters");
        }
        Node root = compose(yaml).orElseThrow(() -> new ScenarioFormatException(source, 1, "the file is empty"));
        Map<String, Node> fields = fields(root);
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw problem(root, "a scenario has no \"" + field + "\"; it has " + String.join(", ", FIELDS));
            }
        }
        return new Scenario(
                scalar(required(fields, "id", root)),
                scalar(required(fields, "title", root)),
                texts(fields.get("shows")),
                choices(fields.get("choices")),
                steps(fields.get("setup")),
                steps(required(fields, "steps", root)),
                differences(fields.get("live")));
    }

    private Optional<Node> compose(String yaml) throws ScenarioFormatException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            return new Composer(settings, new ParserImpl(settings, new StreamReader(settings, yaml))).getSingleNode();
        } catch (MarkedYamlEngineException malformed) {
            int line =
                    malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ScenarioFormatException(source, line, "this is not YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new ScenarioFormatException(source, 1, "this is not YAML: " + malformed.getMessage());
        }
    }

    private ChoiceSettings choices(@Nullable Node node) throws ScenarioFormatException {
        ChoiceSettings choices = ChoiceSettings.NONE;
        if (node == null) {
            return choices;
        }
        for (Map.Entry<String, Node> choice : fields(node).entrySet()) {
            try {
                choices = choices.and(choice.getKey(), scalar(choice.getValue()));
            } catch (IllegalArgumentException unknown) {
                throw problem(choice.getValue(), String.valueOf(unknown.getMessage()));
            }
        }
        return choices;
    }

    private List<Scenario.LiveDifference> differences(@Nullable Node node) throws ScenarioFormatException {
        List<Scenario.LiveDifference> differences = new ArrayList<>();
        if (node == null) {
            return differences;
        }
        if (!(node instanceof SequenceNode list)) {
            throw problem(node, "a list was expected here");
        }
        for (Node item : list.getValue()) {
            Map<String, Node> fields = fields(item);
            differences.add(new Scenario.LiveDifference(
                    scalar(required(fields, "lines", item)), scalar(required(fields, "because", item))));
        }
        return differences;
    }

    private List<ScenarioStep> steps(@Nullable Node node) throws ScenarioFormatException {
        List<ScenarioStep> steps = new ArrayList<>();
        if (node == null) {
            return steps;
        }
        if (!(node instanceof SequenceNode list) || list.getValue().size() > MOST_STEPS) {
            throw problem(node, "steps are a list of at most " + MOST_STEPS);
        }
        for (Node item : list.getValue()) {
            steps.add(step(item));
        }
        return steps;
    }

    private ScenarioStep step(Node node) throws ScenarioFormatException {
        Map<String, Node> only = fields(node);
        if (only.size() != 1) {
            throw problem(node, "a step is one verb with its arguments, for example: send: {peer: P, text: a}");
        }
        Map.Entry<String, Node> entry = only.entrySet().iterator().next();
        ScenarioVerb verb = ScenarioVerb.of(entry.getKey())
                .orElseThrow(() -> problem(node, "there is no step called \"" + entry.getKey() + "\""));
        Map<String, String> arguments = new HashMap<>();
        for (Map.Entry<String, Node> argument : fields(entry.getValue()).entrySet()) {
            if (!verb.takes(argument.getKey())) {
                throw problem(
                        node, verb.word() + " has no \"" + argument.getKey() + "\"; it takes " + verb.argumentList());
            }
            arguments.put(argument.getKey(), value(argument.getKey(), argument.getValue()));
        }
        for (String name : verb.required()) {
            long given = ScenarioVerb.choices(name).stream()
                    .filter(arguments::containsKey)
                    .count();
            if (given != 1) {
                String needed = name.replace("|", "\" or \"");
                throw problem(node, verb.word() + " needs \"" + needed + "\"; it takes " + verb.argumentList());
            }
        }
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            check(node, argument.getKey(), argument.getValue());
        }
        return new ScenarioStep(line(node), verb, arguments);
    }

    /** One word, or for {@code do} a list of acts. */
    private String value(String name, Node node) throws ScenarioFormatException {
        return name.equals("do") && node instanceof SequenceNode ? String.join(", ", texts(node)) : scalar(node);
    }

    private void check(Node node, String name, String value) throws ScenarioFormatException {
        try {
            switch (name) {
                case "callback" -> WskCallback.valueOf(value);
                case "event", "collect" -> ScenarioStep.parseEvent(value);
                case "events", "static" -> EventMask.parse(value);
                case "answer", "status", "return" -> ScenarioStep.parseStatuses(value);
                case "length", "amount", "accept", "count", "value", "bytes", "list", "first", "last" -> {
                    if (!COUNT.matcher(value).matches()) {
                        throw problem(node, name + " is a number from 0 to 9999999, not \"" + value + "\"");
                    }
                }
                case "hold" -> oneOf(node, name, value, List.of("every", "once", "no"));
                case "action" -> ScenarioStep.parseAction(value);
                case "outcome" -> oneOf(node, name, value, List.of("later"));
                case "mode" -> oneOf(node, name, value, List.of("strict", "faithful"));
                case "violation" -> ScenarioStep.parseViolation(value);
                case "echo", "conditional", "wait" -> oneOf(node, name, value, List.of("true", "false"));
                case "reads" -> oneOf(node, name, value, List.of("yes", "no"));
                case "backlog" -> oneOf(node, name, value, List.of("SEND", "RECEIVE"));
                case "what" -> oneOf(node, name, value, List.of("bytes", "datagrams", "connection", "FIN", "RST"));
                case "do" -> acts(node, value);
                default -> {}
            }
        } catch (IllegalArgumentException unknown) {
            throw problem(node, "\"" + value + "\" is no " + name + " of WSK");
        }
    }

    private void acts(Node node, String value) throws ScenarioFormatException {
        try {
            ScenarioStep.parseActs(value);
        } catch (IllegalArgumentException unknown) {
            throw problem(node, String.valueOf(unknown.getMessage()));
        }
    }

    private void oneOf(Node node, String name, String value, List<String> words) throws ScenarioFormatException {
        if (!words.contains(value)) {
            throw problem(node, name + " is one of " + String.join(", ", words) + ", not \"" + value + "\"");
        }
    }

    private Map<String, Node> fields(Node node) throws ScenarioFormatException {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "names with values were expected here");
        }
        Map<String, Node> fields = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (fields.put(scalar(tuple.getKeyNode()), tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "\"" + scalar(tuple.getKeyNode()) + "\" stands here twice");
            }
        }
        return fields;
    }

    private Node required(Map<String, Node> fields, String name, Node where) throws ScenarioFormatException {
        Node node = fields.get(name);
        if (node == null) {
            throw problem(where, "\"" + name + "\" is missing");
        }
        return node;
    }

    private List<String> texts(@Nullable Node node) throws ScenarioFormatException {
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!(node instanceof SequenceNode list)) {
            throw problem(node, "a list was expected here");
        }
        for (Node item : list.getValue()) {
            texts.add(scalar(item));
        }
        return texts;
    }

    private String scalar(Node node) throws ScenarioFormatException {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem(node, "a single word or text was expected here");
        }
        return scalar.getValue();
    }

    private ScenarioFormatException problem(Node node, String what) {
        return new ScenarioFormatException(source, line(node), what);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
