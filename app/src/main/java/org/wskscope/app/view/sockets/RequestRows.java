package org.wskscope.app.view.sockets;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EventChip;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** The part of a conditional listener's card that lists connection requests and lets them in or turns them away. Empty on other cards. FX thread. */
final class RequestRows extends VBox {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    /** More would push every other card away; the title tells how many there are. */
    private static final int MOST = 4;

    private final SocketWords words;
    private final CardRequests requests;
    private final Label title = new Label();
    private List<OpenInspection> shown = List.of();

    RequestRows(SocketWords words, CardRequests requests) {
        this.words = words;
        this.requests = requests;
        title.getStyleClass().addAll("request-title", "text-secondary");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
    }

    /** How many rows the card of {@code row} gives to requests. */
    static int rowsOf(SocketRow row) {
        return Math.min(MOST, row.inspections().size());
    }

    void show(SocketRow row, double scale) {
        setVisible(row.conditional());
        setManaged(row.conditional());
        if (!row.conditional()) {
            return;
        }
        title.setId("conditional-" + row.name());
        title.setText(words.conditional(row));
        title.setTooltip(new Tooltip(words.text("request.conditional.explain")));
        CardMetrics.fix(title, CardMetrics.ROW * scale);
        List<OpenInspection> next = SocketEvents.requestsFirstToAnswer(row).subList(0, rowsOf(row));
        if (!next.equals(shown) || getChildren().isEmpty()) {
            shown = next;
            getChildren().setAll(title);
            next.forEach(inspection -> getChildren().add(line(row, inspection)));
        }
        getChildren().stream().skip(1).forEach(line -> CardMetrics.fix((Region) line, CardMetrics.CALL * scale));
    }

    private HBox line(SocketRow row, OpenInspection inspection) {
        int number = inspection.serialNumber();
        Label who = new Label(words.request(inspection));
        who.setMinWidth(0);
        who.setMaxWidth(Double.MAX_VALUE);
        who.setTooltip(new Tooltip(words.text("request.stage." + inspection.stage())));
        HBox.setHgrow(who, Priority.ALWAYS);
        char letter = WskCallback.INSPECT.letter();
        HBox line = new HBox(new EventChip(String.valueOf(letter), Hue.INSPECT), who);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("request-row", Hue.INSPECT.styleClass());
        line.setId("request-" + row.name() + "-" + number);
        line.setAccessibleText(who.getText());
        line.setAccessibleHelp(who.getTooltip().getText());
        CardRow.onPress(line, () -> requests.selectRequest(inspection));
        if (SocketEvents.mayAnswer(inspection)) {
            line.pseudoClassStateChanged(WAITING, true);
            for (InspectAction action : List.of(InspectAction.WskInspectAccept, InspectAction.WskInspectReject)) {
                line.getChildren().add(answer(row, inspection, action));
            }
        }
        return line;
    }

    private Button answer(SocketRow row, OpenInspection inspection, InspectAction action) {
        String explanation = words.text("request.explain." + action.shortName(), inspection.serialNumber());
        Button button = new Button(words.text("request." + action.shortName()));
        button.setId("request-" + action.shortName() + "-" + row.name() + "-" + inspection.serialNumber());
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(explanation);
        button.setTooltip(new Tooltip(explanation));
        button.setOnAction(event -> requests.decide(row.id(), inspection, action));
        return button;
    }
}
