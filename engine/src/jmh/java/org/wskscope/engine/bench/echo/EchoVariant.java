package org.wskscope.engine.bench.echo;

import java.util.Locale;

/** The rivals. */
enum EchoVariant {
    /** Netty alone, with the options the transport sets. */
    RAW {
        @Override
        RunningEcho start(EchoSetup setup) throws Exception {
            return new RunningEcho(setup.udp() ? RawNettyEcho.startDatagram(setup) : RawNettyEcho.startStream(setup));
        }
    },
    /** Our transport alone: no WSK, no trace log. */
    TRANSPORT {
        @Override
        RunningEcho start(EchoSetup setup) {
            return new RunningEcho(new TransportEcho(setup).start());
        }
    },
    /** A WSK application on the kernel, every event recorded. */
    ENGINE {
        @Override
        RunningEcho start(EchoSetup setup) throws Exception {
            return new EngineEcho(setup).start();
        }
    };

    /** Starts the echo server in this process; it runs until the process ends. */
    abstract RunningEcho start(EchoSetup setup) throws Exception;

    static EchoVariant named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
