package org.wskscope.app.docking;

/**
 * Below which height a window is not worth showing, pixels at 100 %. Immutable.
 *
 * @param usual as long as something outside the centre can give way
 * @param bare when only windows of the centre are left: rather all of them low than one missing
 */
public record LeastHeight(double usual, double bare) {}
