package org.wskscope.engine.transport.netty;

import org.junit.jupiter.api.extension.ExtendWith;
import org.wskscope.engine.transport.FidelityContract;
import org.wskscope.engine.transport.Transport;

@ExtendWith(NoBufferLeaks.class)
class NettyFidelityTest extends FidelityContract {
    @Override
    protected Transport newTransport() {
        return new NettyTransport(PROCESSORS);
    }
}
