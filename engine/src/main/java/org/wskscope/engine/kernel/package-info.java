/**
 * The rules of WSK: socket cores, callback gates, IRP queues.
 *
 * <p>A core is a plain state machine under its socket's lock; there is no I/O and no wall clock here. A session uses the package like this:
 *
 * <pre>{@code
 * KernelWsk wsk = new KernelWsk(transport, traceWriter, clock, KernelOptions.defaults());
 * WskRegistration registration = wsk.register(new WskClientNpi("echo", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
 * WskProvider provider = registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
 * Irp irp = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
 * provider.socket(new WskSocketParameters(AF_INET, SOCK_STREAM, IPPROTO_TCP, SocketCategory.LISTEN, context, table), irp);
 * ListenSocket listener = (ListenSocket) irp.ioStatus().pointer();       // creation always completes inline
 * irp.reuse();
 * listener.dispatch().bind(address, 0, irp);                             // STATUS_PENDING, the IRP completes on the socket's processor
 * listener.dispatch().controlSocket(ControlParameters.eventCallback(EventMask.of(WSK_EVENT_ACCEPT)), null);
 * }</pre>
 *
 * <p>Functions may be called on any thread. Callbacks run on the processor of their socket, one at a time (C-16); inside one, {@code socket.deferReturn()}
 * keeps it in progress without holding the thread (C-40). Completion routines run on the thread that completes: the caller's when a function finishes
 * inline, else the socket's processor. Besides the WSK interface {@link org.wskscope.engine.kernel.KernelWsk} offers the probes that stand for what a real stack
 * would notice by itself: {@code setIdealSendBacklog}, {@code failSocket}, {@code setProviderReady}.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.kernel;

import org.jspecify.annotations.NullMarked;
