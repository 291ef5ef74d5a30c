package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Contribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all bundles contribute now. Tells every open window at once when something arrives or
 * leaves; the window that is busy is told as soon as it is free.
 */
@org.osgi.service.component.annotations.Component(service = Contributions.class)
public class Contributions {

  private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);
  private static final Comparator<Contribution> ORDER =
      Comparator.comparingInt(Contribution::order).thenComparing(Contribution::id);

  private final Map<Class<?>, Set<Contribution>> byKind = new ConcurrentHashMap<>();
  private final Followers<Change> followers = new Followers<>();
  private final LoaderRelease loaderRelease = new LoaderRelease();

  /**
   * Something arrived or left.
   *
   * @param arrived false when it leaves
   */
  public record Change(Contribution contribution, boolean arrived) {}

  void add(Class<?> kind, Contribution contribution) {
    byKind.computeIfAbsent(kind, key -> new CopyOnWriteArraySet<>()).add(contribution);
    tell(new Change(contribution, true));
  }

  void remove(Class<?> kind, Contribution contribution) {
    byKind.getOrDefault(kind, Set.of()).remove(contribution);
    tell(new Change(contribution, false));
    loaderRelease.soon();
  }

  private void tell(Change change) {
    LOG.debug("{} {}", change.arrived() ? "Arrived:" : "Left:", change.contribution().id());
    followers.tell(change);
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

  /** While the component is shown, tells it of every change, within its window's session. */
  public void follow(Component component, Consumer<Change> listener) {
    followers.follow(component, listener);
  }
}
