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
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Tells what waits for what: a disable for the calls in progress, a held call for the person who holds it. FX thread. */
final class WaitChain {
    private final InspectorWords words;

    WaitChain(InspectorWords words) {
        this.words = words;
    }

    /** The steps, and the held call at their end if there is one. */
    record Chain(List<WaitStep> steps, @Nullable HeldCall held) {
        static final Chain NONE = new Chain(List.of(), null);
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
        return steps.isEmpty() ? Chain.NONE : new Chain(steps, held);
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
        if (steps.size() == 1) {
            steps.add(new WaitStep(words.text("wait.transport"), Hue.NEUTRAL, -1));
        }
        return new Chain(steps, held);
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
                null);
    }

    /** What an open call waits for. */
    Chain ofCall(SocketRow row, TraceRecord.CallbackEntered entered) {
        for (CallbackInFlight call : row.callbacks()) {
            if (call.entered() == entered.head().sequence()) {
                List<WaitStep> steps = new ArrayList<>();
                HeldCall held = add(steps, row, call);
                return new Chain(steps, held);
            }
        }
        return Chain.NONE;
    }

    /** What an open wait of the client waits for; {@code began} is its record. */
    Chain ofWait(SocketRow row, long began) {
        List<WaitStep> steps = new ArrayList<>();
        row.waits().stream().filter(wait -> wait.began() == began).findFirst().ifPresent(wait -> add(steps, wait));
        return new Chain(steps, null);
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
