package org.wskscope.app.view.sockets;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.wskscope.engine.wsk.SocketId;

/**
 * The squares of a folded listener as one control: the mouse points at one, the arrow keys go from one to the next, Enter and a click select the connection. FX thread.
 */
final class SquaresSpot extends Region {
    private final SocketText words;
    private final CardRequests requests;
    private final Tooltip tooltip = new Tooltip();
    private List<Fold.Square> squares = List.of();
    private double cardWidth = 1;
    private int current;

    SquaresSpot(String id, SocketText words, CardRequests requests) {
        this.words = words;
        this.requests = requests;
        setId(id);
        getStyleClass().setAll("hot-spot");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(false);
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    void show(List<Fold.Square> newSquares, CardText.Seen seen) {
        squares = newSquares;
        cardWidth = GraphPlaces.ROOT_WIDTH;
        current = Math.max(0, Math.min(current, squares.size() - 1));
        for (int i = 0; i < squares.size(); i++) {
            if (squares.get(i).socket().equals(seen.selected()) && !isFocused()) {
                current = i;
            }
        }
        report();
    }

    private int perLine() {
        return FoldLayout.perLine(cardWidth);
    }

    private int at(double x, double y) {
        double pitch = getWidth() / perLine();
        int index = (int) (y / pitch) * perLine() + (int) (x / pitch);
        return x < 0 || y < 0 || index >= squares.size() ? -1 : index;
    }

    private void pointAt(double x, double y) {
        int index = at(x, y);
        if (index >= 0 && index != current) {
            current = index;
            report();
        }
    }

    private void pressed(MouseEvent event) {
        int index = at(event.getX(), event.getY());
        if (index >= 0) {
            current = index;
            if (event.getButton() == MouseButton.PRIMARY) {
                select();
                event.consume();
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -perLine();
            case DOWN -> perLine();
            default -> 0;
        };
        boolean selects = switch (event.getCode()) {
            case ENTER, SPACE -> true;
            default -> false;
        };
        if (selects && !squares.isEmpty()) {
            select();
            event.consume();
        } else if (step != 0 && current + step >= 0 && current + step < squares.size()) {
            current += step;
            select();
            event.consume();
        }
    }

    private void select() {
        SocketId socket = squares.get(current).socket();
        requests.select(socket);
        report();
    }

    private void report() {
        if (!squares.isEmpty()) {
            Fold.Square square = squares.get(current);
            String text =
                    words.text("fold.square", requests.nameOf(square.socket()), words.text("doing." + square.doing()));
            tooltip.setText(text);
            setAccessibleText(text);
        }
    }
}
