package org.kartoteka.competitors.internal.data;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.Id;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The records of the current unit of work. */
@Component(service = Entities.class)
public final class Entities {

  private final UnitOfWork unitOfWork;
  private final EntityManagerFactory factory;

  @Activate
  public Entities(
      @Reference UnitOfWork unitOfWork,
      @Reference(target = "(osgi.unit.name=competitors)") EntityManagerFactory factory) {
    this.unitOfWork = unitOfWork;
    this.factory = factory;
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

  /** The record; null when there is none. */
  public <E> E find(Class<E> type, Id id) {
    return manager().find(type, id.value());
  }

  /** Writes a new record. */
  public void add(Object record) {
    manager().persist(record);
    manager().flush();
  }

  /** Writes what was changed. */
  public void write() {
    manager().flush();
  }

  /** Deletes a record. */
  public void remove(Object record) {
    manager().remove(record);
    manager().flush();
  }

  private EntityManager manager() {
    return unitOfWork.resource(factory, factory::createEntityManager, EntityManager::close);
  }
}
