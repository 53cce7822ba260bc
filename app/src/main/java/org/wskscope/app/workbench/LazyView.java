package org.wskscope.app.workbench;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.docking.Dockable;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;

/** A tool window that is made when it is seen first, or when there is time. FX thread. */
final class LazyView {
    private final ViewDescriptor descriptor;
    private final ViewContext context;
    private final Consumer<ViewPart> onMade;
    private final Dockable dockable;
    private @Nullable ViewPart part;

    /** {@code onMade} is given the part once it is there. */
    LazyView(ViewDescriptor descriptor, ViewContext context, Consumer<ViewPart> onMade) {
        this.descriptor = descriptor;
        this.context = context;
        this.onMade = onMade;
        Messages messages = context.messages();
        dockable = new Dockable(descriptor.id(), messages.get(descriptor.titleKey()), descriptor.icon(), this::content);
        dockable.setOnShown(() -> part().shown(), () -> part().hidden());
    }

    Dockable dockable() {
        return dockable;
    }

    boolean isMade() {
        return part != null;
    }

    /** The window, made now if need be. */
    ViewPart part() {
        ViewPart there = part;
        if (there == null) {
            there = descriptor.opener().apply(context);
            part = there;
            dockable.badgeProperty().bind(there.badge());
            onMade.accept(there);
        }
        return there;
    }

    void dispose() {
        if (part != null) {
            part.dispose();
        }
    }

    private Dockable.Content content() {
        return new Dockable.Content(part().node(), part().headerActions());
    }
}
