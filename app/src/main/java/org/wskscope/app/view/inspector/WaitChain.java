package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.HeldCall;
import org.wskscope.app.view.inspector.InspectorContent.WaitStep;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Tells what waits for what: a disable for the calls in progress, a held call for the person who holds it. FX thread. */
final class WaitChain {
    private final InspectorText words;

    WaitChain(InspectorText words) {
        this.words = words;
    }

    /** The steps, the held call at their end if there is one, and the rules that make it wait. */
    record Chain(List<WaitStep> steps, @Nullable HeldCall held, List<String> rules) {
        static final Chain NONE = new Chain(List.of(), null, List.of());
    }

    /** What a disable of {@code mask} waits for; {@code irp} 0 when nobody will be told. */
    Chain ofDisable(SocketRow row, EventMask mask, int irp, long sequence) {
        List<WaitStep> steps = new ArrayList<>();
        HeldCall held = null;
        for (CallbackInFlight call : row.callbacks()) {
            WskEvent event = call.callback().event();
            if (event == null || !mask.contains(event) || !row.waitingMask().contains(event)) {
                continue;
            }
            if (steps.isEmpty()) {
                String disable =
                        irp == 0 ? words.text("wait.disable") : words.text("wait.disableIrp", Integer.toString(irp));
                steps.add(new WaitStep(disable, Hue.WAITING, sequence));
            }
            held = add(steps, row, call);
        }
        return steps.isEmpty() ? Chain.NONE : new Chain(steps, held, List.of(irp == 0 ? "CTL-ECB-10" : "CTL-ECB-09"));
    }

    /** What a close that has begun waits for: calls in progress, then requests. */
    Chain ofClose(SocketRow row, long sequence) {
        if (row.state() != SocketState.CLOSING) {
            return Chain.NONE;
        }
        List<WaitStep> steps = new ArrayList<>();
        IrpInFlight close = null;
        for (IrpInFlight irp : row.irps()) {
            if (irp.function() == WskFunction.WSK_CLOSE_SOCKET) {
                close = irp;
            }
        }
        steps.add(new WaitStep(
                close == null ? words.text("wait.close") : words.text("wait.closeIrp", Integer.toString(close.irp())),
                Hue.WAITING,
                close == null ? sequence : close.pended()));
        HeldCall held = null;
        for (CallbackInFlight call : row.callbacks()) {
            held = add(steps, row, call);
        }
        for (IrpInFlight irp : row.irps()) {
            if (!irp.equals(close)) {
                steps.add(new WaitStep(
                        words.text(
                                "wait.request",
                                Integer.toString(irp.irp()),
                                irp.function().functionName()),
                        Hue.ACCENT,
                        irp.pended()));
            }
        }
        boolean calls = !row.callbacks().isEmpty();
        if (steps.size() == 1) {
            steps.add(last(close));
        }
        return new Chain(steps, held, List.of(calls ? "API-CLO-02" : "API-CLO-07"));
    }

    /** What a close waits for when no call and no request is left: a completion routine that runs, or the address. */
    private WaitStep last(@Nullable IrpInFlight close) {
        Hindrance hindrance = close == null ? Hindrance.NONE : close.hindrance();
        return hindrance.kind() == Hindrance.Kind.ROUTINE
                ? new WaitStep(
                        words.text("wait.routine", Long.toString(hindrance.record())), Hue.WAITING, hindrance.record())
                : new WaitStep(words.text("wait.transport"), Hue.NEUTRAL, -1);
    }

    /** What a request that is neither a disable nor a close waits for. */
    Chain ofRequest(IrpInFlight irp) {
        return new Chain(
                List.of(
                        new WaitStep(
                                words.text("inspector.irp.title", Integer.toString(irp.irp())),
                                Hue.ACCENT,
                                irp.pended()),
                        new WaitStep(words.text("wait.irp." + irp.function()), Hue.NEUTRAL, -1)),
                null,
                List.of());
    }

    /** What an open call waits for. */
    Chain ofCall(SocketRow row, TraceRecord.CallbackEntered entered) {
        for (CallbackInFlight call : row.callbacks()) {
            if (call.entered() == entered.head().sequence()) {
                List<WaitStep> steps = new ArrayList<>();
                HeldCall held = add(steps, row, call);
                return new Chain(steps, held, List.of());
            }
        }
        return Chain.NONE;
    }

    /** What an open wait of the client waits for; {@code began} is its record. */
    Chain ofWait(SocketRow row, long began) {
        List<WaitStep> steps = new ArrayList<>();
        row.waits().stream().filter(wait -> wait.began() == began).findFirst().ifPresent(wait -> add(steps, wait));
        return new Chain(steps, null, List.of());
    }

    /** What a wait of the client outside of WSK's calls waits for: a deregistration names the socket, the capture or the call (API-REG-10). */
    Chain ofClient(ScopeSnapshot snapshot, OpenWait wait) {
        List<WaitStep> steps = new ArrayList<>();
        add(steps, wait);
        Hindrance hindrance = wait.hindrance();
        SocketRow open = snapshot.socket(new SocketId(hindrance.socket()));
        HeldCall held = null;
        switch (hindrance.kind()) {
            case SOCKET -> {
                boolean closed = open == null || open.isClosed();
                String name = words.socketName(new SocketId(hindrance.socket()));
                steps.add(new WaitStep(
                        words.text(closed ? "wait.by.others" : "wait.by.socket", name, hindrance.others()),
                        Hue.ACCENT,
                        hindrance.record()));
                if (open != null && !closed) {
                    Chain close = ofClose(open, hindrance.record());
                    steps.addAll(close.steps());
                    held = close.held();
                }
            }
            case CAPTURE ->
                steps.add(new WaitStep(
                        words.text("wait.by.capture", Long.toString(hindrance.record()), hindrance.others()),
                        Hue.ACCENT,
                        hindrance.record()));
            case CALL -> steps.add(new WaitStep(words.text("wait.by.call"), Hue.ACCENT, hindrance.record()));
            case PROVIDER -> steps.add(new WaitStep(words.text("wait.by.provider"), Hue.NEUTRAL, -1));
            default -> {}
        }
        return new Chain(
                steps, held, List.of(hindrance.kind() == Hindrance.Kind.PROVIDER ? "API-REG-05" : "API-REG-10"));
    }

    private void add(List<WaitStep> steps, OpenWait wait) {
        String what = words.text("wait.for." + wait.what(), Integer.toString(wait.irp()));
        steps.add(new WaitStep(what, wait.isStuck() ? Hue.ERROR : Hue.WAITING, wait.began()));
        if (wait.isStuck()) {
            steps.add(new WaitStep(words.text("wait.circle"), Hue.ERROR, wait.explained()));
        }
    }

    private @Nullable HeldCall add(List<WaitStep> steps, SocketRow row, CallbackInFlight call) {
        Hue hue = Hue.ofLetter(call.callback().letter());
        steps.add(new WaitStep(words.text("wait.call", Long.toString(call.entered())), hue, call.entered()));
        OpenWait wait = row.waits().stream()
                .filter(each -> each.within() == call.entered())
                .findFirst()
                .orElse(null);
        if (wait != null) {
            add(steps, wait);
            return null;
        }
        if (!call.deferred()) {
            steps.add(new WaitStep(words.text("wait.work"), Hue.NEUTRAL, -1));
            return null;
        }
        steps.add(new WaitStep(words.text("wait.you"), Hue.NEUTRAL, -1));
        return new HeldCall(row.id(), call.entered(), call.callback());
    }
}
