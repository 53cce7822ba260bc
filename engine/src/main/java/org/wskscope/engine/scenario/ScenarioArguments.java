package org.wskscope.engine.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.NearestWord;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** What the arguments of steps may say: words of WSK, amounts such as a scenario may have, names. Stateless. */
final class ScenarioArguments {
    static final int LONGEST_NAME = 40;
    static final int LARGEST_NUMBER = 9_999_999;
    static final String NAME_PATTERN = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*";
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");
    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);
    /** As WSK says it, and files do not. */
    private static final Pattern PREFIX = Pattern.compile("^(STATUS_|WSK_EVENT_|WskInspect)");

    private static final String STATUS_PREFIX = "STATUS_";

    private ScenarioArguments() {}

    /** What an argument is. */
    enum Kind {
        /** Something the file names, or has named. */
        NAME,
        /** One of {@link #words}. */
        WORD,
        /** Some of {@link #words}, joined by {@code |}. */
        WORDS,
        NUMBER,
        /** What a callback does, a list. */
        ACTS,
        /** Anything. */
        TEXT
    }

    static Kind kind(String name) {
        return switch (name) {
            case "as", "irp", "name", "socket", "peer", "call", "on", "from", "to", "after", "since", "client" ->
                Kind.NAME;
            case "events", "static", "answer" -> Kind.WORDS;
            case "length", "amount", "accept", "count", "value", "bytes", "list", "first", "last" -> Kind.NUMBER;
            case "do" -> Kind.ACTS;
            case "text" -> Kind.TEXT;
            default -> Kind.WORD;
        };
    }

    /** The words an argument can be; empty when it is none of words. */
    static List<String> words(String name) {
        return switch (name) {
            case "callback" ->
                Arrays.stream(WskCallback.values()).map(WskCallback::name).toList();
            case "event", "collect" -> events().toList();
            case "events", "static" ->
                Stream.concat(Stream.of("DISABLE"), events()).toList();
            case "answer", "status", "return" -> statuses();
            case "hold" -> List.of("every", "once", "no");
            case "action" ->
                Arrays.stream(InspectAction.values())
                        .map(InspectAction::shortName)
                        .toList();
            case "outcome" -> List.of("later");
            case "mode" -> List.of("strict", "faithful");
            case "violation" ->
                Arrays.stream(Violation.values()).map(Violation::code).toList();
            case "echo", "conditional", "wait" -> List.of("true", "false");
            case "reads" -> List.of("yes", "no");
            case "backlog" -> List.of("SEND", "RECEIVE");
            case "what" -> List.of("bytes", "datagrams", "connection", "FIN", "RST");
            default -> List.of();
        };
    }

    /** What is wrong with {@code value} and what would be right; empty when nothing is. */
    static String complaint(String name, String value) {
        return switch (kind(name)) {
            case NAME -> name(name, value);
            case WORD -> word(name, value);
            case WORDS ->
                Arrays.stream(value.split("\\|", -1))
                        .map(each -> word(name, each))
                        .filter(complaint -> !complaint.isEmpty())
                        .findFirst()
                        .orElse("");
            case NUMBER ->
                COUNT.matcher(value).matches()
                        ? ""
                        : name + " is a number from 0 to " + LARGEST_NUMBER + ", not " + Quoted.of(value);
            case ACTS -> acts(value);
            case TEXT -> "";
        };
    }

    private static Stream<String> events() {
        return Arrays.stream(WskEvent.values()).map(WskEvent::shortName);
    }

    private static List<String> statuses() {
        return Stream.concat(
                        NtStatus.named().values().stream().map(status -> status.substring(STATUS_PREFIX.length())),
                        Arrays.stream(InspectAction.values()).map(InspectAction::shortName))
                .toList();
    }

    private static String word(String name, String value) {
        List<String> words = words(name);
        if (words.contains(value)) {
            return "";
        }
        String hint = NearestWord.hint(PREFIX.matcher(value).replaceFirst(""), words);
        return isOfWsk(name)
                ? Quoted.of(value) + " is no " + name + " of WSK" + hint
                : name + " is one of " + String.join(", ", words) + ", not " + Quoted.of(value) + hint;
    }

    /** Whether the words are WSK's own, and too many to be listed. */
    private static boolean isOfWsk(String name) {
        return switch (name) {
            case "callback",
                    "event",
                    "collect",
                    "events",
                    "static",
                    "answer",
                    "status",
                    "return",
                    "action",
                    "violation" -> true;
            default -> false;
        };
    }

    private static String name(String argument, String value) {
        boolean right = value.length() <= LONGEST_NAME && NAME.matcher(value).matches();
        return right
                ? ""
                : argument + " is a name of at most " + LONGEST_NAME + " letters and digits, not " + Quoted.of(value);
    }

    private static String acts(String value) {
        try {
            ScenarioStep.parseActs(value);
            return "";
        } catch (IllegalArgumentException unknown) {
            return String.valueOf(unknown.getMessage());
        }
    }
}
