package org.wskscope.app.view.sockets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.HotSpot;
import org.wskscope.app.control.PaintedPane;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.engine.projection.SocketRow;

/**
 * One socket of the graph: its card is painted, and what can be pressed on it is a control over the painting, so that it has the focus, a name and a tooltip like any other.
 * FX thread.
 */
final class SocketCard extends PaintedPane {
    private final CardControls controls;
    private final Map<String, Node> spots = new HashMap<>();
    private final Tooltip tooltip = new Tooltip();
    private SocketRow row;

    SocketCard(SocketRow row, ObservableValue<TokenPalette> palette, SocketText words, CardRequests requests) {
        super(palette);
        this.row = row;
        controls = new CardControls(this, words, requests);
        setId("card-" + row.name());
        getStyleClass().add("socket-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, requests));
        setOnContextMenuRequested(event -> {
            openMenu(requests, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        Tooltip.install(this, tooltip);
    }

    SocketRow row() {
        return row;
    }

    /** Shows the socket as {@code look} tells it; {@code seen} is what the look was made from. */
    void show(CardText.Seen seen, CardLook look, TextMeasure measure, double width, double scale) {
        row = seen.row();
        boolean selected = row.id().equals(seen.selected());
        draw(new CardLayout(measure, width, scale).draw(look, selected));
        setAccessibleText(controls.describe(look));
        tooltip.setText(look.address());
        spots.keySet().removeIf(key -> {
            boolean gone = drawing().area(key) == null;
            if (gone) {
                getChildren().remove(spots.get(key));
            }
            return gone;
        });
        drawing().areas().forEach((key, area) -> {
            Node spot = spots.get(key);
            if (spot == null) {
                spot = controls.make(key, look);
                spots.put(key, spot);
                getChildren().add(spot);
            }
            place(spot, area);
            controls.update(key, spot, seen, look);
        });
    }

    /** What can be pressed on the card, in the order the keyboard goes through it. */
    List<Node> stops() {
        return drawing().areas().keySet().stream()
                .map(spots::get)
                .filter(node -> node instanceof HotSpot || node instanceof EventToggle || node instanceof SquaresSpot)
                .toList();
    }

    /** Opens the socket's menu as the menu key does. */
    void openMenu(CardRequests requests) {
        Bounds screen = localToScreen(getLayoutBounds());
        openMenu(requests, screen.getMinX() + screen.getWidth() / 2, screen.getMinY() + screen.getHeight() / 3);
    }

    private void openMenu(CardRequests requests, double screenX, double screenY) {
        requests.select(row.id());
        requests.socketMenu(row, this).show(this, screenX, screenY);
    }

    private static void place(Node spot, Area area) {
        spot.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        if (spot instanceof Region region) {
            region.setMinSize(area.width(), area.height());
            region.setMaxSize(area.width(), area.height());
            region.setPrefSize(area.width(), area.height());
        }
    }

    private void pressed(MouseEvent event, CardRequests requests) {
        boolean takes = event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY;
        if (takes && !isInControl(event)) {
            requests.select(row.id());
            requestFocus();
        }
    }

    private boolean isInControl(MouseEvent event) {
        return event.getTarget() instanceof Node target
                && spots.values().stream()
                        .anyMatch(
                                spot -> spot == target && (spot instanceof EventToggle || spot instanceof SquaresSpot));
    }
}
