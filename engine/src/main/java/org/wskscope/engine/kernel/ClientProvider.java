package org.wskscope.engine.kernel;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.AddressInfo;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskSocketParameters;

/** The client-level functions of one registration (section 1.1). Any thread. */
final class ClientProvider implements WskProvider {
    private final ClientRegistration client;
    private final ClientControl control;
    private final ClientNames names;
    private final MisuseChecks conduct;

    ClientProvider(ClientRegistration client) {
        this.client = client;
        this.control = new ClientControl(client);
        this.names = new ClientNames(client);
        this.conduct = new MisuseChecks(client.kernel, RecordHead.NO_SOCKET.value());
    }

    @Override
    public int version() {
        return client.kernel.options.providerVersion();
    }

    @Override
    public NtStatus socket(WskSocketParameters parameters, @Nullable Irp irp) {
        Request request = Request.open(client.kernel, WskFunction.WSK_SOCKET, irp);
        request.isMalformed = parameters == null;
        request.detail = parameters == null ? 0 : parameters.category().flag();
        return perform(request, checked -> {
            if (!isValid(parameters)) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
            if (parameters.socketType() == WskSocketParameters.SOCK_RAW
                    && parameters.category() != SocketCategory.BASIC) {
                return NtStatus.STATUS_NOT_SUPPORTED;
            }
            SocketCore core = create(parameters);
            core.context = parameters.socketContext();
            core.announce(checked.called);
            checked.pointer = core.handle();
            return NtStatus.STATUS_SUCCESS;
        });
    }

    @Override
    public NtStatus socketConnect(
            WskSocketParameters parameters,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable Irp irp) {
        Request request = Request.open(client.kernel, WskFunction.WSK_SOCKET_CONNECT, irp);
        request.isMalformed = parameters == null || localAddress == null || remoteAddress == null;
        return perform(request, checked -> {
            int family = familyOf(localAddress);
            boolean resolved = !localAddress.isUnresolved() && !remoteAddress.isUnresolved();
            if (parameters.category() != SocketCategory.CONNECTION
                    || !resolved
                    || !isValid(parameters.withAddressFamily(family))
                    || familyOf(remoteAddress) != family) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
            ConnectionSocketCore core = new ConnectionSocketCore(client, identity(SocketCategory.CONNECTION, family));
            core.context = parameters.socketContext();
            core.setTable((WskClientConnectionDispatch) parameters.dispatch());
            core.announce(checked.called);
            return core.connecting.createConnected(checked, localAddress, remoteAddress);
        });
    }

    @Override
    public NtStatus controlClient(ControlParameters parameters, @Nullable Irp irp) {
        Request request = Request.open(client.kernel, WskFunction.WSK_CONTROL_CLIENT, irp);
        request.setControl(parameters);
        return perform(request, control::perform);
    }

    @Override
    public NtStatus getAddressInfo(
            @Nullable String nodeName,
            @Nullable String serviceName,
            int nameSpace,
            @Nullable AddressInfo hints,
            @Nullable Irp irp) {
        Request request = Request.open(client.kernel, WskFunction.WSK_GET_ADDRESS_INFO, irp);
        request.flags = hints == null ? 0 : hints.flags();
        ClientNames.Question question = new ClientNames.Question(nodeName, serviceName, nameSpace, hints);
        return perform(request, checked -> {
            client.kernel.checkPassive(RecordHead.NO_SOCKET.value(), checked.called);
            return names.getAddresses(checked, question);
        });
    }

    @Override
    public void freeAddressInfo(AddressInfo list) {
        Request request = Request.open(client.kernel, WskFunction.WSK_FREE_ADDRESS_INFO, null);
        request.isMalformed = list == null;
        perform(request, checked -> {
            client.kernel.checkPassive(RecordHead.NO_SOCKET.value(), checked.called);
            names.free(checked, list);
            return NtStatus.STATUS_SUCCESS;
        });
    }

    @Override
    public NtStatus getNameInfo(InetSocketAddress address, int flags, @Nullable Irp irp) {
        Request request = Request.open(client.kernel, WskFunction.WSK_GET_NAME_INFO, irp);
        request.setAddress(address);
        request.flags = flags;
        return perform(request, checked -> {
            client.kernel.checkPassive(RecordHead.NO_SOCKET.value(), checked.called);
            return names.getName(checked, address, flags);
        });
    }

    /** The call counts as one of the registration until it has returned (API-REG-10). */
    private NtStatus perform(Request request, Function<Request, NtStatus> body) {
        client.kernel.transport.checkCaller();
        client.callBegan();
        try {
            return answer(request, body);
        } finally {
            client.callEnded();
        }
    }

