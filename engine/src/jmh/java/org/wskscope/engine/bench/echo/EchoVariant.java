package org.wskscope.engine.bench.echo;

import java.net.InetSocketAddress;
import java.util.Locale;

/** The rivals. */
enum EchoVariant {
    /** Netty alone, with the options the transport sets. */
    RAW {
        @Override
        InetSocketAddress start(EchoSetup setup) throws Exception {
            return setup.udp() ? RawNettyEcho.startDatagram(setup) : RawNettyEcho.startStream(setup);
        }
    },
    /** Our transport alone: no WSK, no trace log. */
    TRANSPORT {
        @Override
        InetSocketAddress start(EchoSetup setup) throws Exception {
            return new TransportEcho(setup).start();
        }
    };

    /** Starts the echo server in this process; it runs until the process ends. */
    abstract InetSocketAddress start(EchoSetup setup) throws Exception;

    static EchoVariant named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
