package org.wskscope.app.view.callbacks;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;

/** Says what is wrong with a filter: the text with the wrong word marked, and one sentence. FX thread. */
final class FilterProblem extends HBox {
    private final Messages messages;
    private final Label right = new Label();
    private final Label wrong = new Label();
    private final Label sentence = new Label();

    FilterProblem(Messages messages) {
        this.messages = messages;
        setId("events-filter-problem");
        getStyleClass().add("filter-problem");
        right.getStyleClass().addAll("mono", "text-hint");
        wrong.getStyleClass().addAll("mono", "wrong-word", "text-hue", Hue.ERROR.styleClass());
        wrong.setMinWidth(USE_PREF_SIZE);
        sentence.getStyleClass().addAll("problem-sentence", "text-hue", Hue.ERROR.styleClass());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
    }

    void show(String text, NotAFilter problem) {
        if (getChildren().isEmpty()) {
            getChildren().addAll(right, wrong, sentence);
        }
        int at = Math.min(problem.at(), text.length());
        int end = Math.min(text.length(), at + Math.max(1, problem.word().length()));
        right.setText(text.substring(0, at));
        wrong.setText(at == end ? "\u2423" : text.substring(at, end));
        sentence.setText(sentence(messages, problem));
        setVisible(true);
        setManaged(true);
    }

    void clear() {
        setVisible(false);
        setManaged(false);
        sentence.setText("");
    }

    /** What is wrong, without the place. */
    static String sentence(Messages messages, NotAFilter problem) {
        String key = "events.filter." + problem.problem();
        return problem.instead().isEmpty()
                ? messages.format(key, problem.word())
                : messages.format(key + ".near", problem.word(), problem.instead());
    }
}
