package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.DisplayList;
import org.wskscope.app.control.DrawnItem.TextRun;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

/** What cards look like at every size: text is legible, apart, and inside. */
class CardLayoutTest {
    private static final double LEAST_TEXT = 11;
    private static final double LEAST_TEXT_AT_ALL = 9;

    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1, 1.25, 1.5, 2, 3})
    void textIsLegibleInsideTheCardAndNeverOverOtherText(double scale) {
        for (DisplayList card : cards(scale)) {
            assertThat(card.texts()).isNotEmpty().allSatisfy(text -> {
                assertThat(text.size()).isGreaterThanOrEqualTo(Math.max(LEAST_TEXT_AT_ALL, LEAST_TEXT * scale));
                assertThat(text.isCut()).as(text.whole()).isFalse();
                assertThat(text.x()).isGreaterThanOrEqualTo(0).isEqualTo(Math.rint(text.x()));
                assertThat(text.baseline()).isEqualTo(Math.rint(text.baseline()));
                assertThat(text.area().right()).isLessThanOrEqualTo(card.width());
                assertThat(text.area().bottom()).isLessThanOrEqualTo(card.height());
            });
            assertApart(card.texts());
        }
    }

    @Test
    void everyToggleHasItsAreaAndNoTwoOfThemShareOne() {
        DisplayList card = draw(SocketRowMaker.accepted(2, 1, 0), null, 1);

        assertThat(card.areas()).containsKeys("more", "lamp WSK_EVENT_RECEIVE", "lamp WSK_EVENT_DISCONNECT");
        List<Area> lamps = card.areas().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("lamp "))
                .map(Map.Entry::getValue)
                .toList();
        for (int i = 1; i < lamps.size(); i++) {
            assertThat(lamps.get(i).y()).isGreaterThanOrEqualTo(lamps.get(i - 1).bottom());
        }
    }

    @Test
    void aFoldedListenerKeepsItsTogglesAndShowsASquareForEachConnection() {
        DisplayList card = draw(SocketRowMaker.listener(1), fold(50), 1);

        assertThat(card.areas()).containsKeys("open", "bring", "squares", "lamp WSK_EVENT_ACCEPT");
        assertThat(card.texts()).extracting(TextRun::text).contains("50 connections", "!", "R", "1 problem", "46 idle");
        assertThat(card.height())
                .isLessThan(draw(SocketRowMaker.listener(1), null, 1).height() + 64 + 20);
    }

    @Test
    void numbersHaveUnitsAndThousandsSeparators() {
        DisplayList card = draw(SocketRowMaker.listener(1), fold(12_345), 1);

        assertThat(card.texts())
                .extracting(TextRun::text)
                .contains("12,345 connections", "4,180 messages/s")
                .anySatisfy(text -> assertThat(text).startsWith("+12,"));
    }

    private static List<DisplayList> cards(double scale) {
        return List.of(
                draw(SocketRowMaker.listener(1), null, scale),
                draw(SocketRowMaker.listener(1), fold(50), scale),
                draw(SocketRowMaker.accepted(2, 1, 0), null, scale),
                draw(SocketRowMaker.waiting(3, 1, EventMask.of(WskEvent.WSK_EVENT_SEND_BACKLOG)), null, scale));
    }

    private static DisplayList draw(SocketRow row, Fold fold, double scale) {
        double width = SocketEvents.isConnection(row) ? GraphPlaces.CONNECTION_WIDTH : GraphPlaces.ROOT_WIDTH;
        return new CardLayout(CardLooks.MEASURE, width, scale).draw(CardLooks.of(row, fold), false);
    }

    private static Fold fold(int connections) {
        Map<Doing, Integer> counts = new EnumMap<>(Doing.class);
        counts.put(Doing.PROBLEM, 1);
        counts.put(Doing.WAITING, 1);
        counts.put(Doing.IN_FLIGHT, 2);
        counts.put(Doing.IDLE, connections - 4);
        List<Fold.Square> squares = new ArrayList<>();
        for (int i = 0; i < Math.min(connections, Fold.MOST_SQUARES - 5); i++) {
            Doing doing = i == 0 ? Doing.PROBLEM : i == 1 ? Doing.WAITING : i < 4 ? Doing.IN_FLIGHT : Doing.IDLE;
            squares.add(new Fold.Square(new SocketId(i + 2), doing, doing == Doing.IN_FLIGHT ? "R" : ""));
        }
        return new Fold(connections, counts, squares, 4_180, List.of(0.2, 1.0, 0.5));
    }

    private static void assertApart(List<TextRun> texts) {
        for (TextRun one : texts) {
            for (TextRun other : texts) {
                boolean apart = one.area().right() <= other.area().x() + 0.5
                        || other.area().right() <= one.area().x() + 0.5
                        || one.area().bottom() <= other.area().y() + 0.5
                        || other.area().bottom() <= one.area().y() + 0.5;
                assertThat(one == other || apart)
                        .as("%s over %s", one.text(), other.text())
                        .isTrue();
            }
        }
    }
}
