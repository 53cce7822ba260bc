package org.wskscope.engine.transport.netty;

import org.junit.jupiter.api.extension.ExtendWith;
import org.wskscope.engine.transport.StreamContract;
import org.wskscope.engine.transport.Transport;

@ExtendWith(NoBufferLeaks.class)
class NettyStreamTest extends StreamContract {
    @Override
    protected Transport newTransport() {
        return new NettyTransport(PROCESSORS);
    }
}
