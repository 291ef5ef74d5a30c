package org.kartoteka.core.internal.data;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import javax.persistence.Query;
import org.kartoteka.persistence.Entities;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.Id;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.util.PSQLException;

/** The records of the register. */
@Component(service = CoreRecords.class)
public class CoreRecords extends Entities {

  private final UnitOfWork unitOfWork;

  @Activate
  public CoreRecords(
      @Reference UnitOfWork unitOfWork,
      @Reference(target = "(osgi.unit.name=core)") EntityManagerFactory factory) {
    super(unitOfWork, factory);
    this.unitOfWork = unitOfWork;
  }

  /** The records that a query in the language of entities finds, held against other changes. */
  public <E> List<E> lockAll(Class<E> type, String query, Object... arguments) {
    return bound(manager().createQuery(query, type), arguments)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The records that a query in the language of entities finds. */
  @SuppressWarnings("unchecked")
  public <E> List<E> all(Class<E> type, String query, Object... arguments) {
    return bound(manager().createQuery(query, type), arguments).getResultList();
  }

  /** The records that native SQL with the columns of their table finds. */
  @SuppressWarnings("unchecked")
  public <E> List<E> select(Class<E> type, String sql, List<Object> arguments) {
    return bound(manager().createNativeQuery(sql, type), arguments.toArray()).getResultList();
  }

  /** Reads records anew that native SQL has changed, those of them that are here. */
  public <E> void reload(Class<E> type, Collection<Long> ids) {
    for (Long id : ids) {
      E found = manager().find(type, id);
      if (found != null) {
        manager().refresh(found);
      }
    }
  }

  /**
   * Says that many records will be written: until the transaction ends, more of their entries may
   * wait before they are sorted into the indexes of searches, all at once and in more memory.
   */
  public void expectMany() {
    Sql.of(
            unitOfWork,
            """
            select set_config('gin_pending_list_limit', '1024', true),
                   set_config('work_mem', '32MB', true)
            """)
        .first(row -> row.getString(1));
  }

  /**
   * Writes what was added and changed.
   *
   * @throws BrokenConstraint when the database refuses it
   */
  @Override
  public void write() {
    try {
      super.write();
    } catch (PersistenceException e) {
      throw constraint(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  private static <Q extends Query> Q bound(Q query, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      query.setParameter(i + 1, argument(arguments[i]));
    }
    return query;
  }

  /** Ids as numbers, several values as the array that the driver makes one of the database. */
  private static Object argument(Object value) {
    if (value instanceof Id id) {
      return id.value();
    }
    if (value instanceof Set<?> many) {
      boolean ids = many.stream().allMatch(Id.class::isInstance);
      return ids
          ? many.stream().map(one -> ((Id) one).value()).toArray(Long[]::new)
          : many.stream().map(String::valueOf).toArray(String[]::new);
    }
    return value;
  }

  private static Optional<BrokenConstraint> constraint(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      SQLException sql = cause instanceof SQLException one ? one : null;
      while (sql != null) {
        if (sql instanceof PSQLException refusal
            && refusal.getServerErrorMessage() != null
            && refusal.getServerErrorMessage().getConstraint() != null) {
          return Optional.of(
              new BrokenConstraint(refusal.getServerErrorMessage().getConstraint(), failure));
        }
        sql = sql.getNextException();
      }
    }
    return Optional.empty();
  }
}
