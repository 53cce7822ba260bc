package org.wskscope.engine.transport.netty;

import org.junit.jupiter.api.extension.ExtendWith;
import org.wskscope.engine.transport.ListenerContract;
import org.wskscope.engine.transport.Transport;

@ExtendWith(NoBufferLeaks.class)
class NettyListenerTest extends ListenerContract {
    @Override
    protected Transport newTransport() {
        return new NettyTransport(PROCESSORS);
    }
}
