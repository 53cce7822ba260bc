package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.ScopeSnapshot;

/** Gathers the sentences and rules of several records that belong together, each once. FX thread. */
final class Explained {
    private final InspectorText words;
    private final ScopeSnapshot snapshot;
    private final List<String> sentences = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    Explained(InspectorText words, ScopeSnapshot snapshot) {
        this.words = words;
        this.snapshot = snapshot;
    }

    void add(long sequence) {
        Explanation explanation = words.explain(snapshot.log(), sequence);
        String sentence = words.why(explanation);
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
        words.rules(explanation).stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    }

    List<String> sentences() {
        return sentences;
    }

    List<Rule> rules() {
        return rules;
    }
}
