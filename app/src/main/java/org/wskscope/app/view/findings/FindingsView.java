package org.wskscope.app.view.findings;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.Rule;

/** What the client did wrong, the rule that says so, and where that rule is written. FX thread. */
final class FindingsView extends VBox {
    private final FindingsViewModel model;
    private final Messages messages;
    private final Consumer<URI> openPage;

    FindingsView(FindingsViewModel model, Messages messages, Consumer<Finding> select, Consumer<URI> openPage) {
        this.model = model;
        this.messages = messages;
        this.openPage = openPage;
        setId("problems");
        ListView<Finding> list = new ListView<>(model.findings());
        list.setId("problems-list");
        list.setPlaceholder(
                new EmptyHint(Icons.CHECK, messages.get("problems.empty"), messages.get("problems.empty.next")));
        list.setCellFactory(view -> new FindingCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, old, finding) -> {
            if (finding != null) {
                select.accept(finding);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    /** What happened, why it cannot go on where that is known, and the rules with their links. */
    private final class FindingCell extends ListCell<Finding> {
        private final Label what = new Label();
        private final Label where = new Label();
        private final Label sentence = new Label();
        private final Label explanation = new Label();
        private final HBox links = new HBox();
        private final VBox lines;

        FindingCell() {
            what.getStyleClass().addAll("text-strong");
            where.getStyleClass().addAll("mono", "text-secondary");
            sentence.getStyleClass().add("text-secondary");
            sentence.setMinWidth(0);
            sentence.setWrapText(true);
            explanation.getStyleClass().addAll("finding-explanation", "mono");
            explanation.setWrapText(true);
            links.getStyleClass().add("finding-line");
            links.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
            what.setMinWidth(USE_PREF_SIZE);
            HBox first = new HBox(Icons.PROBLEMS.node("problem-icon"), what, where);
            HBox second = new HBox(links, sentence);
            first.getStyleClass().add("finding-line");
            second.getStyleClass().addAll("finding-line", "finding-rule");
            lines = new VBox(first, explanation, second);
            lines.getStyleClass().add("finding");
        }

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            what.setText(finding.violation().code() + "  " + model.meaning(finding));
            where.setText(messages.format(
                    "problems.where",
                    model.socketName(finding),
                    TimeText.millis(finding.timeNanos()),
                    Long.toString(finding.sequence())));
            String reason = model.explanation(finding);
            explanation.setText(reason);
            explanation.setVisible(!reason.isEmpty());
            explanation.setManaged(!reason.isEmpty());
            List<Rule> broken = model.rules(finding);
            links.getChildren().setAll(broken.stream().map(this::link).toList());
            sentence.setText(broken.isEmpty() ? "" : broken.get(0).sentence());
            setGraphic(lines);
        }

        /** A cell asks its graphic for the height of one line; a wrapped sentence needs the height for the width there is. */
        @Override
        protected double computePrefHeight(double width) {
            if (getGraphic() == null || getWidth() <= 0) {
                return super.computePrefHeight(width);
            }
            double room = getWidth() - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + lines.prefHeight(room) + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (getGraphic() != null) {
                double room = getWidth() - snappedLeftInset() - snappedRightInset();
                lines.resizeRelocate(
                        snappedLeftInset(),
                        snappedTopInset(),
                        room,
                        getHeight() - snappedTopInset() - snappedBottomInset());
            }
        }

        private Hyperlink link(Rule rule) {
            Hyperlink link = new Hyperlink(messages.format("rule.link", rule.id()));
            link.setTooltip(new Tooltip(rule.sentence()));
            link.setAccessibleHelp(rule.sentence());
            link.setMinWidth(USE_PREF_SIZE);
            URI documentation = rule.documentation().orElse(null);
            link.setDisable(documentation == null);
            link.setOnAction(event -> {
                if (documentation != null) {
                    openPage.accept(documentation);
                }
            });
            return link;
        }
    }
}
