package org.wskscope.app.view.moment;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wskscope.app.control.Bars;
import org.wskscope.app.control.GiveWayBar;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.Messages;

/** The strip that says where in the run the views stand, with the bar over the whole run; before the tail it says so, and what comes next, and leads back. FX thread. */
public final class MomentBar extends GiveWayBar {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final SessionModel model;
    private final Messages messages;
    private final MomentText words;
    private final Label pill = new Label();
    private final Label place = new Label();
    private final Label nextName = new Label();
    private final Label next = new Label();
    private final Button back = new Button();
    private final ScrubBar scrub;
    private boolean nextGivesWay;

    /** The colours it is painted with, and what its lengths are multiplied by. */
    public record Look(ObservableValue<TokenPalette> palette, ObservableDoubleValue uiScale) {}

    /** {@code scenario}: the one that is or was played on the session, whose steps are marked. */
    public MomentBar(
            SessionModel model,
            Messages messages,
            MomentText words,
            ObservableValue<ScenarioProgress> scenario,
            Look look) {
        this.model = model;
        this.messages = messages;
        this.words = words;
        scrub = new ScrubBar(model, messages, scenario, look);
        setId("moment-bar");
        getStyleClass().add("moment-bar");
        Bars.mark(this);
        pill.setId("moment-past");
        pill.getStyleClass().add("past-pill");
        pill.setText(messages.get("moment.past"));
        pill.setMinWidth(USE_PREF_SIZE);
        place.setId("moment-place");
        place.getStyleClass().add("moment-place");
        nextName.setText(messages.get("moment.next"));
        nextName.getStyleClass().add("text-hint");
        nextName.setMinWidth(USE_PREF_SIZE);
        next.setId("moment-next");
        next.getStyleClass().addAll("moment-next");
        next.setTextOverrun(OverrunStyle.ELLIPSIS);
        next.setMinWidth(0);
        back.setId("moment-to-end");
        back.setText(messages.get("moment.toEnd"));
        back.setGraphic(Icons.TO_END.node("icon-small"));
        back.setContentDisplay(ContentDisplay.RIGHT);
        back.getStyleClass().setAll("button", "accent", "small");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> model.travel().jumpToEnd());
        HBox.setHgrow(scrub, Priority.ALWAYS);
        mayShrink(scrub);
        mayShrink(next);
        List<Consumer<Boolean>> order = List.of(this::giveNextWay);
        setSteps(order);
        show(List.of(pill, place, scrub, nextName, next, back));
        model.momentProperty().addListener(o -> showPlace());
        model.tailProperty().addListener(o -> showPlace());
        model.pastProperty().addListener(o -> showPlace());
        showPlace();
    }

    private void giveNextWay(boolean gone) {
        nextGivesWay = gone;
        showPlace();
    }

    private void showPlace() {
        Moment moment = model.moment();
        boolean past = model.isPast();
        long tail = model.tailProperty().get();
        pseudoClassStateChanged(PAST, past);
        pill.setVisible(past);
        back.setVisible(past);
        place.setText(messages.format("moment.place", moment.sequence(), tail, TimeText.moment(moment.timeNanos())));
        reserve();
        boolean announces = past && moment.sequence() < moment.history().tail();
        nextName.setManaged(!nextGivesWay);
        next.setManaged(!nextGivesWay);
        nextName.setVisible(announces && !nextGivesWay);
        next.setVisible(announces && !nextGivesWay);
        if (announces) {
            next.setText(words.of(moment.snapshot(), moment.sequence()));
            next.setTooltip(new Tooltip(next.getText()));
        }
    }

    /** Keeps the widest room it needed: nothing on the strip moves with a step, least of all the bar under a hand that drags it. */
    private void reserve() {
        double wish = place.prefWidth(-1);
        if (wish > place.getMinWidth()) {
            place.setMinWidth(wish);
        }
    }
}
