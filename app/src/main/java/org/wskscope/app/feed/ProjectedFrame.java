package org.wskscope.app.feed;

import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * What the projector hands to the FX thread. Immutable; the newest wins.
 *
 * @param history what is known of the log as far as the snapshot reaches
 * @param timeNanos session time up to which every record is in the snapshot
 */
record ProjectedFrame(ScopeSnapshot snapshot, History history, long timeNanos) {}
