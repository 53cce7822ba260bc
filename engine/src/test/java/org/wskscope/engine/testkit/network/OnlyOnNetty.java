package org.wskscope.engine.testkit.network;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The network in memory cannot show this; in a class that runs {@link OnEveryNetwork} it is left out there. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyOnNetty {
    /** Why, as {@code docs/conformance.md} says it. */
    String value();
}
