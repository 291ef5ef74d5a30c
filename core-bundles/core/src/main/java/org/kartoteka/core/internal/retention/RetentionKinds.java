package org.kartoteka.core.internal.retention;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of data that present bundles declare. */
@Component(service = RetentionKinds.class)
public final class RetentionKinds {

  private final List<RetentionKind> kinds = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindKind(RetentionKind kind) {
    kinds.add(kind);
  }

  public void unbindKind(RetentionKind kind) {
    kinds.remove(kind);
  }

  List<RetentionKind> all() {
    return List.copyOf(kinds);
  }

  /** The kind, unless its bundle is away. */
  Optional<RetentionKind> find(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
