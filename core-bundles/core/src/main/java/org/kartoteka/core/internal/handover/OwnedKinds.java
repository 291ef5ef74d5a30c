package org.kartoteka.core.internal.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of records with an owner: those that are there, and those whose feature is away. */
@Component(service = OwnedKinds.class)
public class OwnedKinds {

  private final HandoverRows rows;
  private final List<OwnedRecords> present = new CopyOnWriteArrayList<>();

  @Activate
  public OwnedKinds(@Reference HandoverRows rows) {
    this.rows = rows;
  }

  /** A kind arrives. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindRecords(OwnedRecords records) {
    present.add(records);
  }

  /** A kind leaves. */
  public void unbindRecords(OwnedRecords records) {
    present.remove(records);
  }

  /** Those that are there. */
  List<OwnedRecords> present() {
    return List.copyOf(present);
  }

  Optional<OwnedRecords> find(String kind) {
    return present.stream().filter(records -> records.kind().equals(kind)).findFirst();
  }

  /** Those that were there once and are not now. */
  List<String> absent() {
    List<String> absent = new ArrayList<>(rows.kinds());
    present.forEach(records -> absent.remove(records.kind()));
    return absent;
  }

  /** All that were ever there. */
  List<String> all() {
    List<String> all = new ArrayList<>(absent());
    present.forEach(records -> all.add(records.kind()));
    return all;
  }

  /** Remembers those that are there. */
  void remember() {
    List<String> known = rows.kinds();
    present.stream()
        .map(OwnedRecords::kind)
        .filter(kind -> !known.contains(kind))
        .forEach(rows::remember);
  }
}
