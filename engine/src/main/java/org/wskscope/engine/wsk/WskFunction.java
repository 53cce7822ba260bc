package org.wskscope.engine.wsk;

/** The functions a client calls, by their C names (section 1.3). {@code ordinal()} is stored in trace records: append only. */
public enum WskFunction {
    WSK_SOCKET("WskSocket"),
    WSK_SOCKET_CONNECT("WskSocketConnect"),
    WSK_CONTROL_CLIENT("WskControlClient"),
    WSK_CONTROL_SOCKET("WskControlSocket"),
    WSK_CLOSE_SOCKET("WskCloseSocket"),
    WSK_BIND("WskBind"),
    WSK_LISTEN("WskListen"),
    WSK_ACCEPT("WskAccept"),
    WSK_INSPECT_COMPLETE("WskInspectComplete"),
    WSK_CONNECT("WskConnect"),
    WSK_CONNECT_EX("WskConnectEx"),
    WSK_GET_LOCAL_ADDRESS("WskGetLocalAddress"),
    WSK_GET_REMOTE_ADDRESS("WskGetRemoteAddress"),
    WSK_SEND("WskSend"),
    WSK_RECEIVE("WskReceive"),
    WSK_SEND_TO("WskSendTo"),
    WSK_RECEIVE_FROM("WskReceiveFrom"),
    WSK_SEND_MESSAGES("WskSendMessages"),
    WSK_DISCONNECT("WskDisconnect"),
    WSK_RELEASE("WskRelease"),
    WSK_GET_ADDRESS_INFO("WskGetAddressInfo"),
    WSK_FREE_ADDRESS_INFO("WskFreeAddressInfo"),
    WSK_GET_NAME_INFO("WskGetNameInfo"),
    WSK_REGISTER("WskRegister"),
    WSK_DEREGISTER("WskDeregister"),
    WSK_CAPTURE_PROVIDER_NPI("WskCaptureProviderNPI"),
    WSK_RELEASE_PROVIDER_NPI("WskReleaseProviderNPI");

    private final String functionName;

    WskFunction(String functionName) {
        this.functionName = functionName;
    }

    public String functionName() {
        return functionName;
    }
}
