package org.wskscope.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bold line that heads a part of a panel, with room for small things at its right. */
public final class SectionTitle extends HBox {
    public SectionTitle(String title, Node... atRight) {
        Label name = new Label(title);
        name.getStyleClass().add("section-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, gap);
        getChildren().addAll(atRight);
        getStyleClass().add("section-title");
    }
}
