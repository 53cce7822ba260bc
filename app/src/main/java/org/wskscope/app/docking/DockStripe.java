package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.Bars;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.theme.Icons;

/** The column of icons that opens, brings to the front and closes tool windows; those that find no room are in a menu at its end. FX thread. */
public final class DockStripe extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DockArea area;
    private final List<Button> buttons = new ArrayList<>();
    private final MenuButton more = new MenuButton();
    private int shown = -1;

    public DockStripe(DockArea area) {
        this.area = area;
        getStyleClass().add("dock-stripe");
        Bars.mark(this);
        area.windows().forEach(window -> buttons.add(button(window)));
        more.setId("stripe-more");
        more.setGraphic(Icons.MORE.node());
        more.getStyleClass().addAll("tool-button", "menu-without-arrow");
        more.setAccessibleText(area.words().more());
        more.setTooltip(new Tooltip(area.words().more()));
        getChildren().addAll(buttons);
        getChildren().add(more);
        setShown(more, false);
    }

    /** It must not push the window's other rooms over the edge. */
    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        int fitting = fitting();
        if (fitting != shown) {
            shown = fitting;
            more.getItems().clear();
            for (int i = 0; i < buttons.size(); i++) {
                setShown(buttons.get(i), i < fitting);
                if (i >= fitting) {
                    Dockable window = area.windows().get(i);
                    more.getItems()
                            .add(new LiteralMenuItem(window.titleProperty().get(), () -> area.focus(window.id())));
                }
            }
            setShown(more, fitting < buttons.size());
        }
        super.layoutChildren();
    }

    /** How many icons there is room for, with the menu when it is not room for all. */
    private int fitting() {
        double room = getHeight() - snappedTopInset() - snappedBottomInset() + snapSpaceY(getSpacing());
        double each = snapSizeY(buttons.get(0).prefHeight(-1)) + snapSpaceY(getSpacing());
        int fitting = (int) Math.floor((room + 0.5) / each);
        return fitting >= buttons.size() ? buttons.size() : Math.max(0, fitting - 1);
    }

    private Button button(Dockable window) {
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
        area.menu().install(button, window);
        area.showingProperty().addListener((o, old, now) -> show(button, now.contains(window.id())));
        show(button, area.showingProperty().get().contains(window.id()));
        return button;
    }

    private static void show(Button button, boolean inFront) {
        button.pseudoClassStateChanged(SELECTED, inFront);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
