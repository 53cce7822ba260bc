package org.wskscope.app.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Window;

/**
 * Where the pixels of a screen lie among the lengths of the scene: at 125 % five of them in four units. Lines that begin and end with a pixel are sharp.
 *
 * @param outputScale pixels a unit, the screen's own scale; not the UI scale of the program
 */
public record PixelGrid(double outputScale) {
    /** That of the window {@code node} is in; one pixel a unit where it is in none. FX thread. */
    public static PixelGrid of(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return new PixelGrid(window == null ? 1 : window.getOutputScaleX());
    }

    /** The width of a thin line: one unit, in whole pixels. */
    public double hairline() {
        return linePixels() / outputScale;
    }

    /** The middle of a thin line that begins with the pixel {@code coordinate} is in. */
    public double crisp(double coordinate) {
        return (Math.floor(coordinate * outputScale) + linePixels() / 2.0) / outputScale;
    }

    /** The border between two pixels that is nearest. */
    public double edge(double coordinate) {
        return Math.rint(coordinate * outputScale) / outputScale;
    }

    /** What {@code node} looks like while it is dragged: macOS shows such an image in units of the scene, the others in pixels of the screen. FX thread. */
    public WritableImage dragImage(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        double scale = System.getProperty("os.name", "").startsWith("Mac") ? 1 : outputScale;
        parameters.setTransform(Transform.scale(scale, scale));
        return node.snapshot(parameters, null);
    }

    private long linePixels() {
        return Math.max(1, Math.round(outputScale));
    }
}
