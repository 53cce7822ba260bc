package org.wskscope.app.view.sockets;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** At each side of the graph, how many cards lie beyond it, and the way there. FX thread. */
final class GraphHints {
    private final Map<Side, Button> buttons = new EnumMap<>(Side.class);
    private final Map<Side, Box> nearest = new EnumMap<>(Side.class);
    private final SocketWords words;

    private enum Side {
        ABOVE(Pos.TOP_CENTER),
        BELOW(Pos.BOTTOM_CENTER),
        LEFT(Pos.CENTER_LEFT),
        RIGHT(Pos.CENTER_RIGHT);

        private final Pos pos;

        Side(Pos pos) {
            this.pos = pos;
        }

        /** How far the box lies beyond this side of the view; 0 or less when its middle is seen. */
        double beyond(Box box, double viewWidth, double viewHeight) {
            double middleX = box.x() + box.width() / 2;
            double middleY = box.y() + box.height() / 2;
            return switch (this) {
                case ABOVE -> -middleY;
                case BELOW -> middleY - viewHeight;
                case LEFT -> -middleX;
                case RIGHT -> middleX - viewWidth;
            };
        }
    }

    /** {@code reveal} brings a box, in pixels of the view, into view. */
    GraphHints(StackPane over, SocketWords words, Consumer<Box> reveal) {
        this.words = words;
        for (Side side : Side.values()) {
            Button button = new Button();
            button.setId("graph-more-" + side.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().setAll("graph-hint");
            button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            button.setFocusTraversable(false);
            button.setTooltip(new Tooltip(words.text("graph.beyond.explain")));
            button.setVisible(false);
            button.setOnAction(event -> {
                Box box = nearest.get(side);
                if (box != null) {
                    reveal.accept(box);
                }
            });
            StackPane.setAlignment(button, side.pos);
            buttons.put(side, button);
            over.getChildren().add(button);
        }
    }

    /** {@code cards}: where they stand, pixels of the view. */
    void show(Collection<Box> cards, double viewWidth, double viewHeight) {
        buttons.forEach((side, button) -> {
            List<Box> beyond = cards.stream()
                    .filter(box -> side == mostBeyond(box, viewWidth, viewHeight))
                    .sorted(Comparator.comparingDouble(box -> side.beyond(box, viewWidth, viewHeight)))
                    .toList();
            button.setVisible(!beyond.isEmpty());
            if (beyond.isEmpty()) {
                nearest.remove(side);
            } else {
                nearest.put(side, beyond.get(0));
                button.setText(words.text("graph.beyond." + side, beyond.size()));
            }
        });
    }

    private static @Nullable Side mostBeyond(Box box, double viewWidth, double viewHeight) {
        Side most = null;
        for (Side side : Side.values()) {
            double by = side.beyond(box, viewWidth, viewHeight);
            if (by > 0 && (most == null || by > most.beyond(box, viewWidth, viewHeight))) {
                most = side;
            }
        }
        return most;
    }
}
