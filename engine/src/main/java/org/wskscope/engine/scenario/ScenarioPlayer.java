package org.wskscope.engine.scenario;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.session.RecordMissingException;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocketParameters;

/**
 * Plays scenarios through the front door of a session: each step waits until the log shows what it is about, so the order is the file's and not the clock's. Makes
 * sockets and peers of its own and takes them away at the end. Any thread that may wait; never a processor or the FX thread. One scenario at a time.
 */
public final class ScenarioPlayer {
    private final Session session;
    private final long paceNanos;

    /** As fast as the log allows. */
    public ScenarioPlayer(Session session) {
        this(session, 0);
    }

    /**
     * @param paceNanos how long to rest before each step, nanoseconds, so that people can follow
     */
    public ScenarioPlayer(Session session, long paceNanos) {
        this.session = session;
        this.paceNanos = paceNanos;
    }

    /**
     * Plays all of it.
     *
     * @return where its steps, without the set-up, stand in the log
     * @throws ScenarioFailedException when WSK answers otherwise than the file says, or something does not happen in time
     * @throws ScenarioCancelledException when the observer ended it
     */
    public ScenarioPart play(Scenario scenario, ScenarioObserver observer) {
        ScenarioCast cast = new ScenarioCast(session);
        try {
            Run run = new Run(scenario, cast, observer);
            run.steps(scenario.setUp());
            long start = end();
            run.steps(scenario.steps());
            return new ScenarioPart(scenario.id(), start, end());
        } finally {
            cast.leave();
        }
    }

    /**
     * Plays up to the moment {@code mark} and leaves everything as it is then, for people to look at and to go on by hand.
     *
     * @throws IllegalArgumentException when the scenario has no such moment
     * @throws ScenarioFailedException as {@link #play}; then everything is taken away again
     * @throws ScenarioCancelledException as {@link #play}; then everything is taken away again
     */
    public void playUntil(Scenario scenario, String mark, ScenarioObserver observer) {
        if (!scenario.marks().contains(mark)) {
            throw new IllegalArgumentException(scenario.id() + " has no moment called " + mark);
        }
        ScenarioCast cast = new ScenarioCast(session);
        boolean reached = false;
        try {
            Run run = new Run(scenario, cast, observer);
            run.steps(scenario.setUp());
            run.steps(scenario.stepsBefore(mark));
            reached = true;
        } finally {
            if (!reached) {
                cast.leave();
            }
        }
    }

    private long end() {
        return LogWait.fromNow(session).position();
    }

    private final class Run {
        private final Scenario scenario;
        private final ScenarioCast cast;
        private final ScenarioObserver observer;
        private final LogWait log = LogWait.fromNow(session);
        private LogWait recent = log;
        private int done;

        Run(Scenario scenario, ScenarioCast cast, ScenarioObserver observer) {
            this.scenario = scenario;
            this.cast = cast;
            this.observer = observer;
        }

        void steps(List<ScenarioStep> steps) {
            for (ScenarioStep step : steps) {
                if (!observer.beginStep(++done, scenario.length())) {
                    throw new ScenarioCancelledException(scenario.id());
                }
                if (paceNanos > 0) {
                    LockSupport.parkNanos(paceNanos);
                }
                step(step);
            }
        }

        void step(ScenarioStep step) {
            try {
                perform(step);
            } catch (RecordMissingException | ScenarioFailedException failed) {
                throw new ScenarioFailedException(scenario.id() + ", line " + step.line() + ": " + failed.getMessage());
            }
        }

