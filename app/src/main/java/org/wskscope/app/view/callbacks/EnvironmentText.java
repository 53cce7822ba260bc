package org.wskscope.app.view.callbacks;

import java.net.InetSocketAddress;
import java.util.function.IntFunction;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.callbacks.EventText.Wording;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordVisitor;
import org.wskscope.engine.trace.TraceRecord;

/** Words each record of what surrounds the kernel. Pure. */
abstract class EnvironmentText implements RecordVisitor<Wording> {
    private final Messages bundle;
    private final IntFunction<String> names;

    EnvironmentText(Messages bundle, IntFunction<String> names) {
        this.bundle = bundle;
        this.names = names;
    }

    @Override
    public final Wording visit(TraceRecord.ChoicesSet record) {
        return record.choices().isEmpty()
                ? wording("choicesUsual", seed(record.seed()))
                : wording("choicesSet", record.choices(), seed(record.seed()));
    }

    /** A seed is a name, not an amount. */
    private static String seed(long seed) {
        return Long.toString(seed);
    }

    @Override
    public final Wording visit(TraceRecord.BehaviourSet record) {
        String callback = record.callback() == null ? "" : record.callback().functionName();
        return switch (record.origin()) {
            case CREATED -> wording("behaviourCreated");
            case INHERITED ->
                wording("behaviourInherited", names.apply(record.from().value()));
            case COMMAND -> wording("behaviourSet", callback, record.text());
            case HOLD_USED -> wording("behaviourHoldUsed", callback);
        };
    }

    @Override
    public final Wording visit(TraceRecord.PeerStarted record) {
        return wording("peerStarted", peer(record.peer()), record.text());
    }

    @Override
    public final Wording visit(TraceRecord.PeerBound record) {
        return wording("peerBound", peer(record.peer()), address(record.local()));
    }

    @Override
    public final Wording visit(TraceRecord.PeerChanged record) {
        boolean failed = !record.status().equals(NtStatus.STATUS_SUCCESS);
        return new Wording(
                bundle.get("record.peer." + record.change()),
                bundle.format(
                        "record.peerChanged.detail", peer(record.peer()), record.bytesSent(), record.bytesReceived()),
                failed ? record.status().name() : RecordLine.NOTHING,
                Hue.NEUTRAL);
    }

    @Override
    public final Wording visit(TraceRecord.ChoiceTaken record) {
        return wording(
                "choiceTaken", bundle.get("record.choice." + record.point()), record.taken() + 1, record.options());
    }

    /** A number is a name here, too. */
    private static String peer(int number) {
        return Integer.toString(number);
    }

    final Wording wording(String key, Object... arguments) {
        return new Wording(
                bundle.get("record." + key),
                bundle.format("record." + key + ".detail", arguments),
                RecordLine.NOTHING,
                Hue.NEUTRAL);
    }

    static String address(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
