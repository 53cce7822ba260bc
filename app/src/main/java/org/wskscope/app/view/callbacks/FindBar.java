package org.wskscope.app.view.callbacks;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.state.RecordFinder;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.FoundText;
import org.wskscope.app.view.Messages;

/** What is looked for in the events, the hit that is selected, and the ways to the others. Comes up when asked for; Escape stops looking and closes it. FX thread. */
final class FindBar extends FlowPane {
    private static final long MILLIS_BETWEEN_UPDATES = 50;

    private final RecordFinder finder;
    private final Messages messages;
    private final Runnable closed;
    private final SearchField field;
    private final Label status = new Label();
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_UPDATES, this::advance);

    /** {@code closed} decides where the focus goes then. */
    FindBar(RecordFinder finder, Messages messages, Runnable closed) {
        this.finder = finder;
        this.messages = messages;
        this.closed = closed;
        setId("events-find");
        getStyleClass().add("find-bar");
        field = new SearchField(messages.get("find.prompt"));
        field.setId("events-find-field");
        field.getStyleClass().add("mono");
        status.setId("events-find-status");
        status.getStyleClass().addAll("text-secondary", "text-small");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVisible(false);
        setManaged(false);
    }

    void open() {
        if (getChildren().isEmpty()) {
            // Not before: most runs look for nothing.
            getChildren()
                    .addAll(
                            field,
                            button("previous", Icons.UP, this::previous),
                            button("next", Icons.DOWN, this::next),
                            status,
                            button("close", Icons.CLOSE, this::close));
        }
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
        refresh.request();
    }

    /** The number of the selected hit follows the selection. */
    void update() {
        if (isVisible()) {
            refresh.request();
        }
    }

    void next() {
        if (!isVisible()) {
            open();
        }
        finder.next(field.getText());
        refresh.request();
    }

    void previous() {
        if (!isVisible()) {
            open();
        }
        finder.previous(field.getText());
        refresh.request();
    }

    void stop() {
        refresh.stop();
    }

    private boolean advance() {
        boolean busy = finder.advance();
        status.setText(FoundText.of(finder.found(), messages));
        return busy;
    }

    private void close() {
        finder.cancel();
        refresh.stop();
        setVisible(false);
        setManaged(false);
        closed.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
            event.consume();
        }
    }

    private Button button(String name, Icons icon, Runnable run) {
        Button button = new Button();
        button.setId("events-find-" + name);
        button.setGraphic(icon.node("icon-small"));
        button.getStyleClass().setAll("tool-button");
        button.setAccessibleText(messages.get("find." + name));
        button.setTooltip(new Tooltip(messages.get("find." + name)));
        button.setOnAction(event -> run.run());
        return button;
    }
}
