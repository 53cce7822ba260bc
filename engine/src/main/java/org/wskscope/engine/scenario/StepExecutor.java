package org.wskscope.engine.scenario;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

/** The steps that do something. Owned by the thread that plays. */
final class StepExecutor {
    /** Datagrams of a burst a second: as many as a peer may. */
    private static final double BURST_RATE = 100_000;

    private static final int MOST_CLIENTS = 16;

    private final ScenarioContext stage;

    StepExecutor(ScenarioContext stage) {
        this.stage = stage;
    }

    /** False when the step is no deed. */
    boolean perform(ScenarioStep step) {
        switch (step.verb()) {
            case CLIENT -> client(step);
            case LISTEN -> open(step, SocketCategory.LISTEN);
            case DATAGRAMS -> open(step, SocketCategory.DATAGRAM);
            case BEHAVE ->
                stage.ask(step, new EngineCommand.SetBehaviour(socket(step), step.callback(), behaviour(step)));
            case CONNECT, SERVE -> peer(step);
            case BURST -> burst(step);
            case DIAL -> dial(step);
            case SEND -> send(step);
            case FINISH -> remote(step, new EngineCommand.FinishPeer(peerOf(step)));
            case RESET -> remote(step, new EngineCommand.ResetPeer(peerOf(step)));
            case OPTION, ACCEPT, RECEIVE, REPLY, RELEASE, CLOSE, MISUSE -> call(step, command(step));
            case DECIDE -> decide(step);
            case QUERY -> query(step);
            case CANCEL -> cancel(step);
            case BACKLOG -> report(step, new EngineCommand.SetIdealBacklog(socket(step), step.number("bytes")));
            case FAIL -> report(step, new EngineCommand.FailTransport(socket(step)));
            case RETURN -> returnHeld(step);
            case WAITS ->
                stage.ask(
                        step,
                        new EngineCommand.SetFaithfulWaits(step.text("mode").equals("faithful")));
            case UNSTICK -> stage.ask(step, new EngineCommand.BreakWaits());
            default -> {
                return false;
            }
        }
        return true;
    }

    private SocketId socket(ScenarioStep step) {
        return stage.socket(step, "socket");
    }

    private int peerOf(ScenarioStep step) {
        return stage.cast.peer(step.text("peer"));
    }

    private void report(ScenarioStep step, EngineCommand command) {
        stage.begin();
        stage.ask(step, command);
    }

    private void remote(ScenarioStep step, EngineCommand command) {
        stage.beginRemotely();
        stage.ask(step, command);
    }

    private void client(ScenarioStep step) {
        String first = stage.scenario + "-" + step.text("as");
        String name = first;
        // A scenario stopped at a moment leaves its client behind.
        for (int number = 2;
                !stage.session
                        .execute(new EngineCommand.RegisterClient(name))
                        .status()
                        .isSuccess();
                number++) {
            if (number > MOST_CLIENTS) {
                throw new ScenarioFailedException("no further client could be registered");
            }
            name = first + "-" + number;
        }
        stage.cast.nameClient(step.text("as"), name);
        if (step.optional("static").isPresent()) {
            stage.ask(step, new EngineCommand.SetStaticEventCallbacks(step.mask("static"), name));
        }
    }

    private void open(ScenarioStep step, SocketCategory category) {
        stage.begin();
        String client = step.optional("client").map(stage.cast::client).orElse(EngineCommand.FIRST_CLIENT);
        SocketId socket = named(
                step,
                stage.session.execute(new EngineCommand.CreateSocket(category, WskSocketParameters.AF_INET, client)));
        if (step.optional("conditional").filter("true"::equals).isPresent()) {
            stage.ask(step, new EngineCommand.SetConditionalAccept(socket, true));
        }
        stage.ask(step, new EngineCommand.Bind(socket, anyPort(), false));
        stage.log.bound(socket);
        if (step.optional("events").isPresent()) {
            stage.ask(step, new EngineCommand.SetEventCallback(socket, step.mask("events"), false));
        }
    }

    private void dial(ScenarioStep step) {
        stage.begin();
        InetSocketAddress server = stage.session.peers().stream()
                .filter(row -> row.id() == stage.cast.peer(step.text("to")))
                .findFirst()
                .map(PeerRow::local)
                .orElseThrow(() -> new ScenarioFailedException(step.text("to") + " does not wait for a connection"));
        CommandOutcome made = stage.session.execute(new EngineCommand.SocketConnect(server));
        named(step, made);
        step.optional("irp").ifPresent(name -> stage.cast.nameIrp(name, made.irp()));
    }

    /** A new socket gets its name, and callbacks that do nothing but return. */
    private SocketId named(ScenarioStep step, CommandOutcome made) {
        SocketId socket = made.socket();
        if (socket == null) {
            throw new ScenarioFailedException("no socket could be made: " + made.status());
        }
        stage.cast.nameSocket(step.text("as"), socket);
        for (WskCallback callback : WskCallback.values()) {
            if (callback.event() != null) {
                stage.session.execute(new EngineCommand.SetBehaviour(socket, callback, CallbackBehaviour.PLAIN));
            }
        }
        return socket;
    }

    /** A real network delivers datagrams one by one, and the first would be indicated alone. */
    private void burst(ScenarioStep step) {
        if (step.optional("collect").isEmpty()) {
            peer(step);
            return;
        }
        SocketId socket = stage.socket(step, "to");
        WskEvent event = ScenarioStep.parseEvent(step.text("collect"));
        stage.ask(step, new EngineCommand.SetEventCallback(socket, EventMask.disabling(event), false));
        peer(step);
        stage.awaits().datagrams(socket, step.number("count"));
        stage.ask(step, new EngineCommand.SetEventCallback(socket, EventMask.of(event), false));
    }

