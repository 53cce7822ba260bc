/**
 * Winsock Kernel over Netty, with a log of everything that happened. The front rooms are exported; the rest of the house is
 * nobody's business. No window toolkit and no {@code java.util.logging} can be used here: they are not required.
 */
module org.wskscope.engine {
    requires java.management;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;
    requires org.slf4j;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires org.snakeyaml.engine;

    exports org.wskscope.engine.chance;
    exports org.wskscope.engine.nt;
    exports org.wskscope.engine.projection;
    exports org.wskscope.engine.recording;
    exports org.wskscope.engine.scenario;
    exports org.wskscope.engine.session;
    exports org.wskscope.engine.time;
    exports org.wskscope.engine.trace;
    exports org.wskscope.engine.wsk;
}
