package org.wskscope.engine.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * From bytes to the tree of a scenario file. What would cost more than a scenario may is refused before it costs anything: size, depth, references; so are bytes that are no
 * text and tags that ask for anything but plain words, lists and names. Any thread.
 */
final class ScenarioYaml {
    /** Bytes of a file. */
    static final int LONGEST = 64 * 1024;

    /** A file, its steps, a step, its arguments, a list among them; and some to spare for the complaint. */
    private static final int DEEPEST = 8;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> CORE_TAGS = Set.of("str", "int", "float", "bool", "null", "seq", "map");

    private final String source;

    ScenarioYaml(String source) {
        this.source = source;
    }

    /** The text of a file. */
    String text(byte[] bytes) throws ScenarioFormatException {
        checkSize(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new ScenarioFormatException(
                    source,
                    line,
                    column,
                    "the byte 0x" + Integer.toHexString(bytes[in.position()] & 0xFF)
                            + " is no part of UTF-8 text; save the file as UTF-8");
        }
        return text;
    }

    /** The tree of the one document in {@code text}; empty when there is none. */
    Optional<Node> tree(String text) throws ScenarioFormatException {
        checkSize(text.length());
        String yaml = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        checkCharacters(yaml);
        LoadSettings settings =
                LoadSettings.builder().setLabel("").setCodePointLimit(LONGEST).build();
        try {
            ParserImpl events = new ParserImpl(settings, new StreamReader(settings, yaml));
            int depth = 0;
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof CollectionStartEvent) {
                    depth++;
                } else if (event instanceof CollectionEndEvent) {
                    depth--;
                }
                check(event, depth);
            }
            return new Composer(settings, new ParserImpl(settings, new StreamReader(settings, yaml))).getSingleNode();
        } catch (MarkedYamlEngineException malformed) {
            Mark mark = malformed.getProblemMark().or(malformed::getContextMark).orElse(null);
            throw new ScenarioFormatException(
                    source,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "this is not YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new ScenarioFormatException(source, 1, 1, "this is not YAML: " + malformed.getMessage());
        }
    }

    private void checkSize(int size) throws ScenarioFormatException {
        if (size > LONGEST) {
            throw new ScenarioFormatException(source, 1, 1, "a scenario has at most " + LONGEST + " bytes");
        }
    }

    /** What an eye cannot see is not read: it would say something else than it shows. */
    private void checkCharacters(String yaml) throws ScenarioFormatException {
        int line = 1;
        int column = 1;
        for (int index = 0; index < yaml.length(); column++) {
            int character = yaml.codePointAt(index);
            if (character == '\n') {
                line++;
                column = 0;
            } else if (Quoted.isHidden(character) && character != '\t' && character != '\r') {
                throw new ScenarioFormatException(
                        source,
                        line,
                        column,
                        "the character " + Character.toString(character) + " cannot be seen; leave it out");
            }
            index += Character.charCount(character);
        }
    }

    private void check(Event event, int depth) throws ScenarioFormatException {
        if (depth > DEEPEST) {
            throw at(event, "lists and names are nested deeper than a scenario needs; at most " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            String name = ((NodeEvent) event).getAnchor().map(Anchor::getValue).orElse("");
            throw at(event, "a scenario has no references such as " + Quoted.of(name) + "; write the value itself");
        }
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent start) {
            tag = start.getTag();
        }
        if (tag.isPresent() && !isPlain(tag.get())) {
            throw at(event, "a scenario has no tags such as " + Quoted.of(tag.get()) + "; leave it out");
        }
    }

    private static boolean isPlain(String tag) {
        return tag.startsWith(CORE) && CORE_TAGS.contains(tag.substring(CORE.length()));
    }

    private ScenarioFormatException at(Event event, String problem) {
        Mark mark = event.getStartMark().orElse(null);
        return mark == null
                ? new ScenarioFormatException(source, 1, 1, problem)
                : new ScenarioFormatException(source, mark.getLine() + 1, mark.getColumn() + 1, problem);
    }
}
