package org.wskscope.app.docking;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.wskscope.app.theme.Icons;

/** A tool window as the dock area sees it. FX thread. */
public final class Dockable {
    private final String id;
    private final Icons icon;
    private final Node content;
    private final List<Node> headerActions;
    private final StringProperty title;
    private final StringProperty badge = new SimpleStringProperty("");
    private Runnable onShown = () -> {};
    private Runnable onHidden = () -> {};

    /** {@code headerActions} stand at the right of the header while the window is in front. */
    public Dockable(String id, String title, Icons icon, Node content, List<Node> headerActions) {
        this.id = id;
        this.title = new SimpleStringProperty(title);
        this.icon = icon;
        this.content = content;
        this.headerActions = List.copyOf(headerActions);
    }

    public String id() {
        return id;
    }

    public Icons icon() {
        return icon;
    }

    public Node content() {
        return content;
    }

    public List<Node> headerActions() {
        return headerActions;
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
