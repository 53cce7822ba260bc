package org.wskscope.app.view.findings;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.control.WindowedRow;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.Rule;

/** One problem: what happened and where, why it cannot go on where that is known, what to do instead, and the rules with their links. FX thread. */
final class FindingRow extends WindowedRow {
    private final FindingsViewModel model;
    private final Messages messages;
    private final RuleOpener openRule;
    private final Label code = new Label();
    private final Label what = new Label();
    private final Label where = new Label();
    private final Label explanation = new Label();
    private final Label advice = new Label();
    private final VBox rules = new VBox();
    private final VBox lines;
    private @Nullable Finding shown;

    FindingRow(FindingsViewModel model, Messages messages, RuleOpener openRule) {
        this.model = model;
        this.messages = messages;
        this.openRule = openRule;
        code.getStyleClass().add("text-strong");
        code.setMinWidth(USE_PREF_SIZE);
        what.getStyleClass().add("text-strong");
        where.getStyleClass().addAll("mono", "text-secondary");
        explanation.getStyleClass().addAll("finding-explanation", "mono");
        for (Label wrapped : new Label[] {what, where, explanation, advice}) {
            wrap(wrapped);
        }
        HBox first = new HBox(Icons.PROBLEMS.node("problem-icon"), code, what);
        first.getStyleClass().addAll("finding-line", "finding-rule");
        HBox.setHgrow(what, Priority.ALWAYS);
        lines = new VBox(first, where, explanation, advice, rules);
        lines.getStyleClass().add("finding");
        getStyleClass().add("finding-row");
        getChildren().add(lines);
    }

    @Override
    protected void show(long row) {
        Finding finding = model.finding(row);
        if (finding.equals(shown)) {
            return;
        }
        shown = finding;
        setId("finding-" + finding.violation().code());
        code.setText(finding.violation().code());
        what.setText(messages.get("explain.violation." + finding.violation().code()));
        where.setText(where(finding));
        String reason = model.explanation(finding);
        explanation.setText(reason);
        explanation.setVisible(!reason.isEmpty());
        explanation.setManaged(!reason.isEmpty());
        advice.setText(messages.format(
                "problems.instead",
                messages.get("problems.instead." + finding.violation().code())));
        rules.getChildren().setAll(model.rules(finding).stream().map(this::line).toList());
        rules.applyCss();
        setAccessibleText(String.join(" ", code.getText(), what.getText(), where.getText(), advice.getText()));
    }

    /** The record a click leads to, told in the same words as in the table of events. */
    private String where(Finding finding) {
        String socket = model.socketName(finding);
        return Stream.of(
                        model.subjectName(finding),
                        socket.isEmpty() ? messages.get("problems.client") : socket,
                        messages.format("problems.event", Long.toString(FindingsViewModel.subject(finding))),
                        TimeText.moment(finding.timeNanos()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }

    private HBox line(Rule rule) {
        Label sentence = new Label(rule.sentence());
        sentence.getStyleClass().add("text-secondary");
        wrap(sentence);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(link(rule), sentence);
        line.getStyleClass().addAll("finding-line", "finding-rule");
        return line;
    }

    private Hyperlink link(Rule rule) {
        Hyperlink link = new Hyperlink(messages.format("rule.link", rule.id()));
        link.setFocusTraversable(false);
        link.setOnAction(event -> openRule.open(rule.id(), link));
        link.setTooltip(new Tooltip(rule.sentence()));
        link.setAccessibleHelp(rule.sentence());
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected double heightIn(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + lines.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        lines.resizeRelocate(
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
