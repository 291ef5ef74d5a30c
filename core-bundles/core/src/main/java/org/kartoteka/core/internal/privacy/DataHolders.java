package org.kartoteka.core.internal.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All that hold personal data: bundles that declare them, running or not, and those that serve. */
@Component(service = {DataHolders.class, RecordTraces.class})
public final class DataHolders implements RecordTraces {

  private final DeclaredPlaces declared;
  private final List<PersonalDataHolder> holders = new CopyOnWriteArrayList<>();

  @Activate
  public DataHolders(@Reference DeclaredPlaces declared) {
    this.declared = declared;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindHolder(PersonalDataHolder holder) {
    holders.add(holder);
  }

  public void unbindHolder(PersonalDataHolder holder) {
    holders.remove(holder);
  }

  /** What all of them hold, in a unit of work. */
  public List<PersonalDatum> describe(DataSubject subject) {
    List<PersonalDatum> data = new ArrayList<>();
    holders.forEach(holder -> data.addAll(holder.describe(subject)));
    data.addAll(declared.describe(subject));
    return data;
  }

  @Override
  public List<ErasedData> erase(List<RecordRef> records) {
    return erase(new DataSubject(records, List.of(), List.of(), List.of(), ""));
  }

  /**
   * Erases what all of them hold, in the current transaction; what they had nothing of is not told.
   */
  public List<ErasedData> erase(DataSubject subject) {
    DataSubject whole = declared.complete(subject);
    List<ErasedData> data = new ArrayList<>();
    holders.forEach(holder -> data.addAll(holder.erase(whole)));
    data.addAll(declared.erase(whole));
    data.removeIf(one -> one.erased() == 0 && one.kept() == 0);
    return data;
  }
}
