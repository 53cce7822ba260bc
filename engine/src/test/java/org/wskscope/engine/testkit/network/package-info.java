/** The networks a conformance test runs on: the same peers and the same barrier in virtual time and over real sockets. */
@NullMarked
package org.wskscope.engine.testkit.network;

import org.jspecify.annotations.NullMarked;
