/**
 * Random programs: a seed becomes a list of steps ({@code Program}), which is played against the kernel on the network in memory ({@code ProgramRun}) while an oracle that
 * knows only the specification's text judges every answer; what fails is shrunk to the few steps that matter and printed as a test.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.program;

import org.jspecify.annotations.NullMarked;
