package org.wskscope.app.theme;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The icons of the workbench, named by what they are for. A new node is made for every place that shows one. */
public enum Icons {
    MENU(MaterialDesignM.MENU),
    SEARCH(MaterialDesignM.MAGNIFY),
    CLOSE(MaterialDesignC.CLOSE),
    MORE(MaterialDesignD.DOTS_HORIZONTAL),
    ADD(MaterialDesignP.PLUS),
    REMOVE(MaterialDesignT.TRASH_CAN_OUTLINE),
    EDIT(MaterialDesignP.PENCIL_OUTLINE),
    COPY(MaterialDesignC.CONTENT_COPY),
    REFRESH(MaterialDesignR.REFRESH),
    UNDO(MaterialDesignU.UNDO),
    CHECK(MaterialDesignC.CHECK),
    EXPAND(MaterialDesignC.CHEVRON_DOWN),
    COLLAPSED(MaterialDesignC.CHEVRON_RIGHT),
    RUN(MaterialDesignP.PLAY),
    PAUSE(MaterialDesignP.PAUSE),
    STOP(MaterialDesignS.STOP),
    TO_START(MaterialDesignS.SKIP_PREVIOUS),
    STEP_BACK(MaterialDesignS.STEP_BACKWARD),
    STEP(MaterialDesignS.STEP_FORWARD),
    STEP_OVER(MaterialDesignD.DEBUG_STEP_OVER),
    STEP_OUT(MaterialDesignD.DEBUG_STEP_OUT),
    RUN_BACKWARDS(MaterialDesignR.REWIND),
    TO_END(MaterialDesignS.SKIP_NEXT),
    RECORD(MaterialDesignR.RECORD),
    PRESENT(MaterialDesignP.PRESENTATION),
    SOCKETS(MaterialDesignS.SHARE_VARIANT),
    GRAPH(MaterialDesignG.GRAPH_OUTLINE),
    TIMELINE(MaterialDesignC.CHART_GANTT),
    RECORDS(MaterialDesignF.FORMAT_LIST_BULLETED),
    IRPS(MaterialDesignL.LIST_STATUS),
    PROBLEMS(MaterialDesignA.ALERT_OUTLINE),
    INSPECTOR(MaterialDesignT.TUNE_VARIANT),
    PEERS(MaterialDesignA.ACCOUNT_NETWORK_OUTLINE),
    LESSON(MaterialDesignS.SCHOOL_OUTLINE),
    SCENARIOS(MaterialDesignM.MOVIE_OPEN_OUTLINE),
    ORDERING(MaterialDesignS.SOURCE_BRANCH),
    CONSOLE(MaterialDesignC.CONSOLE),
    SETTINGS(MaterialDesignC.COG_OUTLINE),
    THEME(MaterialDesignT.THEME_LIGHT_DARK),
    KEYBOARD(MaterialDesignK.KEYBOARD_OUTLINE),
    FULL_SCREEN(MaterialDesignF.FULLSCREEN),
    ENLARGE(MaterialDesignM.MAGNIFY_PLUS_OUTLINE),
    REDUCE(MaterialDesignM.MAGNIFY_MINUS_OUTLINE),
    FIT(MaterialDesignF.FIT_TO_PAGE_OUTLINE),
    WINDOWS(MaterialDesignD.DOCK_WINDOW),
    RESTORE(MaterialDesignR.RESTORE),
    FILTER(MaterialDesignF.FILTER_OUTLINE),
    SHOW(MaterialDesignE.EYE_OUTLINE),
    HIDE(MaterialDesignE.EYE_OFF_OUTLINE),
    INFO(MaterialDesignI.INFORMATION_OUTLINE),
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    ERROR(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    LOCK(MaterialDesignL.LOCK_OUTLINE),
    CLOCK(MaterialDesignC.CLOCK_OUTLINE),
    MARK(MaterialDesignF.FLAG_OUTLINE),
    UP(MaterialDesignA.ARROW_UP),
    DOWN(MaterialDesignA.ARROW_DOWN),
    FOLLOW_TAIL(MaterialDesignA.ARROW_COLLAPSE_RIGHT),
    CONNECT(MaterialDesignL.LINK_VARIANT),
    DISCONNECT(MaterialDesignL.LAN_DISCONNECT),
    LISTEN(MaterialDesignE.ETHERNET),
    SEND(MaterialDesignS.SEND_OUTLINE),
    RESET(MaterialDesignL.LIGHTNING_BOLT_OUTLINE);

    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    /** The icon at the size of the text beside it; colour and size come from the stylesheet. */
    public FontIcon node(String... styleClasses) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(List.of(styleClasses));
        return icon;
    }
}
