package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** "Waits for" names what has to happen first, step by step, and by which rule: the socket, the capture, the callback, the routine, the address. */
class WaitChainTest {
    private static final SocketId C1 = new SocketId(1);

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final InspectorReader reader = new InspectorReader(
            session, selection, new Messages(Locale.ENGLISH), RuleBook.load(), new Holds(new RecordingCommands()));

    private long created;

    private long deregistration(Hindrance hindrance) {
        return log.waitBegan(at, 0, WaitFor.DEREGISTRATION, 0, RecordHead.NO_CAUSE, hindrance);
    }

    private void connection() {
        created = log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        log.socketStateChanged(at, 1, SocketState.CREATED, SocketState.CONNECTED);
    }

    private InspectorContent read(long record) {
        show();
        selection.selectRecord(record);
        return reader.read();
    }

    private InspectorContent readSocket() {
        show();
        selection.selectSocket(C1);
        return reader.read();
    }

    private void show() {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        session.show(fold.snapshot(), 0, log.size());
    }

    private static List<String> steps(InspectorContent content) {
        return content.waits().stream().map(InspectorContent.WaitStep::text).toList();
    }

    @Test
    void aDeregistrationNamesTheSocketAndTheSocketKnowsOfIt() {
        connection();
        long began = deregistration(new Hindrance(Hindrance.Kind.SOCKET, created, 1, 2));

        InspectorContent content = read(began);

        assertThat(steps(content)).containsExactly("waits for the registration to end", "C1 to be closed and 2 more");
        assertThat(content.waits().get(1).record()).isEqualTo(created);
        assertThat(content.rules()).extracting(Rule::id).contains("API-REG-10");
        assertThat(readSocket().blocks())
                .extracting(InspectorContent.Blocked::text)
                .containsExactly("C1: WskDeregister (event " + began + ") waits until it is closed");
    }

    @Test
    void aCloseThatIsPendingIsAmongWhatADeregistrationWaitsFor() {
        connection();
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 1, 0);
        log.callbackDeferred(at, 1, WskCallback.RECEIVE, entered);
        long began = deregistration(new Hindrance(Hindrance.Kind.SOCKET, created, 1, 0));
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSING);
        log.irpPended(at, 1, WskFunction.WSK_CLOSE_SOCKET, 9, 0, Hindrance.by(Hindrance.Kind.CALLBACK, entered));

        InspectorContent content = read(began);

        assertThat(steps(content))
                .containsExactly(
                        "waits for the registration to end",
                        "C1 to be closed",
                        "IRP #9 close",
                        "event " + entered + " callback",
                        "you (held)");
        assertThat(content.held()).isEqualTo(new InspectorContent.HeldCall(C1, entered, WskCallback.RECEIVE));
    }

    @Test
    void whatHasEndedIsNoLongerNamed() {
        connection();
        long began = deregistration(new Hindrance(Hindrance.Kind.SOCKET, created, 1, 1));
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSED);
        log.socketClosed(at, 1);

        assertThat(steps(read(began)))
                .containsExactly("waits for the registration to end", "what else the client has open");

        log.waitEnded(at, 0, began, NtStatus.STATUS_SUCCESS);
        assertThat(steps(read(began))).isEmpty();
    }

    @Test
    void capturesAndCallsAndTheProviderAreNamed() {
        assertThat(steps(read(deregistration(new Hindrance(Hindrance.Kind.CAPTURE, 4, 0, 1)))))
                .containsExactly(
                        "waits for the registration to end", "the capture of event 4 to be released and 1 more");
        assertThat(steps(read(deregistration(Hindrance.by(Hindrance.Kind.CALL, -1)))))
                .containsExactly("waits for the registration to end", "a client-level call to end");
        long capture = log.waitBegan(
                at, 0, WaitFor.PROVIDER, 0, RecordHead.NO_CAUSE, Hindrance.by(Hindrance.Kind.PROVIDER, -1));
        InspectorContent content = read(capture);
        assertThat(steps(content)).containsExactly("waits for the provider", "the provider to be there");
        assertThat(content.rules()).extracting(Rule::id).contains("API-REG-05");
    }

    @Test
    void aCloseNamesTheRoutineOrTheAddress() {
        connection();
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSING);
        log.irpPended(at, 1, WskFunction.WSK_CLOSE_SOCKET, 9, 0, Hindrance.by(Hindrance.Kind.ROUTINE, created));

        InspectorContent content = readSocket();

        assertThat(steps(content)).containsExactly("IRP #9 close", "the routine of event " + created + " to return");
        assertThat(content.rules()).extracting(Rule::id).contains("API-CLO-07");
    }

    @Test
    void aSocketWhoseEndpointIsStillOpenWaitsForTheNetwork() {
        connection();
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSING);
        log.irpPended(at, 1, WskFunction.WSK_CLOSE_SOCKET, 9, 0, Hindrance.by(Hindrance.Kind.ENDPOINT, created));

        assertThat(steps(readSocket())).containsExactly("IRP #9 close", "the network to let go");
    }
}
