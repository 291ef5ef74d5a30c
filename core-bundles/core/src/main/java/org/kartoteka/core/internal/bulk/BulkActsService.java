package org.kartoteka.core.internal.bulk;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_CHANGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_STATUS;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkActs;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkRefusalView;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.CustomFieldBook;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One thing done with many parties. */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class BulkActsService implements BulkActs {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final BulkStore store;
  private final BulkParties parties;
  private final BulkDeeds deeds;
  private final Registers registers;
  private final CustomFieldBook fields;
  private final Messages messages;
  private final ExecutorService background;
  private final PartyScopes scopes;
  private final String node = node();
  private volatile boolean stopping;

  @Activate
  public BulkActsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference BulkStore store,
      @Reference BulkParties parties,
      @Reference BulkDeeds deeds,
      @Reference Registers registers,
      @Reference CustomFieldBook fields,
      @Reference Messages messages,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.store = store;
    this.parties = parties;
    this.deeds = deeds;
    this.registers = registers;
    this.fields = fields;
    this.messages = messages;
    this.background = background;
    unitOfWork
        .call(
            () -> {
              store.endInterrupted(node, "bulk.problem.interrupted");
              return store.interrupted(node);
            })
        .forEach(this::goOn);
    this.scopes = scopes;
  }

  /** Goes on with an act after a stop, with the party after the last one that was taken. */
  private void goOn(BulkStore.Interrupted one) {
    BulkActView act = unitOfWork.call(() -> known(one.act()));
    run(one.starter(), act, one.place());
  }

  private void run(User starter, BulkActView act, Long place) {
    BulkRun run =
        new BulkRun(
            unitOfWork,
            store,
            parties,
            deeds,
            act.id(),
            act.order(),
            act.undoes(),
            place,
            () -> stopping);
    background.execute(
        () ->
            user.runAs(
                starter,
                () -> {
                  run.run();
                  return null;
                }));
  }

  @Deactivate
  void stop() {
    stopping = true;
  }

  @Override
  public BulkPreview preview(BulkOrder order) {
    BulkOrder normal = permitted(order);
    return unitOfWork.call(() -> parties.preview(normal));
  }

  @Override
  public BulkActView start(BulkOrder order) {
    BulkOrder normal = permitted(order);
    return run(normal, null, () -> parties.count(normal));
  }

  @Override
  public BulkActView get(BulkActId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> shown(id));
  }

  @Override
  public Page<BulkActView> page(PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> store.page(scopes.onlyDoingsOf(), request));
  }

  @Override
  public Page<BulkRefusalView> refusals(BulkActId id, PageRequest request) {
    access.require(PARTY_READ);
    Locale locale = user.require().locale();
    return unitOfWork.call(
        () -> {
          shown(id);
          return store
              .refused(id, request)
              .map(
                  kept ->
                      new BulkRefusalView(
                          kept.party(),
                          kept.name(),
                          messages.text(
                              locale, kept.problem().key(), kept.problem().arguments().toArray())));
        });
  }

  @Override
  public BulkActView cancel(BulkActId id) {
    BulkActView act = get(id);
    requireRight(act.order().verb());
    return unitOfWork.call(
        () -> {
          if (!store.cancel(id)) {
            throw new Refused("problem.bulk.not-running");
          }
          return known(id);
        });
  }

  @Override
  public BulkActView undo(BulkActId id) {
    BulkActView act = get(id);
    requireRight(act.order().verb());
    if (act.undoes() != null) {
      throw new Refused("problem.bulk.is-undo");
    }
    if (act.state() == BulkActView.State.RUNNING) {
      throw new Refused("problem.bulk.running");
    }
    requireField(act.order());
    return run(
        act.order(),
        id,
        () -> {
          store.hold(id);
          if (known(id).undoneBy() != null) {
            throw new Refused("problem.bulk.undone");
          }
          return act.changed();
        });
  }

  private BulkActView run(
      BulkOrder order, BulkActId undoes, java.util.function.LongSupplier total) {
    User starter = user.require();
    BulkActId id =
        unitOfWork.callSeparately(
            () -> store.add(BulkOrders.write(order), undoes, total.getAsLong(), node, starter));
    run(starter, unitOfWork.callSeparately(() -> known(id)), null);
    return unitOfWork.callSeparately(() -> known(id));
  }

  private BulkOrder permitted(BulkOrder order) {
    access.require(PARTY_READ);
    BulkOrder normal = BulkOrders.normal(order, fields.of(PartyRegister.TYPE));
    requireRight(normal.verb());
    if (normal.register() != null) {
      boolean byRule = registers.get(normal.register()).byRule();
      if (byRule) {
        throw new Refused("problem.register.by-rule", registers.get(normal.register()).name());
      }
    }
    normal.shares().stream()
        .map(OwnerShare::register)
        .filter(Objects::nonNull)
        .forEach(registers::get);
    return normal;
  }

  /** Values of an archived field stay as they are, and a removed one can hold none. */
  private void requireField(BulkOrder order) {
    if (order.verb() != BulkVerb.FIELD) {
      return;
    }
    CustomFieldView field =
        fields
            .named(PartyRegister.TYPE, order.field())
            .orElseThrow(() -> new Refused("problem.bulk.field-removed", order.field()));
    if (field.archived()) {
      throw new Refused("problem.bulk.field-archived", field.label(user.require().locale()));
    }
  }

  private void requireRight(BulkVerb verb) {
    access.require(verb == BulkVerb.STATUS ? PARTY_STATUS : PARTY_CHANGE);
  }

  /** The act, if it is there for this user. */
  private BulkActView shown(BulkActId id) {
    BulkActView act = known(id);
    if (scopes.onlyDoingsOf().filter(self -> !self.equals(act.startedBy())).isPresent()) {
      throw new NotFound("bulk-act", id.value());
    }
    return act;
  }

  private BulkActView known(BulkActId id) {
    return store.find(id).orElseThrow(() -> new NotFound("bulk-act", id.value()));
  }

  /** The machine and place that this process runs in: the same again after a restart. */
  private static String node() {
    String place = System.getProperty("karaf.base", System.getProperty("user.dir", ""));
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + place;
    } catch (UnknownHostException nameless) {
      return place;
    }
  }
}
