package org.wskscope.app.view.inspector;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** Words and rules the inspector's readers share. FX thread. */
final class InspectorText {
    private static final int MOST_RULES = 2;
    /** How the keys of the engine's sentences about commands begin. */
    private static final String COMMAND = "command.";

    private final Messages messages;
    private final RuleBook book;
    private final Explanations explanations;
    private final SessionModel session;

    InspectorText(Messages messages, RuleBook book, Explanations explanations, SessionModel session) {
        this.messages = messages;
        this.book = book;
        this.explanations = explanations;
        this.session = session;
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0 ? messages.get(key) : messages.format(key, arguments);
    }

    /** The sentence that explains the record. */
    String why(Explanation explanation) {
        Object[] arguments = explanation.arguments().stream()
                .map(argument ->
                        argument instanceof String text && text.startsWith(COMMAND) ? commandSentence(text) : argument)
                .toArray();
        return messages.format(explanation.messageKey(), arguments);
    }

    /** What a settled command's record says, in words. */
    String commandSentence(String text) {
        CommandMessage message = CommandMessage.parse(text);
        return message.isEmpty()
                ? ""
                : messages.format(message.key(), message.arguments().toArray());
    }

    Explanation explain(TraceReader log, long sequence) {
        return explanations.explain(log, sequence);
    }

    /** The first rules named; a choice of this project reads like a rule without a page. */
    List<Rule> rules(Explanation explanation) {
        List<Rule> rules = new ArrayList<>();
        for (String id : explanation.ruleIds()) {
            if (rules.size() < MOST_RULES) {
                book.rule(id)
                        .or(() -> book.choice(id).map(choice -> new Rule(id, choice.decision(), "C", "")))
                        .ifPresent(rules::add);
            }
        }
        return rules;
    }

    List<Rule> rulesOf(String id) {
        return book.rule(id).stream().toList();
    }

    /** What a status means in WSK. */
    String meaning(NtStatus status) {
        return book.meaning(status).orElse("");
    }

    Argument status(String name, @Nullable NtStatus status) {
        if (status == null) {
            return new Argument(name, text("inspector.notYet"), Hue.WAITING);
        }
        return new Argument(name, status.name() + " " + status.hex(), statusHue(status));
    }

    static Hue statusHue(NtStatus status) {
        if (status.equals(NtStatus.STATUS_SUCCESS)) {
            return Hue.RECEIVE;
        }
        return status.isSuccess() ? Hue.WAITING : Hue.ERROR;
    }

    String bytes(long count) {
        return text("inspector.bytes", count);
    }

    /** A count in the reader's digits. */
    String number(long count) {
        return text("inspector.number", count);
    }

    /** A moment of the session. */
    static String time(long nanos) {
        return TimeText.moment(nanos);
    }

    /** How long something lasted. */
    static String lasted(long nanos) {
        return TimeText.of(nanos);
    }

    String socketName(SocketId id) {
        SocketRow row = session.snapshot().socket(id);
        return row == null ? "—" : row.name();
    }

    static String address(@Nullable InetSocketAddress address) {
        if (address == null) {
            return "—";
        }
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
