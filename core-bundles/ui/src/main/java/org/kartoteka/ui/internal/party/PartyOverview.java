package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.api.component.RecordFields;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.CustomShown;
import org.kartoteka.ui.internal.record.Words;
import org.kartoteka.ui.internal.record.WordsField;

/** All data of a party by groups; some are edited where they stand. */
final class PartyOverview extends Div {

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient PartyCardPage card;
  private final transient PartyView party;
  private final transient Words words;

  PartyOverview(PartyDesk desk, Workspace workspace, PartyCardPage card) {
    this.desk = desk;
    this.workspace = workspace;
    this.card = card;
    party = card.party();
    words = desk.words(workspace);
    addClassName("kt-groups");
    add(contact(), addresses(), identity(), care(), trade(), further(), origin());
  }

  private Facts contact() {
    Facts facts = new Facts(workspace.text("ui.party.contact"));
    party
        .phones()
        .forEach(
            phone ->
                facts.always(
                    orElse(words.kind("phone", phone.kind()), "party.phone"),
                    new PhoneLink(phone.value())));
    party
        .emails()
        .forEach(
            email ->
                facts.always(
                    orElse(words.kind("email", email.kind()), "party.email"),
                    new Anchor("mailto:" + email.value(), email.value())));
    if (party.web() != null && !party.web().isBlank()) {
      facts.always(workspace.text("party.web"), Links.web(party.web()));
    }
    return facts;
  }

  private String orElse(String text, String key) {
    return text.isBlank() ? workspace.text(key) : text;
  }

  private Facts addresses() {
    Facts facts = new Facts(workspace.text("party.addresses"));
    party
        .addresses()
        .forEach(
            address ->
                facts.fact(
                    orElse(words.kind("address", address.kind()), "party.address"),
                    words.address(address)));
    return facts;
  }

  private Facts identity() {
    Facts facts = new Facts(workspace.text("ui.party.group.identity"));
    facts.fact(workspace.text("party.kind"), words.value("kind", party.kind()));
    facts.always(workspace.text("party.shortName"), shortName());
    facts.fact(workspace.text("party.number"), party.number());
    party.identifiers().forEach(one -> facts.fact(words.identifierType(one.type()), one.value()));
    return facts;
  }

  private Facts care() {
    Facts facts = new Facts(workspace.text("ui.party.group.care"));
    facts.always(workspace.text("party.ownerId"), owner());
    facts.always(workspace.text("party.rating"), rating());
    facts.fact(workspace.text("party.roles"), words.value("roles", party.roles()));
    facts.always(workspace.text("party.tags"), tags());
    List<RegisterView> registers = desk.registers().of(party.id());
    if (!registers.isEmpty()) {
      Div links = new Div();
      links.addClassName("kt-toolbar");
      for (RegisterView register : registers) {
        Anchor link = new Anchor("parties?register=" + register.id().value(), register.name());
        link.getElement().setAttribute("router-link", true);
        links.add(link);
      }
      facts.always(workspace.text("party.registers"), links);
    }
    return facts;
  }

  private Facts further() {
    Facts facts = new Facts(workspace.text("custom.group"));
    for (CustomFieldView field : desk.custom().ofParties()) {
      Object value = party.custom().get(field.name());
      if (value != null) {
        facts.always(
            field.label(workspace.formats().locale()),
            CustomShown.component(workspace, field, value));
      }
    }
    return facts;
  }

  private Facts trade() {
    Facts facts = new Facts(workspace.text("ui.party.group.trade"));
    party
        .bankAccounts()
        .forEach(
            account ->
                facts.fact(
                    workspace.text("party.bankAccount"), words.value("bankAccounts", account)));
    if (party.paymentTermDays() != null) {
      facts.fact(
          workspace.text("party.paymentTermDays"),
          workspace.formats().number(party.paymentTermDays()));
    }
    facts.fact(workspace.text("party.currency"), party.currency());
    facts.fact(workspace.text("party.language"), party.language());
    facts.fact(workspace.text("party.documentText"), party.documentText());
    return facts;
  }

  private Facts origin() {
    Facts facts = new Facts(workspace.text("ui.party.group.origin"));
    facts.always(
        workspace.text("party.createdAt"),
        new Span(new RelativeTime(party.createdAt()), new Span(" · " + party.createdBy())));
    facts.always(
        workspace.text("party.changedAt"),
        new Span(new RelativeTime(party.changedAt()), new Span(" · " + party.changedBy())));
    return facts;
  }

  private Component shortName() {
    if (!workspace.may("core.party.change")) {
      return new Span(party.shortName());
    }
    return new InlineField<String, TextField>(
        "inline-shortName",
        workspace,
        workspace.text("party.shortName"),
        party.shortName(),
        party.shortName(),
        TextField::new,
        value -> change("shortName", value.isBlank() ? null : value.strip()));
  }

  private Component owner() {
    String name = desk.colleagues().name(party.ownerId());
    if (!workspace.may("core.party.change")) {
      return new Span(name);
    }
    return new InlineField<UserId, ComboBox<UserId>>(
        "inline-owner",
        workspace,
        workspace.text("party.ownerId"),
        name,
        party.ownerId(),
        () -> desk.colleagues().picker(),
        value -> change("ownerId", value));
  }

  private Component rating() {
    String stars =
        party.rating() == null ? "" : "★".repeat(party.rating()) + "☆".repeat(5 - party.rating());
    if (!workspace.may("core.party.change")) {
      return new Span(stars);
    }
    return new InlineField<Integer, ComboBox<Integer>>(
        "inline-rating",
        workspace,
        workspace.text("party.rating"),
        stars,
        party.rating(),
        PartyOverview::ratings,
        value -> change("rating", value));
  }

  private static ComboBox<Integer> ratings() {
    ComboBox<Integer> field = new ComboBox<>();
    field.setItems(1, 2, 3, 4, 5);
    field.setItemLabelGenerator(number -> "★".repeat(number) + "☆".repeat(5 - number));
    field.setClearButtonVisible(true);
    return field;
  }

  private Component tags() {
    String tags = String.join(", ", party.tags());
    if (!workspace.may("core.party.change")) {
      return new Span(tags);
    }
    return new InlineField<Set<String>, WordsField>(
        "inline-tags",
        workspace,
        workspace.text("party.tags"),
        tags,
        new LinkedHashSet<>(party.tags()),
        () ->
            new WordsField(
                desk.parties().tags().stream().map(PartyRegister.TagView::name).toList()),
        value -> change("tags", List.copyOf(value)));
  }

  private void change(String field, Object value) {
    card.save(RecordFields.with(party.data(), field, value));
  }
}
