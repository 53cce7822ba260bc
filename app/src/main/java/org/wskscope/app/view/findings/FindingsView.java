package org.wskscope.app.view.findings;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Finding;

/** What the client did wrong, the rule that says so, and where that rule is written. FX thread. */
final class FindingsView extends VBox {
    private final Consumer<Finding> select;

    FindingsView(FindingsViewModel model, Messages messages, Consumer<Finding> select, Consumer<URI> openPage) {
        this.select = select;
        setId("problems");
        ListView<Finding> list = new ListView<>(model.findings());
        list.setId("problems-list");
        list.setPlaceholder(
                new EmptyHint(Icons.CHECK, messages.get("problems.empty"), messages.get("problems.empty.next")));
        list.setCellFactory(view -> cell(new FindingCell(model, messages, openPage)));
        list.getSelectionModel().selectedItemProperty().addListener((o, old, finding) -> {
            boolean explainedMeanwhile = old != null && finding != null && old.sequence() == finding.sequence();
            if (finding != null && !explainedMeanwhile) {
                select.accept(finding);
            }
        });
        list.setOnKeyPressed(event -> {
            Finding selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                select.accept(selected);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    /** A click leads to the record also when the line was the selected one before. */
    private FindingCell cell(FindingCell cell) {
        cell.setOnMouseClicked(event -> {
            if (cell.getItem() != null) {
                select.accept(cell.getItem());
            }
        });
        return cell;
    }
}
