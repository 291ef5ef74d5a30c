package org.kartoteka.persistence;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.Id;

/**
 * The records of the current unit of work. A bundle makes a component of its own of it, which names
 * its persistence unit. Bound to the thread of the unit of work, as that is.
 */
public class Entities {

  private final UnitOfWork unitOfWork;
  private final EntityManagerFactory factory;

  public Entities(UnitOfWork unitOfWork, EntityManagerFactory factory) {
    this.unitOfWork = unitOfWork;
    this.factory = factory;
  }

  /** The record; null when there is none. */
  public <E> E find(Class<E> type, Id id) {
    return manager().find(type, id.value());
  }

  /** The record, held against other changes until the transaction ends; null when there is none. */
  public <E> E lock(Class<E> type, Id id) {
    return manager().find(type, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The record, held against other changes until the transaction ends.
   *
   * @throws NotFound when there is none
   */
  public <E> E require(Class<E> type, Id id, String typeName) {
    E found = lock(type, id);
    if (found == null) {
      throw new NotFound(typeName, id.value());
    }
    return found;
  }

  /** Adds a new record; it has its id at once and is written with the next {@link #write}. */
  public void add(Object record) {
    manager().persist(record);
  }

  /** Takes a record out; it is deleted with the next {@link #write}. */
  public void remove(Object record) {
    manager().remove(record);
  }

  /** Writes what was added, changed and removed, so that native SQL sees it. */
  public void write() {
    manager().flush();
  }

  /** The entity manager of the current unit of work; closed with it. */
  protected final EntityManager manager() {
    return unitOfWork.resource(factory, factory::createEntityManager, EntityManager::close);
  }
}
