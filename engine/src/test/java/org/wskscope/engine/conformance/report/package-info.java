/** Collects which tests show which rule of WSK and writes {@code docs/conformance.md}. */
@NullMarked
package org.wskscope.engine.conformance.report;

import org.jspecify.annotations.NullMarked;
