package org.wskscope.engine.kernel;

import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.SocketCategory;

/** What of a socket never changes: its number, its category, its address family and the processor that serves it. */
record SocketIdentity(int id, SocketCategory category, int addressFamily, TransportProcessor processor) {}
