/** What a WSK echo costs beside a bare Netty echo: servers in processes of their own, one client program for all. */
@NullMarked
package org.wskscope.engine.bench.echo;

import org.jspecify.annotations.NullMarked;