    private NtStatus answer(Request request, Function<Request, NtStatus> body) {
        Kernel kernel = client.kernel;
        CallContext here = kernel.callContext();
        TraceStamp stamp = new TraceStamp();
        int none = RecordHead.NO_SOCKET.value();
        WskFunction function = request.function;
        int number = request.number;
        long called = kernel.trace.functionCalled(
                kernel.stamp(stamp, here.cause()), none, function, number, request.recordedCode(), request.detail);
        request.called = called;
        synchronized (conduct) {
            conduct.check(request, stamp.causedBy(called), here);
        }
        NtStatus status = refusal(request);
        if (status.isSuccess()) {
            status = body.apply(request);
        }
        Irp irp = request.irp;
        if (irp != null && !status.equals(NtStatus.STATUS_PENDING)) {
            long completed = kernel.trace.irpCompleted(kernel.stamp(stamp, called), none, function, number, status, 0);
            IrpFinisher.complete(kernel, irp, status, request.pointer, completed);
        }
        kernel.trace.functionReturned(kernel.stamp(stamp, called), none, function, number, status, called);
        return status;
    }

    private NtStatus refusal(Request request) {
        if (!client.isCaptured()) {
            client.violation(Violation.CLIENT_FUNCTION_AFTER_RELEASE, request.called);
            return NtStatus.STATUS_DEVICE_NOT_READY;
        }
        if (request.irpRefused) {
            client.violation(Violation.IRP_REUSED_WHILE_PENDING, request.called);
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (request.isMalformed) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        boolean needsIrp = request.function != WskFunction.WSK_CONTROL_CLIENT
                && request.function != WskFunction.WSK_FREE_ADDRESS_INFO;
        return needsIrp && request.irp == null ? NtStatus.STATUS_INVALID_PARAMETER : NtStatus.STATUS_SUCCESS;
    }

    private SocketCore create(WskSocketParameters parameters) {
        SocketIdentity identity = identity(parameters.category(), parameters.addressFamily());
        return switch (parameters.category()) {
            case BASIC -> new BasicSocketCore(client, identity);
            case LISTEN -> {
                ListenSocketCore core = new ListenSocketCore(client, identity);
                core.setTable((WskClientListenDispatch) parameters.dispatch());
                yield core;
            }
            case DATAGRAM -> {
                DatagramSocketCore core = new DatagramSocketCore(client, identity);
                core.setTable((WskClientDatagramDispatch) parameters.dispatch());
                yield core;
            }
            case CONNECTION -> {
                ConnectionSocketCore core = new ConnectionSocketCore(client, identity);
                core.setTable((WskClientConnectionDispatch) parameters.dispatch());
                yield core;
            }
            case STREAM -> new StreamSocketCore(client, identity, (WskClientStreamDispatch) parameters.dispatch());
        };
    }

    private SocketIdentity identity(SocketCategory category, int family) {
        return new SocketIdentity(client.kernel.nextSocketId(), category, family, client.kernel.nextProcessor());
    }

    /** Section 1.2: category, type, protocol and family fit, and so does the client's table (API-OBJ-04, API-SCK-18). */
    private static boolean isValid(WskSocketParameters parameters) {
        int type = parameters.socketType();
        boolean family = parameters.addressFamily() == WskSocketParameters.AF_INET
                || parameters.addressFamily() == WskSocketParameters.AF_INET6;
        boolean tcp =
                type == WskSocketParameters.SOCK_STREAM && parameters.protocol() == WskSocketParameters.IPPROTO_TCP;
        boolean udp =
                type == WskSocketParameters.SOCK_DGRAM && parameters.protocol() == WskSocketParameters.IPPROTO_UDP;
        boolean raw = type == WskSocketParameters.SOCK_RAW;
        Object table = parameters.dispatch();
        return family
                && switch (parameters.category()) {
                    case BASIC -> (tcp || udp || raw) && table == null && parameters.socketContext() == null;
                    case LISTEN -> tcp && (table == null || table instanceof WskClientListenDispatch);
                    case CONNECTION -> tcp && (table == null || table instanceof WskClientConnectionDispatch);
                    case DATAGRAM -> (udp || raw) && (table == null || table instanceof WskClientDatagramDispatch);
                    case STREAM -> tcp && (table == null || table instanceof WskClientStreamDispatch);
                };
    }

    /** The address family constant of an address. */
    static int familyOf(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                ? WskSocketParameters.AF_INET
                : WskSocketParameters.AF_INET6;
    }
}
