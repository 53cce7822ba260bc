package org.wskscope.engine.testkit.network;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real sockets cannot show this; in a class that runs {@link OnEveryNetwork} it is left out there. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyInMemory {
    /** Why, as {@code docs/conformance.md} says it: {@code "FID-1: the system has finished the handshake before we are asked"}. */
    String value();
}
