package org.wskscope.engine.testkit.network;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test looks into the transport, or does there what no network does by itself; it runs on a network that it plays by hand. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlayedByHand {
    /** Why, as {@code docs/conformance.md} says it. */
    String value();
}
