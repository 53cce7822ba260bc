package org.wskscope.app.workbench;

import java.util.List;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;

/**
 * What a workbench is made of; its owner constructs all of it.
 *
 * @param views in the order of the tool stripe
 */
public record WorkbenchParts(
        List<ViewDescriptor> views,
        Messages messages,
        PreferencesStore preferences,
        ThemeApplier look,
        DisplayTransport transport) {
    public WorkbenchParts {
        views = List.copyOf(views);
    }
}
