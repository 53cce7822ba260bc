package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.projection.OpenInspection.Stage;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;

/** What views are told of conditional listeners, from what the kernel writes. */
class InspectionsFoldTest {
    private final KernelBench bench = new KernelBench();
    private final ListenSocket listener = bench.conditional();
    private final ScopeFold fold = new ScopeFold(bench.log);

    private SocketRow row() {
        fold.foldTo(bench.log.size());
        return Objects.requireNonNull(fold.snapshot().socket(listener.id()));
    }

    private ScriptedRequest request(InspectAction answer) {
        bench.client.nextInspect(answer);
        ScriptedRequest request = bench.transport.listener(0).peerRequests().slowly();
        bench.run();
        return request;
    }

    @Test
    void aListenerTellsThatItIsConditional() {
        assertThat(row().conditional()).isTrue();
        assertThat(row().inspections()).isEmpty();
    }

    @Test
    void requestsAreListedWithTheStageTheyReached() {
        request(InspectAction.WskInspectPend);
        request(InspectAction.WskInspectReject);
        ScriptedRequest accepted = request(InspectAction.WskInspectAccept);
        List<DeferredReturn> held = new ArrayList<>();
        bench.client.onInspect.add(id -> {
            held.add(listener.deferReturn());
            return InspectAction.WskInspectPend;
        });
        bench.transport.listener(0).peerRequests();
        bench.transport.listener(0).peerRequests();
        bench.run();

        assertThat(row().inspections())
                .extracting(OpenInspection::serialNumber, OpenInspection::stage)
                .containsExactly(
                        tuple(1, Stage.PENDED),
                        tuple(3, Stage.ACCEPTED),
                        tuple(4, Stage.ASKED),
                        tuple(5, Stage.ARRIVED));
        assertThat(row().inspections().get(1).remote()).isEqualTo(accepted.remoteAddress());
    }

    @Test
    void anAnswerMovesARequestOnAndItsEndTakesItAway() {
        ScriptedRequest request = request(InspectAction.WskInspectPend);
        InspectId id = bench.client.inspected.get(0);
        listener.dispatch().inspectComplete(id, InspectAction.WskInspectAccept, new ClientIrp().irp());
        bench.run();
        assertThat(row().inspections()).extracting(OpenInspection::stage).containsExactly(Stage.ACCEPTED);

        request.handshakeEnds();
        bench.run();

        assertThat(row().inspections()).isEmpty();
    }

    @Test
    void closingLeavesNone() {
        request(InspectAction.WskInspectPend);
        bench.close(listener, new ClientIrp());
        bench.run();

        assertThat(row().inspections()).isEmpty();
    }

    @Test
    void theNotationTellsRequestsAndAnswersByTheirIds() throws IOException {
        ScriptedRequest request = request(InspectAction.WskInspectPend);
        listener.dispatch()
                .inspectComplete(bench.client.inspected.get(0), InspectAction.WskInspectAccept, new ClientIrp().irp());
        bench.run();
        request.handshakeEnds();
        bench.run();
        request(InspectAction.WskInspectAccept).drops();
        bench.run();

        StringBuilder text = new StringBuilder();
        new TraceNotation().append(bench.log, 0, bench.log.size(), text);
        assertThat(text.toString().lines().map(String::strip))
                .containsSubsequence(
                        "P>  connect  id1",
                        "W>  WskInspectEvent(L1) enter  id1 [in-flight INS=1]",
                        "W>  WskInspectEvent(L1) return Pend",
                        "A>  WskInspectComplete(L1, id1, Accept, irp=#4)",
                        "A<  SUCCESS",
                        "P>  established",
                        "P>  connect  id2",
                        "W>  WskInspectEvent(L1) return Accept",
                        "W>  WskAbortEvent(L1) enter  id2 [in-flight ABT=1]",
                        "W>  WskAbortEvent(L1) return SUCCESS");
    }
}
