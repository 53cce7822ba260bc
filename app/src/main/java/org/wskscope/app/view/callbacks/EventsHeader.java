package org.wskscope.app.view.callbacks;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** What stands right of the title of the events: how much the filter hides, the filter, the switch to follow the newest. FX thread. */
final class EventsHeader {
    /** Fewer records than this are always on their way while a session runs. */
    private static final long TAIL = 20_000;

    private final Messages messages;
    private final EventsViewModel model;
    private final SearchField filter;
    private final Label hidden = new Label();
    private final ToggleButton follow = new ToggleButton();

    EventsHeader(EventsViewModel model, Messages messages, WindowedList table) {
        this.model = model;
        this.messages = messages;
        filter = new SearchField(messages.get("events.filter.prompt"));
        filter.setId("events-filter");
        filter.getStyleClass().addAll("mono", "events-filter");
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        hidden.setId("events-hidden");
        hidden.setMinWidth(Region.USE_PREF_SIZE);
        hidden.getStyleClass().addAll("text-hint", "text-small");
        follow.setId("events-follow");
        follow.setGraphic(Icons.FOLLOW_TAIL.node());
        follow.getStyleClass().setAll("tool-button");
        follow.setAccessibleText(messages.get("events.follow"));
        follow.setTooltip(new Tooltip(messages.get("events.follow")));
        follow.selectedProperty().bindBidirectional(table.followingProperty());
    }

    List<Node> nodes() {
        return List.of(hidden, filter, follow);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Says how many records pass the filter, and while not all were looked at, how many were. */
    void update() {
        hidden.setText(summary());
    }

    private String summary() {
        if (!model.isFiltering()) {
            return "";
        }
        long shown = model.size();
        long examined = model.examined();
        if (model.records() - examined > TAIL) {
            return messages.format("events.filter.looking", shown, examined, model.records());
        }
        return messages.format("events.filter.count", shown, examined, examined - shown);
    }
}