        private void perform(ScenarioStep step) {
            switch (step.verb()) {
                case LISTEN -> open(step, SocketCategory.LISTEN);
                case DATAGRAMS -> open(step, SocketCategory.DATAGRAM);
                case BEHAVE -> ask(step, new EngineCommand.SetBehaviour(on(step), step.callback(), behaviour(step)));
                case CONNECT -> connect(step);
                case SEND -> send(step);
                case FINISH -> ask(step, new EngineCommand.StopPeer(cast.peer(step.text("peer"))));
                case RESET -> reset(step);
                case TURNED_AWAY -> turnedAway(step);
                case DECIDE -> decide(step);
                case INSPECTED -> inspected(step);
                case ACCEPTED -> cast.nameSocket(step.text("as"), recent.accepted(cast.socket(step.text("from"))));
                case OPTION, ACCEPT, RECEIVE, RELEASE -> call(step, command(step));
                case ENTERED -> entered(step);
                case HELD -> log.callbackDeferred(cast.call(step.text("call")).entered());
                case RETURN -> returnHeld(step);
                case RETURNED -> returned(step);
                case ARRIVED -> recent.bytesArrived(cast.socket(step.text("on")));
                case COMPLETED -> completed(step);
                case DISABLED -> recent.callbackDisabled(cast.socket(step.text("on")), step.event());
                case QUIET -> quiet(step);
                case WAITS -> ask(step, new EngineCommand.SetFaithfulWaits(cast.waits(step.text("mode"))));
                case NOTED -> recent.violationFound(cast.socket(step.text("on")), step.violation());
                case STUCK -> recent.deadlockFound(cast.socket(step.text("on")));
                case UNSTICK -> ask(step, new EngineCommand.BreakWaits());
                case MARK -> {}
            }
        }

        private SocketId on(ScenarioStep step) {
            return cast.socket(step.text("socket"));
        }

        private void open(ScenarioStep step, SocketCategory category) {
            CommandOutcome created =
                    session.execute(new EngineCommand.CreateSocket(category, WskSocketParameters.AF_INET));
            SocketId socket = created.socket();
            if (socket == null) {
                throw new ScenarioFailedException("no socket could be made: " + created.status());
            }
            cast.nameSocket(step.text("as"), socket);
            for (WskCallback callback : WskCallback.values()) {
                if (callback.event() != null) {
                    session.execute(new EngineCommand.SetBehaviour(socket, callback, CallbackBehaviour.PLAIN));
                }
            }
            if (step.optional("conditional").filter("true"::equals).isPresent()) {
                ask(step, new EngineCommand.SetConditionalAccept(socket, true));
            }
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ask(step, new EngineCommand.Bind(socket, anyPort, false));
            log.bound(socket);
            ask(step, new EngineCommand.SetEventCallback(socket, step.mask(), false));
        }

        private void connect(ScenarioStep step) {
            recent = LogWait.fromNow(session);
            PeerSettings settings = new PeerSettings(log.bound(cast.socket(step.text("to"))), 1, 1, 0);
            EngineCommand start = new EngineCommand.StartPeer(PeerKind.MANUAL, settings);
            CommandOutcome started = step.optional("outcome").isPresent() ? session.execute(start) : ask(step, start);
            cast.namePeer(step.text("as"), started.peer());
        }

        private void send(ScenarioStep step) {
            recent = LogWait.fromNow(session);
            byte[] bytes = step.text("text").getBytes(StandardCharsets.UTF_8);
            ask(step, new EngineCommand.SendFromPeer(cast.peer(step.text("peer")), bytes));
        }

        private void reset(ScenarioStep step) {
            recent = LogWait.fromNow(session);
            ask(step, new EngineCommand.ResetPeer(cast.peer(step.text("peer"))));
        }

        private void turnedAway(ScenarioStep step) {
            NtStatus end = PeerWait.ended(session, cast.peer(step.text("peer")));
            if (!end.equals(NtStatus.STATUS_CONNECTION_REFUSED) && !end.equals(NtStatus.STATUS_CONNECTION_RESET)) {
                throw new ScenarioFailedException("the remote end was not turned away, it ended with " + end);
            }
        }

        private void decide(ScenarioStep step) {
            ScenarioCast.Call call = cast.call(step.text("call"));
            int serialNumber = (int) log.amount(call.entered());
            call(step, new EngineCommand.InspectComplete(call.socket(), serialNumber, step.action()));
        }

        private void inspected(ScenarioStep step) {
            long expected = log.amount(cast.call(step.text("call")).entered());
            CommandOutcome answer = ask(step, new EngineCommand.QueryInspectId(on(step)));
            if (!answer.message().arguments().equals(List.of(Long.toString(expected)))) {
                throw new ScenarioFailedException(
                        "the inspect id is " + answer.message().arguments() + " instead of " + expected);
            }
        }

        private void call(ScenarioStep step, EngineCommand command) {
            recent = LogWait.fromNow(session);
            CommandOutcome answer = session.execute(command);
            NtStatus expected = step.status("answer");
            if (!answer.status().equals(expected)) {
                throw new ScenarioFailedException("the answer was " + answer.status() + " instead of " + expected);
            }
            step.optional("irp").ifPresent(name -> cast.nameIrp(name, answer.irp()));
        }

