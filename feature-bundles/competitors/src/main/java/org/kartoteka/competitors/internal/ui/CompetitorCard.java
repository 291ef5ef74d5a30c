package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.StatusPill;

/** What this room knows of one party: as a competitor, as a customer, or both. */
final class CompetitorCard extends Div {

  private static final int SHOWN = 5;

  private final transient CompetitorDesk desk;
  private final transient Workspace workspace;
  private final transient Words words;
  private final transient PartyId party;
  private final boolean hasRole;

  CompetitorCard(CompetitorDesk desk, PartyView party, Visit visit) {
    this.desk = desk;
    this.party = party.id();
    hasRole = party.roles().contains(Competitors.ROLE);
    workspace = visit.workspace();
    words = new Words(desk, workspace, "competitors");
    setId("competitor-card");
    addClassName("kt-aside");
    fill();
  }

  private void fill() {
    removeAll();
    Optional<CompetitorView> competitor = desk.competitors().find(party);
    Page<PresenceView> here = desk.presences().page(PresenceQuery.at(party), first());
    Page<PriceObservationView> seenHere =
        desk.prices().page(PriceObservationQuery.at(party), first());
    add(acts(competitor.isPresent() || hasRole));
    competitor.ifPresent(this::asCompetitor);
    if (!here.items().isEmpty() || !seenHere.items().isEmpty()) {
      asCustomer(here, seenHere);
    } else if (competitor.isEmpty()) {
      add(
          new EmptyState(
              "vaadin:crosshairs",
              workspace.text("competitors.card.nothing"),
              workspace.text("competitors.card.nothing.why")));
    }
  }

  private Div acts(boolean competes) {
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    acts.add(watching());
    if (!competes && workspace.may(CompetitorPermissions.CHANGE)) {
      acts.add(
          act(
              "competitor-observe",
              "competitors.add",
              "vaadin:crosshairs",
              () -> CompetitorForm.add(desk, workspace, party, added -> fill())));
    }
    if (workspace.may(CompetitorPermissions.RECORD)) {
      if (competes) {
        acts.add(
            act(
                "card-change-new",
                "competitors.change.new",
                "vaadin:bolt",
                () -> StrategyChangeForm.add(desk, workspace, party, this::fill)),
            act(
                "card-product-new",
                "competitors.product.new",
                "vaadin:package",
                () -> ProductForm.add(desk, workspace, party, this::fill)),
            act(
                "card-price-new",
                "competitors.price.new",
                "vaadin:tag",
                () -> PriceForm.add(desk, workspace, party, null, null, this::fill)),
            act(
                "card-presence-new",
                "competitors.presence.new",
                "vaadin:map-marker",
                () -> PresenceForm.add(desk, workspace, party, null, this::fill)));
      } else {
        acts.add(
            act(
                "card-presence-here",
                "competitors.presence.new-here",
                "vaadin:map-marker",
                () -> PresenceForm.add(desk, workspace, null, party, this::fill)),
            act(
                "card-price-here",
                "competitors.price.new-here",
                "vaadin:tag",
                () -> PriceForm.add(desk, workspace, null, null, party, this::fill)));
      }
    }
    return acts;
  }

  private Button act(String id, String titleKey, String icon, Runnable act) {
    return Links.quiet(id, workspace.text(titleKey), icon, act);
  }

  private Button watching() {
    boolean watched = !desk.watchList().watched(Set.of(party)).isEmpty();
    Button button =
        act(
            "card-watch",
            watched ? "competitors.watch.stop" : "competitors.watch",
            watched ? "vaadin:eye-slash" : "vaadin:eye",
            () -> {
              if (watched) {
                desk.watchList().unwatch(party);
              } else {
                desk.watchList().watch(party);
              }
              fill();
            });
    button.getElement().setAttribute("aria-pressed", Boolean.toString(watched));
    return button;
  }

  private void asCompetitor(CompetitorView competitor) {
    add(assessment(competitor));
    add(
        panel(
            "competitors.tab.CHANGES",
            "competitors/changes?competitor=" + party.value(),
            desk.changes().page(StrategyChangeQuery.of(party), first()).items(),
            this::line));
    Div products =
        panel(
            "competitors.tab.PRODUCTS",
            "competitors/products?competitor=" + party.value(),
            desk.products().page(ProductQuery.of(party), first()).items(),
            this::line);
    add(products);
    if (desk.prices().count(PriceObservationQuery.of(party), 1) > 0) {
      PriceChart chart = new PriceChart("card-chart", desk, workspace);
      chart.show(PriceObservationQuery.of(party));
      add(
          panel(
              "competitors.tab.PRICES",
              "competitors/prices?chart=on&competitor=" + party.value(),
              List.of(chart),
              component -> component));
    }
    add(
        panel(
            "competitors.card.presence-at",
            "competitors/presence?competitor=" + party.value(),
            desk.presences().page(PresenceQuery.of(party), first()).items(),
            presence -> line(presence, presence.customerName())));
  }

