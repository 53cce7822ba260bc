package org.wskscope.app.view.choices;

import java.util.StringJoiner;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;

/** Choices in words. Immutable; any thread. */
public final class ChoiceText {
    private final Messages messages;

    public ChoiceText(Messages messages) {
        this.messages = messages;
    }

    /** What there is to decide, as a question. */
    String question(SessionChoice choice) {
        return messages.get("choice." + choice);
    }

    /** A value as the controls show it: WSK's words as they are, yes or no for the others. */
    String value(SessionChoice choice, String value) {
        return choice.range().isFlag() ? messages.get("choices.flag." + value) : value;
    }

    /** Its name, and what is usual. */
    String hint(SessionChoice choice, String value) {
        String usual = choice.range().usual();
        return messages.format(
                value.equals(usual) ? "choices.hint.usual" : "choices.hint.differs",
                choice.word(),
                value(choice, usual));
    }

    /** What a click on its id does. */
    String readInFull(SessionChoice choice) {
        return messages.format("choices.read", choice.id());
    }

    String outOfRange(SessionChoice choice, String kept) {
        return messages.format(
                "choices.outOfRange",
                Long.toString(choice.range().least()),
                Long.toString(choice.range().most()),
                kept);
    }

    /** The mark of a session that has not the usual choices; empty when it has. */
    public String mark(SessionChoices choices) {
        int count = choices.differing().size();
        return switch (count) {
            case 0 -> "";
            case 1 -> messages.format("choices.mark.one", choices.text());
            default -> messages.format("choices.mark.many", count);
        };
    }

    /** Everything that differs, a line each, and the seed. */
    public String differences(SessionChoices choices, long seed) {
        StringJoiner lines = new StringJoiner("\n");
        for (SessionChoice choice : choices.differing()) {
            lines.add(messages.format(
                    "choices.difference",
                    choice.id(),
                    choice.word(),
                    value(choice, choices.value(choice)),
                    value(choice, choice.range().usual())));
        }
        lines.add(messages.format("choices.seedIs", Long.toString(seed)));
        return lines.toString();
    }
}
