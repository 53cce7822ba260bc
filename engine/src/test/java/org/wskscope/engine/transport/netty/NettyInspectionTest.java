package org.wskscope.engine.transport.netty;

import org.junit.jupiter.api.extension.ExtendWith;
import org.wskscope.engine.transport.EarlyInspectionContract;
import org.wskscope.engine.transport.Transport;

@ExtendWith(NoBufferLeaks.class)
class NettyInspectionTest extends EarlyInspectionContract {
    @Override
    protected Transport newTransport() {
        return new NettyTransport(PROCESSORS);
    }
}
