package org.wskscope.app.view.choices;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.wskscope.app.control.Compactable;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.session.SessionChoices;

/**
 * The top bar's way to the choices of the next session; it counts those of the session shown that are not as usual. The form stays until it is closed, so that a stray
 * click loses nothing. FX thread.
 */
public final class ChoicesButton extends Button implements Compactable {
    private static final double GAP = 4;

    private final NextSession next;
    private final Shown shown;
    private final Messages messages;
    private final RuleBook rules;
    private final ChoiceText words;
    private final Runnable open;
    private final Popup popup = new Popup();
    private final Label count = new Label();

    /**
     * The session the button stands beside.
     *
     * @param openKey the words of the button that makes another one like it
     * @param choices how it decides, at every moment
     * @param seed what it leaves to chance
     * @param pages shows an entry of the register to read
     */
    public record Shown(String openKey, ObservableValue<SessionChoices> choices, long seed, RuleOpener pages) {}

    /**
     * @param open makes a session like {@code next} says
     */
    public ChoicesButton(NextSession next, Shown shown, Messages messages, RuleBook rules, Runnable open) {
        this.next = next;
        this.shown = shown;
        this.messages = messages;
        this.rules = rules;
        this.open = open;
        words = new ChoiceText(messages);
        setId("choices");
        setText(messages.get("choices.button"));
        getStyleClass().setAll("plain-button", "choices-button");
        setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().addAll("badge", "hue-waiting");
        StackPane face = new StackPane(Icons.INSPECTOR.node(), count);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        setGraphic(face);
        setOnAction(event -> toggle());
        popup.setAutoFix(true);
        popup.setHideOnEscape(true);
        sceneProperty().addListener((o, old, now) -> {
            if (now == null) {
                popup.hide();
            }
        });
        shown.choices().addListener((o, old, now) -> showCount(now));
        showCount(shown.choices().getValue());
    }

    /** The same by name. */
    public List<UserAction> actions() {
        return List.of(
                UserAction.of("choices.open", messages.get("choices.action"), "", this::open),
                UserAction.of("session.new", messages.get(shown.openKey()), "", open)
                        .ending(),
                UserAction.of(
                        "choices.reset",
                        messages.get("choices.reset.action"),
                        "",
                        () -> next.choicesProperty().set(SessionChoices.DEFAULT)));
    }

    /** Without its word. */
    @Override
    public void setCompact(boolean compact) {
        setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            open();
        }
    }

    private void open() {
        Bounds bounds = localToScreen(getBoundsInLocal());
        if (bounds == null) {
            return;
        }
        SessionChoices now = shown.choices().getValue();
        String differences =
                now.isDefault() ? "" : messages.format("choices.now", now.text(), Long.toString(shown.seed()));
        ChoicesForm form = new ChoicesForm(
                next,
                differences,
                messages,
                rules,
                new ChoicesForm.Deeds(shown.openKey(), open, popup::hide, shown.pages()));
        Window window = getScene().getWindow();
        form.fitInto(window.getWidth() - 2 * GAP, window.getHeight(), getFont().getSize());
        popup.getContent().setAll(form);
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + GAP);
        double right = window.getX() + window.getWidth() - GAP;
        popup.setX(Math.max(window.getX(), Math.min(bounds.getMinX(), right - popup.getWidth())));
        form.focusFirst();
    }

    private void showCount(SessionChoices choices) {
        int differing = choices.differing().size();
        count.setText(Integer.toString(differing));
        count.setVisible(differing > 0);
        String explain = differing == 0
                ? messages.get("choices.button.explain")
                : messages.format("choices.button.differs", words.differences(choices, shown.seed()));
        setTooltip(new Tooltip(explain));
        setAccessibleText(explain);
    }
}
