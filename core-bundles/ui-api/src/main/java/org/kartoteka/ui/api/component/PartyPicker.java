package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Objects;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;

/** Chooses a party by typing part of its name, number or identifier. */
public class PartyPicker extends ComboBox<PartySummary> {

  private static final int PAGE = 50;

  private final transient PartyRegister register;

  public PartyPicker(String label, PartyRegister register) {
    this(label, register, PartyQuery.all());
  }

  /** A picker among the parties of a query; its text is what is typed. */
  public PartyPicker(String label, PartyRegister register, PartyQuery among) {
    super(label);
    this.register = register;
    setPageSize(PAGE);
    setItemLabelGenerator(PartyPicker::name);
    Pages pages = new Pages(register, among);
    setItems(
        query ->
            pages
                .of(query.getFilter().orElse(""))
                .rows(query.getOffset(), query.getLimit(), null)
                .stream());
  }

  private static String name(PartySummary party) {
    String number = party.number() == null ? "" : " · " + party.number();
    String city = party.city() == null ? "" : " · " + party.city();
    return party.name() + city + number;
  }

  /** The chosen party; null when none is chosen. */
  public PartyId partyId() {
    return getValue() == null ? null : getValue().id();
  }

  /** Chooses a party by its id; null chooses none. */
  public void choose(PartyId id) {
    setValue(id == null ? null : register.summaries(List.of(id)).stream().findFirst().orElse(null));
  }

  private static final class Pages {
    private final PartyRegister register;
    private final PartyQuery among;
    private String text;
    private KeysetPages<PartySummary> pages;

    Pages(PartyRegister register, PartyQuery among) {
      this.register = register;
      this.among = among;
    }

    KeysetPages<PartySummary> of(String typed) {
      if (pages == null || !Objects.equals(typed, text)) {
        text = typed;
        PartyQuery query = among.and().text(typed).query();
        pages = new KeysetPages<>(PAGE, request -> register.page(query, request));
      }
      return pages;
    }
  }
}
