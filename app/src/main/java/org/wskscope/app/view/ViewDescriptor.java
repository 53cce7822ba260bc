package org.wskscope.app.view;

import java.util.function.Function;
import org.wskscope.app.theme.Icons;

/**
 * A tool window that can be opened.
 *
 * @param id stable name; layouts are saved with it
 * @param titleKey its title's key in {@link Messages}
 * @param place where it is at first
 * @param openAtFirst whether it is open in the default layout
 * @param opener makes the window; called once
 */
public record ViewDescriptor(
        String id,
        String titleKey,
        Icons icon,
        ViewPlace place,
        boolean openAtFirst,
        Function<ViewContext, ViewPart> opener) {}
