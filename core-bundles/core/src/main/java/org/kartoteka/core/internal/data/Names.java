package org.kartoteka.core.internal.data;

import java.util.HashMap;
import java.util.Map;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people call those to whom records only point: what the history says of them. */
@Component(service = Names.class)
public class Names {

  private final UnitOfWork unitOfWork;
  private final UserDirectory users;
  private final CoreRecords entities;

  @Activate
  public Names(
      @Reference UnitOfWork unitOfWork,
      @Reference UserDirectory users,
      @Reference CoreRecords entities) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.entities = entities;
  }

  /** The full name of a user; the number when nobody has it; null for null. */
  public String user(UserId id) {
    return id == null ? null : known().computeIfAbsent(id, this::fullName);
  }

  /** The names asked for in this unit of work: who gives away a thousand cards is the same user. */
  private Map<UserId, String> known() {
    return unitOfWork.resource(this, HashMap::new, Map::clear);
  }

  private String fullName(UserId id) {
    return users.user(id).map(user -> user.fullName()).orElseGet(() -> number(id.value()));
  }

  /** The full name of a person; the number when nobody has it; null for null. */
  public String person(PersonId id) {
    Person person = id == null ? null : entities.find(Person.class, id);
    if (person != null) {
      return person.fullName();
    }
    return id == null ? null : number(id.value());
  }

  private static String number(long id) {
    return "#" + id;
  }
}
