package org.wskscope.app.workbench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.docking.Dockable;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;

/** The menu at the right of the top bar: tool windows, theme, UI scale, layout, keys. FX thread. */
final class WorkbenchMenu {
    private static final List<Integer> PERCENTS = List.of(75, 100, 125, 150, 175, 200, 250, 300);
    private static final Map<Theme, String> THEMES =
            Map.of(Theme.DARK, "theme.dark", Theme.LIGHT, "theme.light", Theme.HIGH_CONTRAST, "theme.contrast");

    private static final List<String> RUNS = List.of("run.open", "run.save", "run.saveAs");

    private final Messages messages;
    private final ActionRegistry actions;
    private final MenuButton button = new MenuButton();
    private final ObjectProperty<Theme> shownTheme = new SimpleObjectProperty<>();
    private final DoubleProperty shownScale = new SimpleDoubleProperty();

    WorkbenchMenu(Messages messages, ActionRegistry actions) {
        this.messages = messages;
        this.actions = actions;
        button.setGraphic(Icons.MENU.node());
        button.getStyleClass().addAll("tool-button", "menu-without-arrow");
        button.setId("workbench-menu");
        button.setAccessibleText(messages.get("menu.title"));
        button.setTooltip(new Tooltip(messages.get("menu.title")));
    }

    MenuButton button() {
        return button;
    }

    /** Follows the window's look no longer. */
    void dispose() {
        shownTheme.unbind();
        shownScale.unbind();
    }

    void fill(DockArea area, ThemeApplier look) {
        shownTheme.bind(look.themeProperty());
        shownScale.bind(look.uiScaleProperty());
        button.getItems().setAll(windows(area), theme(look), scale(look), new SeparatorMenuItem());
        // What can be done with a run is known once the workbench has one.
        button.setOnShowing(event -> {
            if (RUNS.stream().allMatch(id -> actions.find(id).isPresent())) {
                button.setOnShowing(null);
                button.getItems().add(0, new SeparatorMenuItem());
                button.getItems().addAll(0, RUNS.stream().map(this::item).toList());
            }
        });
        button.getItems()
                .addAll(Stream.of(
                                WorkbenchActions.RESET_LAYOUT,
                                WorkbenchActions.FULL_SCREEN,
                                WorkbenchActions.KEYS,
                                WorkbenchActions.SEARCH)
                        .map(this::item)
                        .toList());
    }

    private Menu windows(DockArea area) {
        Menu menu = new Menu(messages.get("menu.windows"), Icons.WINDOWS.node());
        for (Dockable window : area.windows()) {
            CheckMenuItem item = new CheckMenuItem(window.titleProperty().get());
            item.setSelected(area.layoutProperty().get().isOpen(window.id()));
            area.layoutProperty().addListener((o, old, now) -> item.setSelected(now.isOpen(window.id())));
            item.setOnAction(event -> {
                if (area.layoutProperty().get().isOpen(window.id())) {
                    area.close(window.id());
                } else {
                    area.focus(window.id());
                }
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu theme(ThemeApplier look) {
        Menu menu = new Menu(messages.get("menu.theme"), Icons.THEME.node());
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.get(THEMES.getOrDefault(theme, "")));
            item.setSelected(look.themeProperty().get() == theme);
            shownTheme.addListener((o, old, now) -> item.setSelected(now == theme));
            item.setOnAction(event -> look.themeProperty().set(theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu scale(ThemeApplier look) {
        Menu menu = new Menu(messages.get("menu.scale"), Icons.ENLARGE.node());
        for (int percent : PERCENTS) {
            RadioMenuItem item = new RadioMenuItem(messages.format("menu.scale.value", percent));
            item.setSelected(isAt(look.uiScaleProperty().get(), percent));
            shownScale.addListener((o, old, now) -> item.setSelected(isAt(now.doubleValue(), percent)));
            item.setOnAction(event -> look.setUiScale(percent / 100.0));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static boolean isAt(double scale, int percent) {
        return Math.round(scale * 100) == percent;
    }

    private MenuItem item(String actionId) {
        MenuItem item = new MenuItem();
        actions.find(actionId).ifPresent(action -> {
            item.setText(action.title());
            item.setOnAction(event -> action.run().run());
        });
        return item;
    }
}
