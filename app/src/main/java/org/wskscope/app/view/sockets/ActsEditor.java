package org.wskscope.app.view.sockets;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.session.CallbackStep;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** The list of what a callback does before it returns: add, change, remove, reorder, and take back. FX thread. */
final class ActsEditor extends VBox implements FormPart {
    private final CallbackStepDrafts drafts;
    private final List<CallbackStepDraft.Kind> kinds;
    private final List<WskEvent> events;
    private final SocketText words;
    private final VBox rows = new VBox();
    private final Label none = new Label();
    private final Button undo;
    private final Button add;

    /** {@code events}: those whose bits fit the socket the acts are about. */
    ActsEditor(List<CallbackStep> acts, WskCallback callback, List<WskEvent> events, SocketText words) {
        drafts = new CallbackStepDrafts(acts);
        kinds = CallbackStepDraft.kinds(callback);
        this.events = events;
        this.words = words;
        setId("acts");
        getStyleClass().add("acts-editor");
        undo = tool("undo", Icons.UNDO, this::undo);
        add = tool("add", Icons.ADD, this::add);
        Label title = new Label(words.text("acts.title"));
        title.getStyleClass().add("field-label");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, undo, add);
        head.getStyleClass().add("acts-head");
        none.setText(words.text("acts.none"));
        none.setWrapText(true);
        none.getStyleClass().add("text-hint");
        rows.getStyleClass().add("acts-rows");
        getChildren().addAll(head, none, rows);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        rebuild();
    }

    /** What the callback is to do. Only while it {@link #isRight}. */
    List<CallbackStep> acts() {
        return drafts.acts();
    }

    @Override
    public boolean isRight() {
        return drafts.isRight();
    }

    @Override
    public void focusWrong() {
        for (int i = 0; i < drafts.all().size(); i++) {
            if (drafts.all().get(i).problem().isPresent()) {
                row(i).focusFirst();
                return;
            }
        }
    }

    void rewrite(int index, CallbackStepDraft draft) {
        boolean otherParts = draft.kind() != drafts.all().get(index).kind();
        drafts.rewrite(index, draft);
        if (otherParts) {
            rebuild();
            row(index).focusFirst();
        } else {
            row(index).show(draft);
            showTools();
        }
    }

    void remove(int index) {
        drafts.remove(index);
        rebuild();
        if (drafts.all().isEmpty()) {
            add.requestFocus();
        } else {
            row(Math.min(index, drafts.all().size() - 1)).focusFirst();
        }
    }

    void move(int index, int steps) {
        int target = index + steps;
        if (target >= 0 && target < drafts.all().size()) {
            drafts.move(index, steps);
            rebuild();
            row(target).focusMover(steps);
        }
    }

    private void add() {
        drafts.add(CallbackStepDraft.of(kinds.get(0)));
        rebuild();
        row(drafts.all().size() - 1).focusFirst();
    }

    private void undo() {
        drafts.undo();
        rebuild();
        if (undo.isDisabled()) {
            add.requestFocus();
        }
    }

    private void rebuild() {
        rows.getChildren().clear();
        int last = drafts.all().size() - 1;
        for (int i = 0; i <= last; i++) {
            rows.getChildren()
                    .add(new CallbackStepRow(
                            new CallbackStepRow.Place(i, last), drafts.all().get(i), this));
        }
        none.setVisible(last < 0);
        none.setManaged(last < 0);
        rows.setVisible(last >= 0);
        rows.setManaged(last >= 0);
        showTools();
    }

    private void showTools() {
        undo.setDisable(!drafts.canUndo());
        add.setDisable(drafts.isFull());
    }

    private CallbackStepRow row(int index) {
        return (CallbackStepRow) rows.getChildren().get(index);
    }

    List<CallbackStepDraft.Kind> kinds() {
        return kinds;
    }

    List<WskEvent> events() {
        return events;
    }

    SocketText words() {
        return words;
    }

    /** A small button whose words are its tooltip. */
    Button tool(String name, Icons icon, Runnable run) {
        Button button = new Button();
        button.setGraphic(icon.node("icon-small"));
        button.getStyleClass().setAll("tool-button");
        button.setId("acts-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        String sentence = words.text("acts." + name);
        button.setAccessibleText(sentence);
        button.setTooltip(new Tooltip(sentence));
        button.setOnAction(event -> run.run());
        return button;
    }

    /** Ctrl+Z where no text field took it. */
    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z && drafts.canUndo()) {
            undo();
            event.consume();
        }
    }
}
