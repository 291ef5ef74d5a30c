package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Contribution;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all bundles contribute now. Tells every open window at once when something arrives or
 * leaves; the window that is busy is told as soon as it is free. The windows follow beside the
 * bundle that starts or stops, which never waits for them; what has changed by then they hear
 * together. When the whole product stops they are told nothing: what is typed there stays.
 */
@org.osgi.service.component.annotations.Component(service = Contributions.class)
public class Contributions {

  private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);
  private static final Comparator<Contribution> ORDER =
      Comparator.comparingInt(Contribution::order).thenComparing(Contribution::id);

  private final Map<Class<?>, Set<Contribution>> byKind = new ConcurrentHashMap<>();
  private final Followers<Set<Class<?>>> followers = new Followers<>();
  private final Set<Class<?>> changed = new HashSet<>();
  private final LoaderRelease loaderRelease = new LoaderRelease();
  private final ExecutorService background;
  private final Bundle product;

  @Activate
  public Contributions(
      BundleContext context,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background) {
    this.background = background;
    this.product = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
  }

  void add(Class<?> kind, Contribution contribution) {
    byKind.computeIfAbsent(kind, key -> new CopyOnWriteArraySet<>()).add(contribution);
    LOG.debug("Arrived: {}", contribution.id());
    tell(kind);
  }

  void remove(Class<?> kind, Contribution contribution) {
    byKind.getOrDefault(kind, Set.of()).remove(contribution);
    LOG.debug("Left: {}", contribution.id());
    tell(kind);
    loaderRelease.soon();
  }

  private void tell(Class<?> kind) {
    if (product.getState() == Bundle.STOPPING) {
      return;
    }
    boolean first;
    synchronized (changed) {
      first = changed.isEmpty();
      changed.add(kind);
    }
    if (first) {
      background.execute(this::tellChanged);
    }
  }

  private void tellChanged() {
    Set<Class<?>> kinds;
    synchronized (changed) {
      kinds = Set.copyOf(changed);
      changed.clear();
    }
    followers.tell(kinds);
  }

  /** All of a kind that the user may see, in order. */
  public <C extends Contribution> List<C> of(Class<C> kind, User user) {
    return byKind.getOrDefault(kind, Set.of()).stream()
        .map(kind::cast)
        .filter(one -> one.permission() == null || user.may(one.permission()))
        .sorted(ORDER)
        .toList();
  }

  /** The contribution of a kind with the id, whoever may see it. */
  public <C extends Contribution> Optional<C> find(Class<C> kind, String id) {
    return byKind.getOrDefault(kind, Set.of()).stream()
        .map(kind::cast)
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /**
   * While the component is shown: after contributions of the kind arrived or left, within the
   * window's session, once for all that did so together.
   */
  public void follow(
      Component component, Class<? extends Contribution> kind, Runnable whenChanged) {
    followers.follow(
        component,
        kinds -> {
          if (kinds.contains(kind)) {
            whenChanged.run();
          }
        });
  }
}
