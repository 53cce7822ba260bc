package org.wskscope.app.workbench;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.wskscope.app.control.Compactable;
import org.wskscope.app.view.Messages;

/** Chooses how fast the display runs, in steps a person can name. FX thread. */
final class SpeedSlider extends HBox implements Compactable {
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1};

    private final Label name;

    SpeedSlider(Messages messages, DoubleProperty speed) {
        name = new Label(messages.get("transport.speed"));
        name.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(0, STEPS.length - 1, nearest(speed.get()));
        slider.setId("speed");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(messages.get("transport.speed"));
        slider.setTooltip(new Tooltip(messages.get("transport.speed")));
        name.setLabelFor(slider);
        Label readOut = new Label();
        readOut.getStyleClass().add("mono");
        readOut.setMinWidth(USE_PREF_SIZE);
        readOut.textProperty().bind(speed.map(value -> messages.format("transport.speed.value", value)));
        slider.valueProperty().addListener((o, old, now) -> speed.set(STEPS[(int) Math.round(now.doubleValue())]));
        speed.addListener((o, old, now) -> slider.setValue(nearest(now.doubleValue())));
        getChildren().addAll(name, slider, readOut);
        getStyleClass().add("speed");
    }

    /** Without the word beside the slider. */
    @Override
    public void setCompact(boolean compact) {
        name.setVisible(!compact);
        name.setManaged(!compact);
    }

    static int nearest(double speed) {
        int nearest = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (Math.abs(Math.log(STEPS[i] / speed)) < Math.abs(Math.log(STEPS[nearest] / speed))) {
                nearest = i;
            }
        }
        return nearest;
    }
}
