package org.wskscope.app.docking;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.Bars;

/** The column of icons that opens, brings to the front and closes tool windows. FX thread. */
public final class DockStripe extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    public DockStripe(DockArea area) {
        getStyleClass().add("dock-stripe");
        Bars.mark(this);
        area.windows().forEach(window -> getChildren().add(button(area, window)));
    }

    private static Button button(DockArea area, Dockable window) {
        Button button = new Button();
        button.setGraphic(window.icon().node());
        button.getStyleClass().setAll("tool-button");
        button.setId("stripe-" + window.id());
        button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        button.accessibleTextProperty().bind(window.titleProperty());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(window.titleProperty());
        button.setTooltip(tooltip);
        button.setOnAction(event -> area.toggle(window.id()));
        area.layoutProperty().addListener((o, old, now) -> show(button, now.isInFront(window.id())));
        area.menu().install(button, window);
        show(button, area.layoutProperty().get().isInFront(window.id()));
        return button;
    }

    private static void show(Button button, boolean inFront) {
        button.pseudoClassStateChanged(SELECTED, inFront);
    }
}
