package org.wskscope.app.feed;

import java.util.List;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.PeerRow;

/**
 * What the projector hands to the FX thread. Immutable; the newest wins.
 *
 * @param timeNanos session time up to which every record is in the snapshot
 */
record ProjectedFrame(ScopeSnapshot snapshot, long timeNanos, List<PeerRow> peers) {}
