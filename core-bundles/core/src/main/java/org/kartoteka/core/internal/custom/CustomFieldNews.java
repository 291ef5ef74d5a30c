package org.kartoteka.core.internal.custom;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.custom.CustomFieldListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells on this node that custom fields are not what they were. */
@Component(service = CustomFieldNews.class)
public class CustomFieldNews {

  private static final Logger LOG = LoggerFactory.getLogger(CustomFieldNews.class);

  private final CustomFieldBook book;
  private final List<CustomFieldListener> listeners = new CopyOnWriteArrayList<>();

  @Activate
  public CustomFieldNews(@Reference CustomFieldBook book) {
    this.book = book;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindListener(CustomFieldListener listener) {
    listeners.add(listener);
  }

  public void unbindListener(CustomFieldListener listener) {
    listeners.remove(listener);
  }

  /** Tells of the fields of a type of record. */
  void tell(String recordType) {
    book.forget();
    for (CustomFieldListener listener : listeners) {
      try {
        listener.customFieldsChanged(recordType);
      } catch (RuntimeException failure) {
        LOG.warn("{} failed to hear of changed fields", listener.getClass(), failure);
      }
    }
  }
}
