package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.HeldCall;
import org.wskscope.app.view.inspector.InspectorContent.WaitStep;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskEvent;

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
                String disable = irp == 0 ? words.text("wait.disable") : words.text("wait.disableIrp", irp);
                steps.add(new WaitStep(disable, Hue.WAITING, sequence));
            }
            held = add(steps, row, call);
        }
        return steps.isEmpty() ? Chain.NONE : new Chain(steps, held);
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

    private @Nullable HeldCall add(List<WaitStep> steps, SocketRow row, CallbackInFlight call) {
        Hue hue = Hue.ofLetter(call.callback().letter());
        steps.add(new WaitStep(words.text("wait.call", Long.toString(call.entered())), hue, call.entered()));
        OpenWait wait = row.waits().stream()
                .filter(each -> each.within() == call.entered())
                .findFirst()
                .orElse(null);
        if (wait != null) {
            String what = words.text("wait.for." + wait.what(), Integer.toString(wait.irp()));
            steps.add(new WaitStep(what, wait.isStuck() ? Hue.ERROR : Hue.WAITING, wait.began()));
            if (wait.isStuck()) {
                steps.add(new WaitStep(words.text("wait.circle"), Hue.ERROR, wait.explained()));
            }
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