    private void peer(ScenarioStep step) {
        if (step.verb() == ScenarioVerb.SERVE) {
            stage.begin();
        } else {
            stage.beginRemotely();
        }
        PeerKind kind = switch (step.verb()) {
            case SERVE -> PeerKind.SERVER;
            case BURST -> PeerKind.DATAGRAM_BURST;
            default -> step.optional("reads").filter("no"::equals).isPresent() ? PeerKind.UNREADING : PeerKind.MANUAL;
        };
        InetSocketAddress target = kind == PeerKind.SERVER ? anyPort() : stage.log.bound(stage.socket(step, "to"));
        PeerSettings settings = new PeerSettings(target, step.number("length", 1), BURST_RATE, step.number("count", 1));
        EngineCommand start = new EngineCommand.StartPeer(kind, settings);
        CommandOutcome started =
                step.optional("outcome").isPresent() ? stage.session.execute(start) : stage.ask(step, start);
        stage.cast.namePeer(step.text("as"), started.peer());
    }

    private void send(ScenarioStep step) {
        stage.beginRemotely();
        CommandOutcome sent = stage.session.execute(new EngineCommand.SendFromPeer(peerOf(step), step.payload()));
        expect(sent.status(), step.optional("answer").orElse("SUCCESS"));
    }

    private void cancel(ScenarioStep step) {
        int irp = stage.cast.irp(step.text("irp"));
        stage.log.irpOutcome(irp).ifPresent(status -> {
            throw new ScenarioFailedException(step.text("irp") + " had completed with " + status
                    + " before this step, so there is nothing to cancel; cancel an IRP that still pends");
        });
        report(step, new EngineCommand.CancelIrp(irp));
    }

    private void decide(ScenarioStep step) {
        ScenarioBindings.Call call = stage.cast.call(step.text("call"));
        int serialNumber = (int) stage.log.amount(call.entered());
        call(step, new EngineCommand.InspectComplete(call.socket(), serialNumber, step.action()));
    }

    private void call(ScenarioStep step, EngineCommand command) {
        stage.begin();
        CommandOutcome answer = stage.session.execute(command);
        if (step.optional("answer").isPresent()) {
            expect(answer.status(), step.text("answer"));
        }
        step.optional("irp").ifPresent(name -> stage.cast.nameIrp(name, answer.irp()));
    }

    static void expect(NtStatus answer, String expected) {
        List<NtStatus> right = ScenarioStep.parseStatuses(expected);
        if (!right.contains(answer)) {
            String names = right.stream().map(NtStatus::toString).collect(Collectors.joining(" or "));
            throw new ScenarioFailedException("the answer was " + answer + " instead of " + names);
        }
    }

    private EngineCommand command(ScenarioStep step) {
        SocketId socket = socket(step);
        return switch (step.verb()) {
            case OPTION ->
                new EngineCommand.SetEventCallback(
                        socket, step.mask("events"), step.optional("irp").isPresent());
            case ACCEPT -> new EngineCommand.Accept(socket);
            case RECEIVE -> new EngineCommand.Receive(socket, step.number("length"), 0);
            case REPLY -> new EngineCommand.Send(socket, step.payload(), null);
            case RELEASE ->
                step.optional("list").isEmpty()
                        ? new EngineCommand.ReleaseRetained(socket)
                        : new EngineCommand.ReleaseList(
                                socket, step.number("list"), step.number("first", 1), step.number("last", 0));
            case CLOSE -> new EngineCommand.CloseSocket(socket);
            case MISUSE -> new EngineCommand.UseAfterClose(socket);
            default -> throw new IllegalStateException(step.words());
        };
    }

    private void query(ScenarioStep step) {
        stage.begin();
        boolean send = step.text("backlog").equals("SEND");
        CommandOutcome answer = stage.ask(step, new EngineCommand.QueryBacklog(socket(step), send));
        step.optional("irp").ifPresent(name -> stage.cast.nameIrp(name, answer.irp()));
        List<String> values = answer.message().arguments();
        if (!values.equals(List.of(step.text("value")))) {
            throw new ScenarioFailedException("the backlog is " + values + " instead of " + step.text("value"));
        }
    }

    private void returnHeld(ScenarioStep step) {
        stage.begin();
        ScenarioBindings.Call call = stage.cast.call(step.text("call"));
        long accepted = step.optional("accept").map(Long::valueOf).orElse(CallbackBehaviour.ALL_BYTES);
        stage.ask(step, new EngineCommand.ReturnHeld(call.socket(), call.entered(), step.status("status"), accepted));
        stage.log.callbackReturned(call.entered());
    }

    private static CallbackBehaviour behaviour(ScenarioStep step) {
        CallbackBehaviour behaviour =
                step.optional("echo").filter("true"::equals).isPresent()
                        ? CallbackBehaviour.ECHO
                        : CallbackBehaviour.PLAIN;
        behaviour = behaviour
                .returning(
                        step.optional("return").map(ScenarioStep::parseStatus).orElse(NtStatus.STATUS_SUCCESS))
                .accepting(step.optional("accept").map(Long::valueOf).orElse(CallbackBehaviour.ALL_BYTES))
                .doing(step.optional("do").map(ScenarioStep::parseActs).orElse(List.of()));
        if (step.optional("wait").filter("true"::equals).isPresent()) {
            behaviour = behaviour.waiting();
        }
        return switch (step.optional("hold").orElse("no")) {
            case "every" -> behaviour.holding();
            case "once" -> behaviour.holdingOnce();
            default -> behaviour;
        };
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
