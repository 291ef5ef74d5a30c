package org.kartoteka.ui.internal.deputy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.ui.api.Workspace;

/** Says in every window for whom one stands in, and leads to the parties of the absent one. */
public final class StandingIn extends Div {

  public StandingIn(DeputyDesk desk, Workspace workspace) {
    setId("standing-in");
    addClassName("kt-standing-in");
    for (DeputyshipView one : longest(desk.deputies().standingIn())) {
      String words =
          workspace.text(
              "ui.deputies.standing-in", one.absentName(), workspace.formats().date(one.until()));
      Span text = new Span(words);
      text.addClassName("kt-wide-only");
      Anchor parties =
          new Anchor(
              "parties?owner=" + one.absentId().value(), VaadinIcon.USER_CLOCK.create(), text);
      parties.setTitle(words);
      parties.setAriaLabel(words);
      parties.getElement().setAttribute("router-link", true);
      add(parties);
    }
    setVisible(getChildren().findAny().isPresent());
  }

  /** The one that lasts longest for each of those who are away. */
  private static Collection<DeputyshipView> longest(List<DeputyshipView> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                DeputyshipView::absentId,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparing(DeputyshipView::until)),
                LinkedHashMap::new))
        .values();
  }
}
