/** The timeline: lanes of callbacks, requests and control calls by socket, and what ran on each processor, up to the playhead. */
@NullMarked
package org.wskscope.app.view.timeline;

import org.jspecify.annotations.NullMarked;
