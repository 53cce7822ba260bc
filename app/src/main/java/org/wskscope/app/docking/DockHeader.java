package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.Bars;
import org.wskscope.app.control.GiveWayBar;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.theme.Icons;

/**
 * Above a place: the titles of its open windows and what the window in front has to be set. Where there is not room for both, the latter go into a line of their own, and then titles into a menu. FX
 * thread.
 */
final class DockHeader extends VBox {
    private final List<DockTab> tabs = new ArrayList<>();
    private final HBox actions = new HBox();
    /** Made when there is first no room. */
    private @Nullable FlowPane below;

    private @Nullable MenuButton more;

    DockHeader(List<Dockable> open, Dockable front, DockText words, DockGestures gestures) {
        actions.getStyleClass().add("header-actions");
        actions.getChildren().addAll(front.headerActions());
        // A field may become shorter before anything gives way; a button or a word may not.
        front.headerActions().stream()
                .filter(node -> node instanceof Region && !(node instanceof TextInputControl))
                .forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        GiveWayBar.mayShrink(actions);
        for (Dockable dockable : open) {
            tabs.add(new DockTab(dockable, dockable == front, open.size() == 1, gestures));
        }
        getChildren().add(new Line(front, words, gestures));
        Bars.mark(this);
    }

    List<DockTab> tabs() {
        return tabs;
    }

    private void giveBelow(boolean down) {
        FlowPane under = below;
        if (under == null) {
            under = new FlowPane();
            under.getStyleClass().add("header-actions-below");
            getChildren().add(under);
            below = under;
        }
        List<Node> nodes = new ArrayList<>(down ? actions.getChildren() : under.getChildren());
        if (down) {
            actions.getChildren().clear();
            under.getChildren().setAll(nodes);
        } else if (!nodes.isEmpty()) {
            under.getChildren().clear();
            actions.getChildren().setAll(nodes);
        }
        setShown(under, down);
    }

    private static MenuButton menu(DockText words) {
        MenuButton menu = new MenuButton();
        menu.setGraphic(Icons.MORE.node("icon-small"));
        menu.getStyleClass().addAll("tool-button", "menu-without-arrow", "dock-more");
        menu.setAccessibleText(words.more());
        menu.setTooltip(new Tooltip(words.more()));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** The line with the titles. */
    private final class Line extends GiveWayBar {
        private final Region gap = new Region();
        private final DockText words;

        Line(Dockable front, DockText words, DockGestures gestures) {
            this.words = words;
            getStyleClass().add("dock-header");
            HBox.setHgrow(gap, Priority.ALWAYS);
            List<Node> all = new ArrayList<>(tabs);
            all.addAll(List.of(gap, actions, closeButton(front, words.close(), gestures)));
            show(all);
            List<Consumer<Boolean>> order = new ArrayList<>();
            if (!actions.getChildren().isEmpty()) {
                order.add(DockHeader.this::giveBelow);
            }
            for (int i = tabs.size() - 1; i >= 0; i--) {
                DockTab tab = tabs.get(i);
                if (tab.dockable() != front) {
                    order.add(gone -> hide(tab, gone, gestures));
                }
            }
            setSteps(order);
        }

        private void hide(DockTab tab, boolean gone, DockGestures gestures) {
            setShown(tab, !gone);
            MenuButton menu = more;
            if (menu == null) {
                menu = menu(words);
                more = menu;
                getChildren().add(getChildren().indexOf(gap), menu);
            }
            if (gone) {
                LiteralMenuItem item = new LiteralMenuItem(
                        tab.dockable().titleProperty().get(),
                        () -> gestures.select(tab.dockable().id()));
                menu.getItems().add(0, item);
            } else {
                menu.getItems().remove(0);
            }
            setShown(menu, !menu.getItems().isEmpty());
        }
    }

    private static Button closeButton(Dockable front, String closeWord, DockGestures gestures) {
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node("icon-small"));
        close.getStyleClass().setAll("tool-button", "dock-close");
        close.setId("close-" + front.id());
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setFocusTraversable(false);
        close.setAccessibleText(closeWord + " " + front.titleProperty().get());
        close.setOnAction(event -> gestures.close(front.id()));
        return close;
    }
}
