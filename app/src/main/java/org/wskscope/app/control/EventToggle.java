package org.wskscope.app.control;

import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Hue;

/**
 * One row with a letter, a name, a note and a lamp. A click or the space bar fires a request and changes nothing here:
 * the lamp turns only when its owner calls {@link #setLamp}. A locked lamp fires too, so that whoever decides can refuse
 * and say why. FX thread.
 */
public final class EventToggle extends HBox {
    private final EventChip chip;
    private final Label name = new Label();
    private final Label note = new Label();
    private final Region diamond = part("lamp-diamond");
    private final Tooltip tooltip = new Tooltip();
    private ToggleState lamp = ToggleState.OFF;
    private boolean locked;
    private @Nullable Consumer<Boolean> onRequest;

    public EventToggle(String letter, Hue hue, String nameText) {
        chip = new EventChip(letter, hue);
        name.setText(nameText);
        name.getStyleClass().add("lamp-name");
        name.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("lamp-note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox track = new HBox(part("lamp-knob"));
        track.getStyleClass().add("lamp-track");
        getChildren().addAll(chip, name, note, gap, diamond, track);
        getStyleClass().addAll("lamp-toggle", hue.styleClass());
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        show();
    }

    /** Shows nothing from now on, for somebody paints it; it can still be clicked, focused and read out. */
    public void leavePaintingToOthers() {
        getChildren().clear();
        getStyleClass().setAll("hot-spot");
        setFocusTraversable(false);
    }

    public void setLamp(ToggleState newLamp) {
        if (lamp != newLamp) {
            lamp = newLamp;
            show();
        }
    }

    public ToggleState lamp() {
        return lamp;
    }

    /** A locked lamp is drawn dim: whoever decides is expected to refuse. */
    public void setLocked(boolean newLocked) {
        if (locked != newLocked) {
            locked = newLocked;
            show();
        }
    }

    public boolean isLocked() {
        return locked;
    }

    /** Called with what the user wishes: true is on. A waiting lamp is on its way off, so its request is off again. */
    public void setOnRequest(Consumer<Boolean> handler) {
        onRequest = handler;
    }

    /** A few words after the name, for example what the lamp waits for. */
    public void setNote(String text) {
        note.setText(text);
    }

    /** The whole sentence: tooltip, and what a screen reader says after the name. */
    public void setExplanation(String sentence) {
        tooltip.setText(sentence);
        if (sentence.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            Tooltip.install(this, tooltip);
        }
        setAccessibleHelp(sentence);
    }

    /** Fires the request as a click would. */
    public void fire() {
        if (onRequest != null && !isDisabled()) {
            onRequest.accept(lamp == ToggleState.OFF);
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case SELECTED -> lamp != ToggleState.OFF;
            case TEXT -> (name.getText() + " " + note.getText()).strip();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            fire();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
            fire();
            event.consume();
        }
    }

    private void show() {
        if (getChildren().isEmpty()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
            return;
        }
        getStyleClass().removeAll("on", "waiting", "locked");
        if (lamp == ToggleState.ON) {
            getStyleClass().add("on");
        } else if (lamp == ToggleState.WAITING) {
            getStyleClass().add("waiting");
        }
        if (locked) {
            getStyleClass().add("locked");
        }
        chip.setLit(lamp != ToggleState.OFF);
        diamond.setVisible(lamp == ToggleState.WAITING);
        diamond.setManaged(lamp == ToggleState.WAITING);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }
}
