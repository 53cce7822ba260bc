package org.wskscope.app.state;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Moves the moment of one session. A move is asked for and arrives with a pulse soon after; moves asked for meanwhile are made one after the other, and only where the last
 * of them leads is shown. FX thread.
 */
public final class TimeTravel {
    private static final Cursor FOLLOW = new Cursor.Follow();
    private static final long NO_STEP = -1;

    private final SessionModel model;
    private final ReadOnlyObjectWrapper<Cursor> cursor = new ReadOnlyObjectWrapper<>(FOLLOW);
    private final ReadOnlyObjectWrapper<@Nullable Pending> wish = new ReadOnlyObjectWrapper<>();
    private long wishes;
    /** It would follow, were it not slower than what happens. */
    private boolean slowed;

    private Runnable beforeJump = () -> {};
    /** The world is held only because one looks at what was. */
    private boolean heldToLook;
    /** Where the moment stood when a step at the tail began. */
    private long stepFrom = NO_STEP;

    /**
     * A move that was asked for and has not arrived. Immutable.
     *
     * @param number grows; the newest counts
     * @param from where it begins
     */
    public record Pending(long number, Move move, long from) {}

    TimeTravel(SessionModel model, DoubleProperty speed) {
        this.model = model;
        speed.addListener((o, old, now) -> speedChanged());
    }

    public Cursor cursor() {
        return cursor.get();
    }

    public ReadOnlyObjectProperty<Cursor> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** What the pump is to bring; null when nothing is asked for. */
    public @Nullable Pending wish() {
        return wish.get();
    }

    public ReadOnlyObjectProperty<@Nullable Pending> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    /** Who follows is at the tail, though the pulse that shows it may be still to come. */
    private long here() {
        return cursor.get() instanceof Cursor.Follow
                ? model.tailSnapshot().playhead()
                : model.moment().sequence();
    }

    /** Stands still where a move leads. */
    public void go(Move move) {
        Pending before = wish.get();
        stepFrom = NO_STEP;
        boolean standing = cursor.get() instanceof Cursor.At;
        long here = here();
        if (!standing) {
            heldToLook = model.world().canBeHeld() && !model.world().isHeld();
            model.world().hold();
            become(new Cursor.At(model.moment().sequence()));
        }
        Move all = before == null ? move : before.move().then(move);
        wish.set(new Pending(++wishes, all, before == null ? here : before.from()));
    }

    /** Stands behind this record, so that it is the one that happened last. A jump. */
    public void goOnto(long record) {
        jump(Moves.onto(record));
    }

    /** Like {@link #go}, for what is no step: the way back leads to where one stood before. */
    public void jump(Move move) {
        beforeJump.run();
        go(move);
    }

    /** Like {@link #follow}, by a jump. */
    public void jumpToEnd() {
        beforeJump.run();
        follow();
    }

    /** Who keeps where one has been is told before each jump. */
    void setBeforeJump(Runnable remember) {
        beforeJump = remember;
    }

    /** One record on. At the tail of a world that can be held, that makes a step. */
    public void step() {
        boolean atTail = model.moment().sequence() >= model.tailProperty().get() && wish.get() == null;
        if (!atTail || !model.world().canBeHeld()) {
            go(Moves.by(1));
            return;
        }
        heldToLook = false;
        become(new Cursor.At(model.moment().sequence()));
        stepFrom = model.moment().sequence();
        model.world().step();
    }

    /** The pump's entrance: the log has so many records. */
    public void tailIs(long records) {
        if (stepFrom >= 0 && records > stepFrom) {
            long to = stepFrom + 1;
            stepFrom = NO_STEP;
            go(Moves.to(to));
        }
    }

    /** Whether a step is under way at the tail. */
    public boolean isStepping() {
        return stepFrom >= 0;
    }

    /** Back to what happens. A world that was held for the look back goes on; one that a person held stays so. */
    public void follow() {
        stepFrom = NO_STEP;
        if (heldToLook) {
            model.world().go(speed());
        }
        wish.set(null);
        become(FOLLOW);
    }

    /** Stands still here, and so does a world that can be held. */
    public void stop() {
        stepFrom = NO_STEP;
        heldToLook = false;
        model.world().hold();
        wish.set(null);
        become(new Cursor.At(model.moment().sequence()));
    }

    /** Goes on by itself: with what happens at the tail, before it as record time tells. */
    public void run() {
        stepFrom = NO_STEP;
        wish.set(null);
        boolean asItHappens = (model.speedProperty().get() >= 1 || model.world().canBeHeld()) && !model.isPast();
        if (asItHappens) {
            model.world().go(speed());
        }
        become(asItHappens ? FOLLOW : new Cursor.Play(model.moment().sequence(), speed()));
    }

    /** Goes back by itself to the first record. */
    public void runBackwards() {
        wish.set(null);
        become(new Cursor.Play(model.moment().sequence(), -speed()));
    }

    /** What played has come to the tail: the world goes on from here. */
    public void playedToTail() {
        model.world().go(speed());
        follow();
    }

    /** Whether the moment moves by itself, or would if something happened. */
    public boolean isRunning() {
        return cursor.get().isRunning()
                && !(cursor.get() instanceof Cursor.Follow && model.world().isHeld());
    }

    /** Runs when it stands, and stands when it runs. */
    public void toggle() {
        if (isRunning()) {
            stop();
        } else {
            run();
        }
    }

    /** The pump's entrance: the wish of this number leads there. */
    public void arrived(long number, Moment at, long logSize) {
        Pending asked = wish.get();
        if (asked == null || asked.number() != number) {
            return;
        }
        wish.set(null);
        become(new Cursor.At(at.sequence()));
        model.show(at, logSize);
    }

    private void speedChanged() {
        Cursor now = cursor.get();
        boolean asItHappens = model.speedProperty().get() >= 1;
        if (model.world().canBeHeld() && now instanceof Cursor.Follow) {
            if (!model.world().isHeld()) {
                model.world().go(speed());
            }
            return;
        }
        if (now instanceof Cursor.Follow && !asItHappens) {
            become(new Cursor.Play(model.moment().sequence(), speed()));
            slowed = true;
        } else if (now instanceof Cursor.Play && slowed && asItHappens) {
            become(FOLLOW);
        } else if (now instanceof Cursor.Play play) {
            boolean stays = slowed;
            become(new Cursor.Play(model.moment().sequence(), play.speed() < 0 ? -speed() : speed()));
            slowed = stays;
        }
    }

    private double speed() {
        return Math.max(
                SessionModel.MIN_SPEED, Math.min(1, model.speedProperty().get()));
    }

    private void become(Cursor next) {
        slowed = false;
        cursor.set(next);
        model.cursorChanged();
    }
}
