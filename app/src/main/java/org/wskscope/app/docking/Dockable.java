package org.wskscope.app.docking;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Icons;

/** A tool window as the dock area sees it. FX thread. */
public final class Dockable {
    private final String id;
    private final Icons icon;
    private final Supplier<Content> maker;
    private final StringProperty title;
    private final StringProperty badge = new SimpleStringProperty("");
    private Runnable onShown = () -> {};
    private Runnable onHidden = () -> {};
    private @Nullable Content made;

    /**
     * What a window holds.
     *
     * @param headerActions stand at the right of the header while the window is in front
     */
    public record Content(Node node, List<Node> headerActions) {
        public Content {
            headerActions = List.copyOf(headerActions);
        }
    }

    /** {@code maker} is asked once, when the content is wanted first: a window that nobody looks at need not be made. */
    public Dockable(String id, String title, Icons icon, Supplier<Content> maker) {
        this.id = id;
        this.title = new SimpleStringProperty(title);
        this.icon = icon;
        this.maker = maker;
    }

    public String id() {
        return id;
    }

    public Icons icon() {
        return icon;
    }

    public Node content() {
        return made().node();
    }

    public List<Node> headerActions() {
        return made().headerActions();
    }

    private Content made() {
        Content there = made;
        if (there == null) {
            there = maker.get();
            made = there;
        }
        return there;
    }

    public StringProperty titleProperty() {
        return title;
    }

    /** A few characters after the title, such as a count; empty for none. */
    public StringProperty badgeProperty() {
        return badge;
    }

    /** Called when people begin to see the content, and when they no longer do: it was closed, another tab covers it, or the area is off the screen. In turns, beginning with {@code shown}. */
    public void setOnShown(Runnable shown, Runnable hidden) {
        onShown = shown;
        onHidden = hidden;
    }

    void shown() {
        onShown.run();
    }

    void hidden() {
        onHidden.run();
    }
}
