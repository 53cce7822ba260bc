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

/**
 * At each side of the graph, how many cards lie beyond it, and the way there. A hint covers no card: it stands where there is none, and with no such place it is as
 * short as it can be and covers as little as it can. FX thread.
 */
final class GraphHints {
    private final Map<Side, Button> buttons = new EnumMap<>(Side.class);
    private final Map<Side, Box> nearest = new EnumMap<>(Side.class);
    private final SocketText words;

    private enum Side {
        ABOVE(Pos.TOP_CENTER, Pos.TOP_LEFT, Pos.TOP_RIGHT),
        BELOW(Pos.BOTTOM_CENTER, Pos.BOTTOM_LEFT, Pos.BOTTOM_RIGHT),
        LEFT(Pos.CENTER_LEFT, Pos.TOP_LEFT, Pos.BOTTOM_LEFT),
        RIGHT(Pos.CENTER_RIGHT, Pos.BOTTOM_RIGHT, Pos.TOP_RIGHT);

        /** Where its hint may stand, the usual place first. */
        private final List<Pos> places;

        Side(Pos... places) {
            this.places = List.of(places);
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
    GraphHints(StackPane over, SocketText words, Consumer<Box> reveal) {
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
            StackPane.setAlignment(button, side.places.get(0));
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
                if (place(side, button, cards, viewWidth, viewHeight) > 0) {
                    button.setText(words.text("graph.beyond.short." + side, beyond.size()));
                    place(side, button, cards, viewWidth, viewHeight);
                }
            }
        });
    }

    /** Stands it where it covers the least of the cards; the square pixels it covers. */
    private static double place(Side side, Button button, Collection<Box> cards, double viewWidth, double viewHeight) {
        double width = button.prefWidth(-1);
        double height = button.prefHeight(-1);
        Pos best = side.places.get(0);
        double least = Double.MAX_VALUE;
        for (Pos place : side.places) {
            double covered = covered(boxAt(place, width, height, viewWidth, viewHeight), cards);
            if (covered < least) {
                least = covered;
                best = place;
            }
        }
        StackPane.setAlignment(button, best);
        return least;
    }

    private static Box boxAt(Pos place, double width, double height, double viewWidth, double viewHeight) {
        double x = switch (place.getHpos()) {
            case LEFT -> 0;
            case CENTER -> (viewWidth - width) / 2;
            case RIGHT -> viewWidth - width;
        };
        double y = switch (place.getVpos()) {
            case TOP -> 0;
            case CENTER, BASELINE -> (viewHeight - height) / 2;
            case BOTTOM -> viewHeight - height;
        };
        return new Box(x, y, width, height);
    }

    private static double covered(Box hint, Collection<Box> cards) {
        double sum = 0;
        for (Box card : cards) {
            double across = Math.min(hint.right(), card.right()) - Math.max(hint.x(), card.x());
            double down = Math.min(hint.bottom(), card.bottom()) - Math.max(hint.y(), card.y());
            sum += Math.max(0, across) * Math.max(0, down);
        }
        return sum;
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
