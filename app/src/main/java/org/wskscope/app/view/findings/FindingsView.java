package org.wskscope.app.view.findings;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
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

    /** Two lines: what happened, and the rule with its link. */
    private final class FindingCell extends ListCell<Finding> {
        private final Label what = new Label();
        private final Label where = new Label();
        private final Label sentence = new Label();
        private final Hyperlink page = new Hyperlink();
        private final VBox lines;

        FindingCell() {
            what.getStyleClass().addAll("text-strong");
            where.getStyleClass().addAll("mono", "text-secondary");
            sentence.getStyleClass().add("text-secondary");
            sentence.setMinWidth(0);
            HBox first = new HBox(Icons.PROBLEMS.node("problem-icon"), what, where);
            HBox second = new HBox(page, sentence);
            first.getStyleClass().add("finding-line");
            second.getStyleClass().add("finding-line");
            lines = new VBox(first, second);
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
            Rule rule = model.rule(finding).orElse(null);
            page.setText(rule == null ? "" : messages.format("rule.link", rule.id()));
            sentence.setText(rule == null ? "" : rule.sentence());
            URI documentation = rule == null ? null : rule.documentation().orElse(null);
            page.setDisable(documentation == null);
            page.setOnAction(event -> {
                if (documentation != null) {
                    openPage.accept(documentation);
                }
            });
            setGraphic(lines);
        }
    }
}
