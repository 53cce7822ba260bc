package org.wskscope.app.view.sockets;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.Lamp;
import org.wskscope.app.control.LampToggle;
import org.wskscope.app.control.StatusPill;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.LampState;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** One socket of the graph: what it is, its mask as toggles, its callbacks in progress, its counts. Changes only by {@link #show}. FX thread. */
final class SocketCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final SocketWords words;
    private final CardRequests requests;
    private final SocketIcon icon = new SocketIcon();
    private final Label address = new Label();
    private final StatusPill state = new StatusPill("", Hue.NEUTRAL);
    private final VBox lampRows = new VBox();
    private final RequestRows requestRows;
    private final VBox callRows = new VBox();
    private final WaitRows waitRows;
    private final Map<WskEvent, LampToggle> lamps = new EnumMap<>(WskEvent.class);
    private final Label maskTitle = new Label();
    private final Label mask = new Label();
    private final Label counters = new Label();
    private SocketRow row;
    private double scale;
    private String answer = "";
    private List<CallbackInFlight> calls = List.of();
    private List<ShownWait> waits = List.of();

    SocketCard(SocketRow row, SocketWords words, CardRequests requests) {
        this.row = row;
        this.words = words;
        this.requests = requests;
        this.requestRows = new RequestRows(words, requests);
        this.waitRows = new WaitRows(words, requests);
        setId("card-" + row.name());
        getStyleClass().addAll("card", "socket-card");
        setFocusTraversable(true);
        lampRows.getStyleClass().add("lamp-rows");
        getChildren().addAll(header(), lampRows, requestRows, callRows, waitRows, footer());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        setOnContextMenuRequested(event -> {
            requests.socketMenu(this.row, this).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                requests.select(this.row.id());
                event.consume();
            }
        });
    }

    SocketRow row() {
        return row;
    }

    /** Height at UI scale 1; {@code calls}: how many callbacks and waits are shown. */
    static double heightOf(SocketRow row, int calls) {
        return CardMetrics.height(
                SocketEvents.of(row).size() + (row.conditional() ? 1 : 0), calls + RequestRows.rowsOf(row));
    }

    /** Shows the socket as the newest snapshot tells it. */
    void show(SocketRow newRow, List<CallbackInFlight> newCalls, List<ShownWait> newWaits, double newScale) {
        boolean same = newRow.equals(row) && newCalls.equals(calls) && newWaits.equals(waits);
        boolean changed = !same || scale == 0 || newScale != scale;
        row = newRow;
        calls = newCalls;
        waits = newWaits;
        scale = newScale;
        if (!changed) {
            return;
        }
        icon.show(row);
        address.setText(SocketWords.address(row));
        state.show(words.state(row), SocketWords.stateHue(row));
        state.setAccessibleText(words.state(row));
        setAccessibleText(words.text("card.accessible", row.name(), words.category(row.category()), words.state(row)));
        showLamps();
        requestRows.show(row, scale);
        showCalls();
        waitRows.show(row, waits, scale);
        mask.setText(row.mask().hex());
        showCounters();
    }

    /** Says in the card's last line what WSK answered; an empty text brings the counts back. */
    void showAnswer(String text, Hue hue) {
        if (text.equals(answer)) {
            return;
        }
        answer = text;
        counters.getStyleClass().setAll("label", "card-count");
        if (!text.isEmpty()) {
            counters.getStyleClass().addAll("text-hue", hue.styleClass(), "card-answer");
        }
        showCounters();
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void tick(long nowNanos) {
        for (Node child : callRows.getChildren()) {
            ((InFlightRow) child).tick(nowNanos);
        }
        waitRows.tick(nowNanos);
    }

    private Node header() {
        Label name = new Label(row.name());
        name.getStyleClass().add("card-name");
        name.setMinWidth(USE_PREF_SIZE);
        address.getStyleClass().addAll("mono", "text-secondary");
        address.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = new Button();
        more.setGraphic(Icons.MORE.node("icon-small"));
        more.getStyleClass().setAll("tool-button", "card-more");
        more.setId("more-" + row.name());
        more.setAccessibleText(words.text("card.more", row.name()));
        more.setOnAction(event -> requests.socketMenu(row, more).show(more, Side.BOTTOM, 0, 0));
        more.visibleProperty().bind(hoverProperty().or(focusWithinProperty()));
        more.managedProperty().bind(more.visibleProperty());
        HBox header = new HBox(icon, name, address, gap, more, state);
        header.getStyleClass().add("card-header");
        return header;
    }

    private Node footer() {
        maskTitle.setText(words.text("card.mask"));
        maskTitle.setMinWidth(USE_PREF_SIZE);
        maskTitle.getStyleClass().add("card-count");
        mask.getStyleClass().addAll("mono", "text-strong");
        mask.setMinWidth(USE_PREF_SIZE);
        counters.getStyleClass().setAll("label", "card-count");
        counters.setId("count-" + row.name());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(maskTitle, mask, gap, counters);
        footer.getStyleClass().add("card-footer");
        return footer;
    }

    private void showCounters() {
        counters.setText(answer.isEmpty() ? words.counters(row) : answer);
        maskTitle.setVisible(answer.isEmpty());
        maskTitle.setManaged(answer.isEmpty());
    }

    private void showLamps() {
        List<WskEvent> events = SocketEvents.of(row);
        if (!lamps.keySet().equals(Set.copyOf(events))) {
            lamps.clear();
            lampRows.getChildren().clear();
            for (WskEvent event : events) {
                LampToggle toggle = lamp(event);
                lamps.put(event, toggle);
                lampRows.getChildren().add(toggle);
            }
        }
        lamps.forEach((event, toggle) -> {
            LampState lamp = row.lamp(event);
            toggle.setLamp(
                    switch (lamp) {
                        case OFF -> Lamp.OFF;
                        case ON, LOCKED -> Lamp.ON;
                        case WAITING -> Lamp.WAITING;
                    });
            toggle.setLocked(lamp == LampState.LOCKED);
            toggle.setNote(words.lampNote(row, event));
            toggle.setExplanation(words.lampExplanation(row, event));
            fix(toggle, CardMetrics.ROW);
        });
    }

    private LampToggle lamp(WskEvent event) {
        LampToggle toggle = new LampToggle(
                String.valueOf(WskCallback.of(event).letter()), SocketWords.hue(event), event.shortName());
        toggle.setId("lamp-" + row.name() + "-" + event.shortName());
        toggle.setOnRequest(on -> {
            requests.selectToggle(row.id(), event);
            requests.toggle(row, event, on);
        });
        toggle.setOnContextMenuRequested(request -> {
            requests.lampMenu(row, event, toggle).show(toggle, request.getScreenX(), request.getScreenY());
            request.consume();
        });
        return toggle;
    }

    private void showCalls() {
        boolean same = calls.size() == callRows.getChildren().size();
        for (int i = 0; same && i < calls.size(); i++) {
            InFlightRow shown = (InFlightRow) callRows.getChildren().get(i);
            same = shown.entered() == calls.get(i).entered()
                    && shown.isDeferred() == calls.get(i).deferred();
        }
        if (!same) {
            callRows.getChildren().clear();
            for (CallbackInFlight call : calls) {
                callRows.getChildren().add(new InFlightRow(row, call, words, requests));
            }
        }
        callRows.getChildren().forEach(child -> fix((Region) child, CardMetrics.CALL));
    }

    private void fix(Region region, double height) {
        CardMetrics.fix(region, height * scale);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY) {
            if (!(event.getTarget() instanceof Node target) || !isInLamp(target)) {
                requests.select(row.id());
            }
        }
    }

    private boolean isInLamp(Node node) {
        for (Node at = node; at != null && at != this; at = at.getParent()) {
            if (at instanceof LampToggle) {
                return true;
            }
        }
        return false;
    }
}
