package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out persons, each group of data to those alone who have the right to it. */
@Component
public final class PersonExporter implements RecordExporter {

  private static final Set<String> IMPORTED_ONLY = Set.of("fullName", RowNote.NAME);

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final PersonDirectory persons;
  private final PersonFinder finder;
  private final PartyRegister parties;
  private final CustomFields custom;
  private final PartyScopes scopes;

  @Activate
  public PersonExporter(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference PersonDirectory persons,
      @Reference PersonFinder finder,
      @Reference PartyRegister parties,
      @Reference CustomFields custom,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.persons = persons;
    this.finder = finder;
    this.parties = parties;
    this.custom = custom;
    this.scopes = scopes;
  }

  @Override
  public String type() {
    return PersonDirectory.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.EXPORT;
  }

  @Override
  public Set<FileFormat> formats() {
    return EnumSet.allOf(FileFormat.class);
  }

  @Override
  public List<ExportField> fields() {
    boolean priv = access.may(CorePermissions.PERSON_PRIVATE);
    boolean personal = access.may(CorePermissions.PERSON_PERSONAL);
    List<ExportField> fields = new ArrayList<>();
    PersonFields.ALL.stream()
        .map(field -> field.name())
        .filter(name -> priv || !PersonRow.PRIVATE.contains(name))
        .filter(name -> !IMPORTED_ONLY.contains(name))
        .filter(name -> personal || !PersonRow.PERSONAL.contains(name))
        .forEach(name -> fields.add(ExportField.of(name)));
    fields.addAll(CustomColumns.exported(custom, type(), user.require().locale()));
    ExportedOnly.ABOUT_THE_CARD.forEach(field -> fields.add(ExportField.of(field)));
    return fields;
  }

  @Override
  public void check(ExportQuery query) {
    persons.brief(query(query), new PageRequest(1, null, query.sort()));
    Pieces.ids(query);
  }

  @Override
  public void rows(ExportQuery query, List<String> fields, RowSink sink) {
    access.require(CorePermissions.PERSON_READ);
    if (!query.ids().isEmpty()) {
      for (List<Long> piece : Pieces.of(Pieces.ids(query))) {
        List<PersonView> views = new ArrayList<>();
        piece.forEach(id -> persons.find(new PersonId(id)).ifPresent(views::add));
        write(views, fields, sink);
      }
      return;
    }
    PersonQuery wanted = query(query);
    boolean guarded =
        fields.stream().anyMatch(PersonRow.PRIVATE::contains)
            || fields.stream().anyMatch(PersonRow.PERSONAL::contains);
    PageRequest request = new PageRequest(Pieces.SIZE, null, query.sort());
    while (request != null) {
      Page<PersonView> page =
          guarded ? persons.page(wanted, request) : persons.brief(wanted, request);
      write(page.items(), fields, sink);
      request =
          page.next() == null ? null : new PageRequest(Pieces.SIZE, page.next(), query.sort());
    }
  }

  private void write(List<PersonView> found, List<String> fields, RowSink sink) {
    Collection<PartyId> exportable =
        scopes.within(
            found.stream().map(PersonView::partyId).distinct().toList(), RecordAction.EXPORT);
    List<PersonView> views =
        found.stream().filter(person -> exportable.contains(person.partyId())).toList();
    Map<PartyId, String> numbers = new HashMap<>();
    parties
        .summaries(views.stream().map(PersonView::partyId).distinct().toList())
        .forEach((PartySummary party) -> numbers.put(party.id(), party.number()));
    List<PersonId> above =
        views.stream().map(PersonView::superiorId).filter(Objects::nonNull).distinct().toList();
    Map<PersonId, RecordRef> superiors = unitOfWork.read(() -> finder.byId(above));
    for (PersonView view : views) {
      Map<String, String> cells = PersonCells.of(view.data());
      RecordRef superior = superiors.get(view.superiorId());
      cells.put(Superiors.NAME, superior == null ? null : superior.label());
      cells.put("recordId", Long.toString(view.id().value()));
      cells.put("party", numbers.get(view.partyId()));
      cells.put("createdAt", ExportedOnly.time(view.createdAt()));
      cells.put("createdBy", view.createdBy());
      cells.put("changedAt", ExportedOnly.time(view.changedAt()));
      cells.put("changedBy", view.changedBy());
      sink.row(fields.stream().map(cells::get).toList());
    }
  }

  private static PersonQuery query(ExportQuery query) {
    return PersonQuery.of(query.filter());
  }
}
