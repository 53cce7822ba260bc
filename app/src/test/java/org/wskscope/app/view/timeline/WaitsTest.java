package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.wsk.SocketId;

class WaitsTest {
    private final PictureLog picture = new PictureLog();
    private final ScopeSnapshot snapshot = TimelineLayoutTest.folded(picture.log());

    @Test
    void aDisableWaitsForTheHeldCallbackOfItsEvent() {
        List<Waits.Wait> waits = Waits.on(snapshot, List.of(new SocketId(PictureLog.C1)));

        assertThat(waits).hasSize(1);
        assertThat(waits.get(0).waiting().startSequence()).isEqualTo(picture.disabling());
        assertThat(waits.get(0).held().startSequence()).isEqualTo(picture.receiving());
    }

    @Test
    void nothingWaitsOnSocketsWithoutACallbackInFlight() {
        assertThat(Waits.on(snapshot, List.of(new SocketId(PictureLog.L1), new SocketId(PictureLog.C2))))
                .isEmpty();
    }

    @Test
    void labelsOfALineStandWholeAndApart() {
        LabelPlaces places = new LabelPlaces(100, 500, 10);

        assertThat(places.place(20, 150, 100)).isEqualTo(OptionalDouble.of(150));
        assertThat(places.place(20, 240, 50)).isEmpty();
        assertThat(places.place(40, 240, 50)).isEqualTo(OptionalDouble.of(240));
        assertThat(places.place(20, 480, 100)).isEqualTo(OptionalDouble.of(400));
        assertThat(places.place(60, 100, 401)).isEmpty();
    }
}
