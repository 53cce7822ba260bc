/** What the kernel needs of any network: streams, listeners, datagrams and the processors that serve them. */
@NullMarked
package org.wskscope.engine.transport;

import org.jspecify.annotations.NullMarked;
