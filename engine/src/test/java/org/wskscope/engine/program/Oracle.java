package org.wskscope.engine.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.program.CallRules.IrpUse;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/**
 * Judges a run by the specification alone: keeps a {@link SocketModel} of each socket, says what each call may answer, and notes the first rule that was broken. What the
 * network did it learns from the log ({@link LogFollower}); what the client did it predicts itself and compares. Used on the run's thread.
 */
final class Oracle {
    final Map<Integer, SocketModel> sockets = new LinkedHashMap<>();
    int staticMask;
    private final LogFollower follower;
    private final Map<String, Long> reached = new TreeMap<>();
    private @Nullable Breach first;
    private long legal;
    private long illegal;

    Oracle(TraceReader log) {
        follower = new LogFollower(this, log);
    }

    @Nullable
    Breach first() {
        return first;
    }

    /** Notes a broken rule; only the first counts, because everything after it may follow from it. */
    void broken(String rule, String found) {
        if (first == null) {
            first = new Breach(rule, found);
        }
    }

    void check(boolean holds, String rule, String found) {
        if (!holds) {
            broken(rule, found);
        }
    }

    /** Learns what happened since. */
    void follow() {
        follower.follow();
    }

    /** The client gave its callback pointers: static events that have one are on. */
    void pointersGiven(SocketModel socket) {
        if (socket.category != SocketCategory.STREAM) {
            follower.beginStatically(socket);
        }
    }

    /** Sockets made from now on belong to WSK until their request succeeds. */
    void creatingUnowned(boolean unowned) {
        follower.creatingUnowned(unowned);
    }

    SocketModel model(int socket) {
        SocketModel model = sockets.get(socket);
        if (model == null) {
            throw new IllegalStateException("the log does not know socket " + socket);
        }
        return model;
    }

    /** What {@code step} on {@code socket} may answer now. */
    Expectation expect(SocketModel socket, Step step, IrpUse irp) {
        return CallRules.expect(socket, step, irp, () -> switch (step.op()) {
            case EVENTS -> ControlRules.events(socket, step, irp);
            case OPTION -> ControlRules.option(socket, step, irp);
            case IOCTL -> ControlRules.ioctl(socket, step, irp);
            default -> CallRules.function(socket, step);
        });
    }

    /** The call was made in {@code before} and answered {@code status}. */
    void answered(SocketModel socket, SocketState before, Step step, Expectation expected, NtStatus status) {
        count(step.op(), before, status);
        check(
                expected.answers().contains(status),
                expected.rule(),
                step.text() + " on " + socket.category + " in " + before + " answered " + status + ", not "
                        + expected.answers());
        if (status.isSuccess()) {
            StateRules.performed(socket, step);
        }
        SocketState predicted = status.isSuccess() ? StateRules.after(step, before) : before;
        follow();
        check(
                socket.state == predicted || predicted == SocketState.CLOSING && socket.isClosing(),
                "2.1",
                step.text() + " on " + socket.category + " in " + before + " answered " + status + " and left it in "
                        + socket.state + ", not " + predicted);
    }

    /** A client-level call was answered. */
    void answered(Step step, Expectation expected, NtStatus status) {
        count(step.op(), SocketState.CREATED, status);
        check(
                expected.answers().contains(status),
                expected.rule(),
                step.text() + " answered " + status + ", not " + expected.answers());
        follow();
    }

    private void count(Op op, SocketState state, NtStatus status) {
        if (status.isSuccess()) {
            legal++;
        } else {
            illegal++;
        }
        reached.merge(op + " " + state + " " + status.shortName(), 1L, Long::sum);
    }

    /** How often each (function, state, status) was met. */
    Map<String, Long> reached() {
        return reached;
    }

    long legal() {
        return legal;
    }

    long illegal() {
        return illegal;
    }
}
