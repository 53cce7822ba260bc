package org.wskscope.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.wsk.SocketId;

class FoldingTest {
    private static final SocketId LISTENER = new SocketId(1);
    private static final SocketId CONNECTION = new SocketId(2);

    private final Folding folding = new Folding();

    @Test
    void manyConnectionsFoldByThemselvesAndOneLessDoesNotUnfoldThem() {
        assertThat(folding.folds(LISTENER, Folding.MOST_APART)).isFalse();
        assertThat(folding.folds(LISTENER, Folding.MOST_APART + 1)).isTrue();
        assertThat(folding.folds(LISTENER, Folding.MOST_APART)).isTrue();
        assertThat(folding.folds(LISTENER, 1)).isFalse();
    }

    @Test
    void whatAPersonOpensStaysOpenAndWhatSheFoldsStaysFolded() {
        folding.open(LISTENER);
        assertThat(folding.folds(LISTENER, 1_000)).isFalse();

        folding.fold(LISTENER);
        assertThat(folding.folds(LISTENER, 1)).isTrue();
        assertThat(folding.folds(LISTENER, 0)).isFalse();
        assertThat(folding.changesProperty().get()).isEqualTo(2);
    }

    @Test
    void aConnectionIsBroughtOutAndPutBackAndNothingIsReportedThatDidNotChange() {
        folding.bringOut(List.of(CONNECTION));
        folding.bringOut(List.of(CONNECTION));
        assertThat(folding.isBroughtOut(CONNECTION)).isTrue();

        folding.putBack(List.of(CONNECTION, LISTENER));
        folding.putBack(List.of(CONNECTION));
        assertThat(folding.isBroughtOut(CONNECTION)).isFalse();
        assertThat(folding.changesProperty().get()).isEqualTo(2);
    }
}