        private EngineCommand command(ScenarioStep step) {
            SocketId socket = on(step);
            return switch (step.verb()) {
                case OPTION ->
                    new EngineCommand.SetEventCallback(
                            socket, step.mask(), step.optional("irp").isPresent());
                case ACCEPT -> new EngineCommand.Accept(socket);
                case RECEIVE -> new EngineCommand.Receive(socket, step.number("length"), 0);
                case RELEASE -> new EngineCommand.ReleaseRetained(socket);
                default -> throw new IllegalStateException(step.words());
            };
        }

        private void entered(ScenarioStep step) {
            SocketId socket = cast.socket(step.text("on"));
            long entered = recent.callbackEntered(socket, step.callback());
            cast.nameCall(step.text("as"), new ScenarioCast.Call(socket, entered));
            step.optional("amount").map(Long::valueOf).ifPresent(expected -> {
                long amount = log.amount(entered);
                if (amount != expected) {
                    throw new ScenarioFailedException("the callback was given " + amount + " instead of " + expected);
                }
            });
        }

        private void returnHeld(ScenarioStep step) {
            recent = LogWait.fromNow(session);
            ScenarioCast.Call call = cast.call(step.text("call"));
            long accepted = step.optional("accept").map(Long::valueOf).orElse(CallbackBehaviour.ALL_BYTES);
            ask(step, new EngineCommand.ReturnHeld(call.socket(), call.entered(), step.status("status"), accepted));
            log.callbackReturned(call.entered());
        }

        private void returned(ScenarioStep step) {
            long entered = cast.call(step.text("call")).entered();
            log.callbackReturned(entered);
            step.optional("status").map(ScenarioStep::parseStatus).ifPresent(expected -> {
                if (!log.returnedStatus(entered).equals(expected)) {
                    throw new ScenarioFailedException(
                            "the callback returned " + log.returnedStatus(entered) + " instead of " + expected);
                }
            });
        }

        private void completed(ScenarioStep step) {
            int irp = cast.irp(step.text("irp"));
            NtStatus status = log.irpCompleted(irp);
            if (!status.equals(step.status("status"))) {
                throw new ScenarioFailedException(
                        "IRP #" + irp + " completed with " + status + " instead of " + step.status("status"));
            }
            step.optional("after").ifPresent(name -> {
                if (log.callbackReturned(cast.call(name).entered()) > log.irpCompletion(irp)) {
                    throw new ScenarioFailedException("IRP #" + irp + " completed before the callback had returned");
                }
            });
            step.optional("as").ifPresent(name -> cast.nameSocket(name, log.acceptedByIrp(irp)));
        }

        private void quiet(ScenarioStep step) {
            LogWait since = log.after(cast.call(step.text("since")).entered());
            SocketId socket = cast.socket(step.text("on"));
            if (since.callsEntered(socket, step.callback(), end()) > 0) {
                throw new ScenarioFailedException(
                        step.callback().functionName() + " was called although it must not be");
            }
        }

        private CallbackBehaviour behaviour(ScenarioStep step) {
            CallbackBehaviour behaviour = step.text("callback").equals("DISCONNECT")
                    ? CallbackBehaviour.PLAIN
                    : step.optional("echo").filter("true"::equals).isPresent()
                            ? CallbackBehaviour.ECHO
                            : CallbackBehaviour.PLAIN;
            if (step.optional("wait").filter("true"::equals).isPresent()) {
                behaviour = behaviour.waiting();
            }
            behaviour = behaviour.returning(
                    step.optional("return").map(ScenarioStep::parseStatus).orElse(NtStatus.STATUS_SUCCESS));
            behaviour = behaviour.accepting(
                    step.optional("accept").map(Long::valueOf).orElse(CallbackBehaviour.ALL_BYTES));
            return switch (step.optional("hold").orElse("no")) {
                case "every" -> behaviour.holding();
                case "once" -> behaviour.holdingOnce();
                default -> behaviour;
            };
        }

        private CommandOutcome ask(ScenarioStep step, EngineCommand command) {
            CommandOutcome outcome = session.execute(command);
            if (!outcome.status().isSuccess()) {
                throw new ScenarioFailedException(step.words() + " was answered with " + outcome.status());
            }
            return outcome;
        }
    }
}
