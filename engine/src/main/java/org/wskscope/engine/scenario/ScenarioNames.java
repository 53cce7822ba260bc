package org.wskscope.engine.scenario;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.session.NearestWord;

/** The names a file has given so far, each kind for itself: each is given once, and used only behind that. Owned by the reader of the file. */
final class ScenarioNames {
    /** What a name can stand for. */
    enum Kind {
        SOCKET("socket"),
        PEER("remote end"),
        IRP("IRP"),
        CALL("call"),
        CLIENT("client"),
        MOMENT("moment");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Map<Kind, Set<String>> given = new EnumMap<>(Kind.class);

    ScenarioNames() {
        for (Kind kind : Kind.values()) {
            given.put(kind, new TreeSet<>());
        }
    }

    /** What is wrong with the name the argument uses; empty when it uses none, or one that was given. */
    String used(ScenarioStep step, String argument) {
        Kind kind = use(step.verb(), argument);
        if (kind == null || names(kind).contains(step.text(argument))) {
            return "";
        }
        Set<String> known = names(kind);
        String there = known.isEmpty() ? "none was named before" : "there is " + String.join(", ", known);
        return "no " + kind.word + " is called " + Quoted.of(step.text(argument)) + " at this step; "
                + Quoted.plain(there) + NearestWord.hint(step.text(argument), known);
    }

    /** Takes the name the argument gives; what is wrong with it, or empty. */
    String given(ScenarioStep step, String argument) {
        Kind kind = gift(step.verb(), argument);
        if (kind == null || names(kind).add(step.text(argument))) {
            return "";
        }
        return "another " + kind.word + " is called " + Quoted.of(step.text(argument)) + " already; give it a new name";
    }

    private Set<String> names(Kind kind) {
        return given.getOrDefault(kind, Set.of());
    }

    private static @Nullable Kind use(ScenarioVerb verb, String argument) {
        return switch (argument) {
            case "socket" -> verb == ScenarioVerb.ENTERED ? null : Kind.SOCKET;
            case "on", "from" -> Kind.SOCKET;
            case "to" -> verb == ScenarioVerb.DIAL ? Kind.PEER : Kind.SOCKET;
            case "peer" -> Kind.PEER;
            case "call", "after", "since" -> Kind.CALL;
            case "client" -> Kind.CLIENT;
            case "irp" -> verb == ScenarioVerb.CANCEL || verb == ScenarioVerb.COMPLETED ? Kind.IRP : null;
            default -> null;
        };
    }

    private static @Nullable Kind gift(ScenarioVerb verb, String argument) {
        return switch (argument) {
            case "as" ->
                switch (verb) {
                    case CLIENT -> Kind.CLIENT;
                    case CONNECT, SERVE, BURST -> Kind.PEER;
                    case ENTERED -> Kind.CALL;
                    default -> Kind.SOCKET;
                };
            case "irp" -> use(verb, argument) == null ? Kind.IRP : null;
            case "socket" -> verb == ScenarioVerb.ENTERED ? Kind.SOCKET : null;
            case "name" -> verb == ScenarioVerb.MARK ? Kind.MOMENT : null;
            default -> null;
        };
    }
}
