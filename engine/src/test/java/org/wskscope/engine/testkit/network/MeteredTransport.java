package org.wskscope.engine.testkit.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** Another transport, whose channels count in a ledger what is under way. They must be opened on the processor they are to live on. */
final class MeteredTransport implements Transport {
    private final Transport inner;
    private final WireLedger ledger;

    MeteredTransport(Transport inner, WireLedger ledger) {
        this.inner = inner;
        this.ledger = ledger;
    }

    @Override
    public int processorCount() {
        return inner.processorCount();
    }

    @Override
    public TransportProcessor processor(int number) {
        return inner.processor(number);
    }

    @Override
    public int currentProcessor() {
        return inner.currentProcessor();
    }

    @Override
    public StreamChannel openStream(
            TransportProcessor processor, InetSocketAddress local, StreamListener listener, TransportCompletion bound) {
        MeteredStream metered = new MeteredStream(ledger, listener);
        return metered.around(inner.openStream(processor, local, metered, metered.operation(bound)));
    }

    @Override
    public TransportChannel openListener(
            TransportProcessor processor, ListenRequest request, AcceptListener listener, TransportCompletion bound) {
        MeteredListener metered = new MeteredListener(ledger, listener);
        return metered.around(inner.openListener(processor, request, metered, metered.operation(bound)));
    }

    @Override
    public DatagramChannel openDatagram(
            TransportProcessor processor,
            DatagramRequest request,
            DatagramListener listener,
            TransportCompletion bound) {
        MeteredDatagrams metered = new MeteredDatagrams(ledger, listener);
        return metered.around(inner.openDatagram(processor, request, metered, metered.operation(bound)));
    }

    @Override
    public void lookUpName(TransportProcessor processor, NameQuery query, NameAnswer.Listener notified) {
        inner.lookUpName(processor, query, notified);
    }

    @Override
    public void lookUpAddress(TransportProcessor processor, InetAddress address, NameAnswer.Listener notified) {
        inner.lookUpAddress(processor, address, notified);
    }

    @Override
    public List<InetAddress> localAddresses() {
        return inner.localAddresses();
    }

    @Override
    public void close() {
        inner.close();
    }
}
