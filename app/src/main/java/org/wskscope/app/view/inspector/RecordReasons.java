package org.wskscope.app.view.inspector;

import java.util.stream.Collectors;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.trace.TraceReader;

/** Why a record is as it is, in the inspector's words, for whoever tells it elsewhere. FX thread. */
public final class RecordReasons {
    private final InspectorText words;

    /**
     * One reason. Immutable.
     *
     * @param rules ids of the rules behind it, with spaces between them; empty for none
     */
    public record Reason(String sentence, String rules) {}

    public RecordReasons(SessionModel session, RuleBook book, Messages messages) {
        words = new InspectorText(messages, book, new Explanations(book), session);
    }

    /** Of a record that is in the log. */
    public Reason of(TraceReader log, long sequence) {
        Explanation explanation = words.explain(log, sequence);
        return new Reason(
                words.why(explanation),
                words.rules(explanation).stream().map(Rule::id).collect(Collectors.joining(" ")));
    }
}