  private void asCustomer(Page<PresenceView> here, Page<PriceObservationView> seenHere) {
    add(
        panel(
            "competitors.card.presence-here",
            "competitors/presence?customer=" + party.value(),
            here.items(),
            presence -> line(presence, presence.competitorName())),
        panel(
            "competitors.card.prices-here",
            "competitors/prices?customer=" + party.value(),
            seenHere.items(),
            this::line));
  }

  private Div assessment(CompetitorView competitor) {
    H2 title = new H2(workspace.text("competitors.card.assessment"));
    if (workspace.may(CompetitorPermissions.CHANGE)) {
      title.add(
          act(
              "competitor-edit",
              "competitors.edit",
              "vaadin:pencil",
              () -> CompetitorForm.edit(desk, workspace, competitor, this::fill)));
    }
    Div panel = new Div(title);
    panel.addClassName("kt-panel");
    panel.setId("competitor-assessment");
    if (competitor.threat() != null) {
      panel.add(
          new Div(
              new Span(workspace.text("competitors.threat") + ": "),
              new StatusPill(words.of(competitor.threat()), Words.tone(competitor.threat()))));
    }
    text(panel, "competitors.strengths", competitor.strengths());
    text(panel, "competitors.weaknesses", competitor.weaknesses());
    text(panel, "competitors.ownerId", words.user(competitor.ownerId()));
    if (panel.getComponentCount() == 1) {
      panel.add(muted(workspace.text("competitors.card.no-assessment")));
    }
    return panel;
  }

  private void text(Div panel, String titleKey, String text) {
    if (text != null && !text.isBlank()) {
      Span title = new Span(workspace.text(titleKey));
      title.addClassName("kt-fact-label");
      Paragraph body = new Paragraph(text);
      body.addClassName("kt-note-text");
      body.getStyle().set("margin", "0 0 0.5rem");
      panel.add(title, body);
    }
  }

  private <T> Div panel(
      String titleKey, String address, List<T> records, Function<T, Component> line) {
    H2 title = new H2(workspace.text(titleKey));
    title.add(Links.to(address, workspace.text("competitors.card.all")));
    Div panel = new Div(title);
    panel.addClassName("kt-panel");
    records.forEach(record -> panel.add(line.apply(record)));
    if (records.isEmpty()) {
      panel.add(muted(workspace.text("competitors.card.none")));
    }
    return panel;
  }

  private Component line(StrategyChangeView change) {
    return entry(
        "change-" + change.id().value(),
        change.title(),
        new StatusPill(words.of(change.reactionState()), Words.tone(change.reactionState())),
        Words.joined(
            " · ",
            workspace.formats().date(change.date()),
            words.of(change.kind()),
            Words.rating(change),
            change.source()),
        () -> StrategyChangeForm.edit(desk, workspace, change, this::fill));
  }

  private Component line(ProductView product) {
    return entry(
        "product-" + product.id().value(),
        product.name(),
        new Span(words.price(product.lastPrice(), product.unit())),
        Words.joined(
            " · ",
            product.category(),
            product.comparableProduct() == null
                ? null
                : workspace.text("competitors.product.against", product.comparableProduct()),
            workspace.formats().date(product.lastObserved())),
        () -> ProductForm.edit(desk, workspace, product, this::fill));
  }

  private Component line(PriceObservationView price) {
    return entry(
        "price-" + price.id().value(),
        price.productName(),
        new Span(words.price(price.price(), price.unit())),
        Words.joined(
            " · ", workspace.formats().date(price.date()), price.competitorName(), price.source()),
        () -> PriceForm.edit(desk, workspace, price, this::fill));
  }

  private Component line(PresenceView presence, String name) {
    return entry(
        "presence-" + presence.id().value(),
        Words.orEmpty(name),
        new Span(words.percent(presence.sharePercent())),
        Words.joined(
            " · ",
            presence.supplies(),
            words.of(presence.certainty()),
            words.period(presence.since(), presence.until())),
        () -> PresenceForm.edit(desk, workspace, presence, this::fill));
  }

  private Component entry(String id, String text, Component beside, String details, Runnable open) {
    Button title = Links.quiet(id, text, "vaadin:angle-right", open);
    title.addClassName("kt-truncate");
    title.getStyle().set("flex", "0 1 auto");
    Div first = new Div(title, beside);
    first.addClassName("kt-card-line");
    Span second = muted(details);
    Div entry = new Div(first, second);
    entry.addClassName("kt-line-block");
    entry.getStyle().set("padding-block", "0.25rem");
    return entry;
  }

  private static Span muted(String text) {
    Span span = new Span(text);
    span.addClassName("kt-muted");
    return span;
  }

  private static PageRequest first() {
    return PageRequest.first(SHOWN);
  }
}
