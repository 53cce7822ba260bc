package org.wskscope.app.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Token;

/** One thing of a {@link DisplayList}. Colours are tokens, so that a drawing is the same in every theme. Immutable. */
public sealed interface DrawnItem {
    /** Takes each kind of item where it can be shown: on a canvas, in a picture, on a page. */
    interface Visitor {
        void visit(Block block);

        void visit(Shape shape);

        void visit(Curve curve);

        void visit(TextRun text);
    }

    void accept(Visitor visitor);

    /** How a block is filled. */
    enum Filling {
        PLAIN,
        /** Stripes that lean left: it waits. */
        WAITING
    }

    /**
     * A rectangle.
     *
     * @param radius of its corners
     * @param fill null for none
     * @param line null for no border
     * @param dashed whether the border is
     */
    record Block(
            Area area,
            double radius,
            @Nullable Token fill,
            Filling filling,
            @Nullable Token line,
            double lineWidth,
            boolean dashed)
            implements DrawnItem {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** A filled polygon; {@code corners} are x and y in turn. */
    record Shape(List<Double> corners, Token fill) implements DrawnItem {
        public Shape {
            corners = List.copyOf(corners);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** A cubic curve that leaves and arrives level. */
    record Curve(double startX, double startY, double endX, double endY, Token line, double width, boolean dashed)
            implements DrawnItem {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * A line of text.
     *
     * @param baseline where it stands, pixels from the top
     * @param size of the font, pixels
     * @param advance how wide it is, pixels
     * @param whole what it says in full, where {@code text} had to be shortened; else the same
     */
    record TextRun(
            double x, double baseline, String text, Face face, double size, Token colour, double advance, String whole)
            implements DrawnItem {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }

        /** Where it stands, from the top of its capitals to the foot of its letters. */
        public Area area() {
            return new Area(x, baseline - size * 0.8, advance, size);
        }

        /** Whether not all of it is there. */
        public boolean isCut() {
            return !text.equals(whole);
        }
    }
}
