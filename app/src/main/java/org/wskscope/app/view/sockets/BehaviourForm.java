package org.wskscope.app.view.sockets;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.wskscope.app.control.FieldWithError;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.WskCallback;

/** Asks what a callback of a socket does from its next call on. FX thread. */
final class BehaviourForm {
    private static final long MOST_WORK_MILLIS = 60_000;

    /** Which calls stay in progress until somebody returns them. */
    private enum Hold {
        NONE,
        NEXT,
        EVERY
    }

    private BehaviourForm() {}

    static void show(SocketRow row, WskCallback callback, CallbackBehaviour now, SocketForms forms, Node anchor) {
        SocketText words = forms.words();
        CommandForm form = forms.form("behaviour", callback.functionName(), row.name());
        ObjectProperty<NtStatus> status = form.choice(
                "returns",
                SocketEvents.permittedReturns(callback),
                value -> SocketText.answer(callback, value),
                now.status());
        status.set(now.status());
        boolean receives = callback == WskCallback.RECEIVE;
        FieldWithError<Long> accepted =
                receives ? form.number("acceptedOrAll", -1, 1_048_576, now.bytesAccepted()) : null;
        FieldWithError<Long> work =
                form.number("workMillis", 0, MOST_WORK_MILLIS, TimeUnit.NANOSECONDS.toMillis(now.workNanos()));
        ObjectProperty<Hold> hold =
                form.choice("hold", List.of(Hold.values()), value -> words.text("hold." + value), holdOf(now));
        hold.set(holdOf(now));
        boolean echoes = receives || callback == WskCallback.RECEIVE_FROM;
        CheckBox echo = echoes ? form.check("echo", now.echo()) : new CheckBox();
        echo.setSelected(now.echo());
        CheckBox close =
                callback == WskCallback.DISCONNECT ? form.check("closeAfter", now.closeAfter()) : new CheckBox();
        close.setSelected(now.closeAfter());
        boolean mayWait = callback == WskCallback.RECEIVE || callback == WskCallback.DISCONNECT;
        CheckBox wait = mayWait ? form.check("waits", now.waits()) : new CheckBox();
        wait.setSelected(now.waits());
        ActsEditor acts = new ActsEditor(now.acts(), callback, SocketEvents.changedBy(row, callback), words);
        form.addPart(acts);
        forms.show(form, anchor, () -> {
            long bytes = accepted == null
                    ? CallbackBehaviour.ALL_BYTES
                    : accepted.value().orElse(CallbackBehaviour.ALL_BYTES);
            CallbackBehaviour wanted = new CallbackBehaviour(
                    status.get(),
                    bytes,
                    TimeUnit.MILLISECONDS.toNanos(work.value().orElse(0L)),
                    hold.get() != Hold.NONE,
                    hold.get() == Hold.NEXT,
                    echo.isSelected(),
                    close.isSelected(),
                    wait.isSelected(),
                    acts.acts());
            forms.send(form, new EngineCommand.SetBehaviour(row.id(), callback, wanted));
        });
    }

    private static Hold holdOf(CallbackBehaviour behaviour) {
        if (!behaviour.hold()) {
            return Hold.NONE;
        }
        return behaviour.holdOnce() ? Hold.NEXT : Hold.EVERY;
    }
}
