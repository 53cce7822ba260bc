package org.wskscope.app.workbench;

import java.util.List;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.docking.Dockable;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** The actions of the window itself; those of the views come from the views. FX thread. */
final class WorkbenchActions {
    static final String SEARCH = "workbench.search";
    static final String FULL_SCREEN = "workbench.fullScreen";
    static final String PRESENT = "workbench.present";
    static final String KEYS = "workbench.keys";
    static final String RESET_LAYOUT = "layout.reset";
    private static final int MOST_WINDOW_KEYS = 9;

    private final Messages messages;
    private final ActionRegistry registry;

    WorkbenchActions(Messages messages, ActionRegistry registry) {
        this.messages = messages;
        this.registry = registry;
    }

    void registerWindow(Workbench workbench, Runnable toggleFullScreen) {
        add(SEARCH, "action.search", "Shortcut+Shift+A Shortcut+Shift+P", workbench::openSearch);
        add(KEYS, "action.keys", "Shift+Slash", workbench::openKeys);
        add(FULL_SCREEN, "action.fullScreen", "F11 mac:Ctrl+Shortcut+F", toggleFullScreen);
    }

    void registerLook(ThemeApplier look) {
        add(
                "look.enlarge",
                "action.look.enlarge",
                "Shortcut+Plus Shortcut+Equals Shortcut+Shift+Equals Shortcut+Add",
                look::enlarge);
        add("look.reduce", "action.look.reduce", "Shortcut+Minus Shortcut+Subtract", look::reduce);
        add("look.normal", "action.look.normal", "Shortcut+0", () -> look.setUiScale(1));
        add("look.dark", "action.look.dark", "", () -> look.themeProperty().set(Theme.DARK));
        add("look.light", "action.look.light", "", () -> look.themeProperty().set(Theme.LIGHT));
        add(
                "look.contrast",
                "action.look.contrast",
                "",
                () -> look.themeProperty().set(Theme.HIGH_CONTRAST));
    }

    void registerDocking(DockArea area) {
        List<Dockable> windows = area.windows();
        for (int i = 0; i < windows.size(); i++) {
            Dockable window = windows.get(i);
            String key = i < MOST_WINDOW_KEYS ? "Alt+" + (i + 1) + " mac:Shortcut+" + (i + 1) : "";
            registry.register(UserAction.of(
                    "window." + window.id(),
                    messages.format("action.window", window.titleProperty().get()),
                    key,
                    () -> area.activate(window.id())));
        }
        add("focus.work", "action.focus.work", "Esc", area::focusWork);
        add("focus.next", "action.focus.next", "F6", () -> area.focusNext(1));
        add("focus.previous", "action.focus.previous", "Shift+F6", () -> area.focusNext(-1));
        add(
                "layout.close",
                "action.layout.close",
                "Shift+Escape",
                () -> area.focused().ifPresent(window -> area.close(window.id())));
        registry.register(UserAction.of(RESET_LAYOUT, messages.get("action.layout.reset"), "", area::reset)
                .ending());
    }

    private void add(String id, String titleKey, String keys, Runnable run) {
        registry.register(UserAction.of(id, messages.get(titleKey), keys, run));
    }
}
