package org.kartoteka.core.internal.register;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_CHANGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.REGISTER_MANAGE;

import java.util.Collection;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.BrokenConstraint;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Register;
import org.kartoteka.core.internal.domain.RegisterRules;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Definable lists of parties. */
@Component
public final class RegistersService implements Registers {

  private static final String TYPE = "register";

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CoreRecords entities;
  private final RegisterMembers members;
  private final RegisterHistory history;
  private final RegisterRings rings;
  private final PartyScopes scopes;

  @Activate
  public RegistersService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CoreRecords entities,
      @Reference RegisterMembers members,
      @Reference RegisterHistory history,
      @Reference RegisterRings rings,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.entities = entities;
    this.members = members;
    this.history = history;
    this.rings = rings;
    this.scopes = scopes;
  }

  @Override
  public List<RegisterView> all() {
    access.require(PARTY_READ);
    return unitOfWork.call(members::allCounted);
  }

  @Override
  public List<RegisterView> choices() {
    access.require(PARTY_READ);
    return unitOfWork.call(members::all);
  }

  @Override
  public RegisterView get(RegisterId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> view(known(id)));
  }

  @Override
  public RegisterView define(RegisterData data) {
    access.require(REGISTER_MANAGE);
    return unitOfWork.callRepeatably(
        () -> {
          RegisterData normal = RegisterRules.normal(data);
          rings.check(null, normal.filter());
          Register register = new Register(normal);
          entities.add(register);
          write(normal);
          history.defined(register);
          return view(register);
        });
  }

  @Override
  public RegisterView change(RegisterId id, ExpectedRevision revision, RegisterData data) {
    access.require(REGISTER_MANAGE);
    return unitOfWork.callRepeatably(
        () -> {
          Register register = held(id, revision);
          RegisterData before = register.data();
          RegisterData normal = RegisterRules.normal(data);
          rings.check(id, normal.filter());
          if (normal.filter() != null && before.filter() == null) {
            requireEmpty(register);
          }
          register.change(normal);
          write(normal);
          history.changed(register, before);
          return view(register);
        });
  }

  @Override
  public void remove(RegisterId id, ExpectedRevision revision) {
    access.require(REGISTER_MANAGE);
    unitOfWork.runRepeatably(
        () -> {
          Register register = held(id, revision);
          history.removed(register);
          entities.remove(register);
          entities.write();
        });
  }

  @Override
  public void put(RegisterId id, Collection<PartyId> parties) {
    access.require(PARTY_CHANGE);
    unitOfWork.runRepeatably(
        () -> {
          Register register = byHand(id);
          history.parties(register, List.of(), members.put(id, changeable(parties)));
        });
  }

  @Override
  public void take(RegisterId id, Collection<PartyId> parties) {
    access.require(PARTY_CHANGE);
    unitOfWork.runRepeatably(
        () -> {
          Register register = byHand(id);
          history.parties(register, members.take(id, changeable(parties)), List.of());
        });
  }

  @Override
  public List<RegisterView> of(PartyId party) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> scopes.reaches(party, RecordAction.READ) ? members.of(party) : List.of());
  }

  /** Those of the parties that are there for the user, who may change all of them. */
  private Collection<PartyId> changeable(Collection<PartyId> parties) {
    if (scopes.reachesAll(RecordAction.CHANGE)) {
      return parties;
    }
    Collection<PartyId> there = scopes.within(parties, RecordAction.READ);
    there.forEach(party -> scopes.requireReach(party, RecordAction.CHANGE));
    return there;
  }

  private RegisterView view(Register register) {
    return register.toView(members.size(register.id(), register.rule()));
  }

  private Register known(RegisterId id) {
    Register register = entities.find(Register.class, id);
    if (register == null) {
      throw new NotFound(TYPE, id.value());
    }
    return register;
  }

  /** The register, in which parties are put by hand. */
  private Register byHand(RegisterId id) {
    Register register = known(id);
    if (register.rule() != null) {
      throw new Refused("problem.register.by-rule", register.data().name());
    }
    return register;
  }

  /** Parties that were put in by hand would be lost without a word. */
  private void requireEmpty(Register register) {
    if (!members.isEmpty(register.id())) {
      throw new Refused("problem.register.not-empty", register.data().name());
    }
  }

  private Register held(RegisterId id, ExpectedRevision revision) {
    Register register = entities.require(Register.class, id, TYPE);
    revision.check(register.revision(), TYPE, id.value());
    return register;
  }

  private void write(RegisterData data) {
    try {
      entities.write();
    } catch (BrokenConstraint broken) {
      if (broken.is("register_name")) {
        throw new InvalidInput(FieldError.of("name", "notUnique", data.name()));
      }
      throw broken;
    }
  }
}
