package org.wskscope.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.WorkbenchWindow;

/**
 * What the window needs before there is anything to show in it.
 *
 * @param saver writes the preferences
 */
record Basics(Messages messages, PreferencesStore preferences, ThemeApplier look, ScheduledExecutorService saver) {
    /** Reads the preferences and the words. Any thread but the FX thread. */
    static Basics load(Path configDirectory) {
        ScheduledExecutorService saver = SaverThread.start();
        PreferencesStore preferences = new PreferencesStore(configDirectory, saver);
        Preferences chosen = preferences.current();
        Messages messages = new Messages(
                chosen.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen.language()));
        return new Basics(messages, preferences, new ThemeApplier(), saver);
    }

    WorkbenchWindow.Environment surroundings() {
        return new WorkbenchWindow.Environment(messages, preferences, look);
    }

    /** Writes what is still unwritten. */
    void close() {
        preferences.close();
        saver.shutdown();
    }
}
