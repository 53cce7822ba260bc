package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.control.TimeAxisRenderer.Stretch;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;

/** Paints the flags of the marks on the ruler: each with its time and how far it is from the playhead. FX thread. */
final class TimeMarkRenderer {
    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final Font font;
    private final List<Flag> flags = new ArrayList<>();

    private record Flag(double pole, String text, Optional<Stretch> place) {}

    /**
     * @param taken where the playhead's badge stands
     */
    TimeMarkRenderer(
            LaneFrame frame, TimelineViewModel model, Messages messages, TextWidths widths, Optional<Stretch> taken) {
        this.frame = frame;
        this.gc = frame.gc();
        this.font = Fonts.mono(Spacing.TEXT_TINY * frame.scale());
        LabelPlaces places = new LabelPlaces(frame.gutter(), frame.width(), 2);
        taken.ifPresent(stretch -> places.place(0, stretch.from(), stretch.to() - stretch.from()));
        for (long moment : model.marks().moments()) {
            double x = frame.xOf(moment);
            if (x >= frame.gutter() && x <= frame.width()) {
                String text = messages.format(
                        "timeline.mark", TimeText.of(moment), TimeText.of(Math.abs(model.nowNanos() - moment)));
                double width = widths.of(text, font) + 10 * frame.scale();
                OptionalDouble right = places.place(0, x, width);
                OptionalDouble at = right.isPresent() ? right : places.place(0, x - width, width);
                Optional<Stretch> place = at.isPresent()
                        ? Optional.of(new Stretch(at.getAsDouble(), at.getAsDouble() + width))
                        : Optional.empty();
                flags.add(new Flag(frame.crisp(x), text, place));
            }
        }
    }

    /** Where the ruler's numbers give way. */
    List<Stretch> taken() {
        return flags.stream().flatMap(flag -> flag.place().stream()).toList();
    }

    /** Above the lanes. */
    void paintPoles() {
        gc.setStroke(frame.palette().color(Token.ACCENT));
        gc.setLineWidth(frame.hairline());
        gc.setLineDashes(2 * frame.scale(), 2 * frame.scale());
        flags.forEach(flag -> gc.strokeLine(flag.pole(), frame.ruler(), flag.pole(), frame.height()));
        gc.setLineDashes();
    }

    /** Above the ruler; a flag without room for its words is a pennant. */
    void paintFlags() {
        double scale = frame.scale();
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(font);
        for (Flag flag : flags) {
            double bottom = frame.ruler();
            gc.setFill(frame.palette().color(Token.ACCENT));
            gc.fillPolygon(
                    new double[] {flag.pole(), flag.pole() - 5 * scale, flag.pole() + 5 * scale},
                    new double[] {bottom, bottom - 6 * scale, bottom - 6 * scale},
                    3);
            flag.place().ifPresent(place -> {
                gc.setFill(frame.palette().color(Token.ACCENT_TEXT));
                gc.fillText(flag.text(), place.from() + 5 * scale, bottom / 2 - 2 * scale);
            });
        }
    }
}
