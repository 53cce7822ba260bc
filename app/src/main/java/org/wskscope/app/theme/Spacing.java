package org.wskscope.app.theme;

/** Distances in pixels at 100 % UI scale, for canvas code; multiply by the scale. Stylesheets use em instead. */
public final class Spacing {
    public static final double XS = 2;
    public static final double S = 4;
    public static final double M = 8;
    public static final double L = 12;
    public static final double XL = 16;
    public static final double RADIUS = 4;
    public static final double RADIUS_CARD = 8;

    /** Size of the main text at 100 % UI scale. */
    public static final double TEXT = 13;
    /** Size of text inside bars, and of code. */
    public static final double TEXT_SMALL = 12;
    /** Size of ticks and notes. */
    public static final double TEXT_TINY = 11;

    private Spacing() {}
}
