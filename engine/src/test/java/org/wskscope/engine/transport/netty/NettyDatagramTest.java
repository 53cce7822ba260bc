package org.wskscope.engine.transport.netty;

import org.junit.jupiter.api.extension.ExtendWith;
import org.wskscope.engine.transport.DatagramContract;
import org.wskscope.engine.transport.Transport;

@ExtendWith(NoBufferLeaks.class)
class NettyDatagramTest extends DatagramContract {
    @Override
    protected Transport newTransport() {
        return new NettyTransport(PROCESSORS);
    }
}
