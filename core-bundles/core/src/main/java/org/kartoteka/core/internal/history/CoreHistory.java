package org.kartoteka.core.internal.history;

import static org.kartoteka.core.internal.data.CorePermissions.NOTE_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_READ;

import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The history of parties, persons and notes is for those who reach the party; what is gone belongs
 * to no party any more, so that only those who reach everything read its history. The history of a
 * register names parties of all owners and is for them alone.
 */
@Component
public final class CoreHistory implements HistoryGuard {

  private static final String REGISTER = "register";

  private static final Map<String, String> PERMISSIONS =
      Map.of(
          PartyRegister.TYPE,
          PARTY_READ,
          REGISTER,
          PARTY_READ,
          PersonDirectory.TYPE,
          PERSON_READ,
          Notebook.TYPE,
          NOTE_READ);

  private static final Map<String, String> PARTY_OF =
      Map.of(
          PartyRegister.TYPE, "select id from core.party where id = ?",
          PersonDirectory.TYPE, "select party_id from core.person where id = ?",
          Notebook.TYPE, "select party_id from core.note where id = ?");

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final PartyScopes scopes;

  @Activate
  public CoreHistory(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.scopes = scopes;
  }

  @Override
  public Set<String> types() {
    return PERMISSIONS.keySet();
  }

  @Override
  public void requireReadable(String type, String id) {
    access.require(PERMISSIONS.get(type));
    if (scopes.reachesAll(RecordAction.READ)) {
      return;
    }
    if (type.equals(REGISTER)) {
      throw Forbidden.because("problem.outside-scope.REGISTER");
    }
    if (!unitOfWork.read(() -> reaches(PARTY_OF.get(type), id))) {
      throw new NotFound(type, id);
    }
  }

  private boolean reaches(String sql, String id) {
    return id.matches("\\d{1,18}")
        && Sql.of(unitOfWork, sql, Long.valueOf(id))
            .first(row -> new PartyId(row.getLong(1)))
            .filter(party -> scopes.covers(party, RecordAction.READ))
            .isPresent();
  }
}
