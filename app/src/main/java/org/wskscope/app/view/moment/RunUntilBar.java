package org.wskscope.app.view.moment;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.Condition;
import org.wskscope.app.state.RunUntil;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** Where one writes until what the run is to go on, and reads how far it is. Comes up when asked for; Escape closes it, and nothing is waited for any more. FX thread. */
public final class RunUntilBar extends FlowPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final long MILLIS_BETWEEN_LOOKS = 16;

    private final SessionModel model;
    private final Condition.Reader reader;
    private final Messages messages;
    private final RunUntil until;
    private final SearchField field;
    private final Label status = new Label();
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_LOOKS, this::advance);
    private @Nullable Node returnFocusTo;

    /** {@code work} looks through the records, {@code reader} reads the conditions. */
    public RunUntilBar(SessionModel model, BackgroundWork work, Condition.Reader reader, Messages messages) {
        this.model = model;
        this.reader = reader;
        this.messages = messages;
        until = new RunUntil(model, work);
        field = new SearchField(messages.get("moment.runUntil.prompt"));
        setId("run-until");
        getStyleClass().addAll("find-bar", "run-until");
        field.setId("run-until-field");
        field.getStyleClass().add("mono");
        status.setId("run-until-status");
        status.getStyleClass().addAll("text-secondary", "text-small");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVisible(false);
        setManaged(false);
    }

    /** Brings it up. */
    public UserAction action() {
        return UserAction.of(
                MomentActions.GROUP + "runUntil", messages.get("action.moment.runUntil"), "Shortcut+U", this::open);
    }

    void open() {
        if (getChildren().isEmpty()) {
            Label name = new Label(messages.get("moment.runUntil"));
            name.setLabelFor(field);
            Button run = new Button(messages.get("moment.runUntil.go"));
            run.setId("run-until-go");
            run.getStyleClass().setAll("button", "small");
            run.setTooltip(new Tooltip(messages.get("moment.runUntil.go.tip")));
            run.setOnAction(event -> run());
            Button close = new Button();
            close.setId("run-until-close");
            close.setGraphic(Icons.CLOSE.node("icon-small"));
            close.getStyleClass().setAll("tool-button");
            close.setAccessibleText(messages.get("moment.runUntil.close"));
            close.setTooltip(new Tooltip(messages.get("moment.runUntil.close")));
            close.setOnAction(event -> close());
            getChildren().addAll(name, field, run, close, status);
        }
        if (!isVisible()) {
            returnFocusTo = getScene().getFocusOwner();
        }
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    private void run() {
        Condition condition = reader.read(field.getText(), model.snapshot());
        field.pseudoClassStateChanged(ERROR, condition.matcher() == null);
        if (condition.matcher() == null) {
            until.end();
            refresh.stop();
            status.setText(condition.problem());
            return;
        }
        until.begin(condition.matcher());
        refresh.request();
    }

    private boolean advance() {
        boolean busy = until.advance();
        String key = "moment.runUntil." + until.phase();
        status.setText(
                switch (until.phase()) {
                    case IDLE -> "";
                    case MET -> messages.format(key, until.hit());
                    default -> messages.get(key);
                });
        return busy;
    }

    private void close() {
        until.end();
        refresh.stop();
        status.setText("");
        field.pseudoClassStateChanged(ERROR, false);
        setVisible(false);
        setManaged(false);
        if (returnFocusTo != null) {
            returnFocusTo.requestFocus();
            returnFocusTo = null;
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
            run();
            event.consume();
        }
    }
}
