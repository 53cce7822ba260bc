package org.wskscope.app.workbench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.Bars;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** The bar at the top: product, slots for what commands the session, action search, menu. FX thread. */
public final class TopBar extends HBox {
    /** Narrower than this, in lengths of an em, the bar leaves out what its controls say otherwise too. */
    private static final double NARROW = 90;

    private final Map<ActionSlot, HBox> slots = new EnumMap<>(ActionSlot.class);
    private final Messages messages;
    private final Button search;
    private final Label product;
    private @Nullable SpeedSlider speed;

    TopBar(Messages messages, Button search, MenuButton menu) {
        this.messages = messages;
        this.search = search;
        product = product();
        getStyleClass().add("top-bar");
        Bars.mark(this);
        for (ActionSlot slot : ActionSlot.values()) {
            slots.put(slot, emptySlot(slot));
        }
        getChildren().addAll(logo(), product, slotBox(ActionSlot.SCENARIO), slotBox(ActionSlot.SESSION_KIND));
        getChildren().addAll(gap(), slotBox(ActionSlot.TRANSPORT), slotBox(ActionSlot.SPEED), gap());
        getChildren().addAll(slotBox(ActionSlot.RECORD), slotBox(ActionSlot.PRESENT), search, menu);
        // The bar must not push the window's other rooms over the edge.
        setMinWidth(0);
        widthProperty().addListener((o, old, now) -> fit());
        search.fontProperty().addListener((o, old, now) -> fit());
    }

    /** Fills a slot; no nodes empty it. */
    public void fill(ActionSlot slot, Node... nodes) {
        HBox box = slotBox(slot);
        box.getChildren().setAll(nodes);
        box.setVisible(nodes.length > 0);
        box.setManaged(nodes.length > 0);
    }

    /** Shows pause and resume, and the speed of the display. */
    void showTransport(DisplayTransport transport) {
        Button toggle = iconButton(Icons.PAUSE, messages.get("transport.pause"));
        toggle.setId("transport-toggle");
        toggle.setOnAction(event -> transport.paused().set(!transport.paused().get()));
        Runnable show = () -> {
            boolean paused = transport.paused().get();
            toggle.setGraphic((paused ? Icons.RUN : Icons.PAUSE).node());
            name(toggle, messages.get(paused ? "transport.resume" : "transport.pause"));
        };
        transport.paused().addListener((o, old, now) -> show.run());
        show.run();
        slotBox(ActionSlot.TRANSPORT).getStyleClass().add("transport");
        fill(ActionSlot.TRANSPORT, toggle);
        SpeedSlider slider = new SpeedSlider(messages, transport.speed());
        speed = slider;
        fill(ActionSlot.SPEED, slider);
        fit();
    }

    private void fit() {
        boolean narrow =
                getWidth() > 0 && getWidth() < NARROW * search.getFont().getSize();
        product.setVisible(!narrow);
        product.setManaged(!narrow);
        search.setContentDisplay(narrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
        if (speed != null) {
            speed.showName(!narrow);
        }
    }

    static Button iconButton(Icons icon, String what) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().setAll("tool-button");
        name(button, what);
        return button;
    }

    private static void name(ButtonBase button, String what) {
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
    }

    private HBox slotBox(ActionSlot slot) {
        HBox box = slots.get(slot);
        if (box == null) {
            throw new IllegalStateException("The top bar has no slot " + slot);
        }
        return box;
    }

    private static HBox emptySlot(ActionSlot slot) {
        HBox box = new HBox();
        box.setId("slot-" + slot.name().toLowerCase(Locale.ROOT));
        box.getStyleClass().add("slot");
        box.setVisible(false);
        box.setManaged(false);
        return box;
    }

    private Label logo() {
        Label logo = new Label("W");
        logo.getStyleClass().add("logo");
        logo.setMinWidth(USE_PREF_SIZE);
        return logo;
    }

    private Label product() {
        Label product = new Label(messages.get("product"));
        product.getStyleClass().add("product");
        product.setMinWidth(USE_PREF_SIZE);
        return product;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
