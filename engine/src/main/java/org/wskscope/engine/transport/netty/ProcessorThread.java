package org.wskscope.engine.transport.netty;

import io.netty.util.concurrent.FastThreadLocalThread;

/** The thread of one {@link ProcessorLoop}; its type makes "which processor am I?" one comparison. */
final class ProcessorThread extends FastThreadLocalThread {
    private final ProcessorLoop processor;

    ProcessorThread(Runnable work, String name, ProcessorLoop processor) {
        super(work, name);
        this.processor = processor;
        // A client's routine that never ends must not keep the program from ending.
        setDaemon(true);
    }

    ProcessorLoop processor() {
        return processor;
    }
}
