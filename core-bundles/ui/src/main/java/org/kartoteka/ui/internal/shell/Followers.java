package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * The components in open windows that want to be told of something. Each is told within its
 * window's session and as its window's user, those that follow longest first; a window that is busy
 * is told as soon as it is free.
 *
 * @param <N> the news
 */
public final class Followers<N> {

  private final Set<Follower<N>> followers = new CopyOnWriteArraySet<>();

  private record Follower<N>(UI ui, Consumer<N> listener) {}

  /** Tells everybody. */
  public void tell(N news) {
    for (Follower<N> follower : followers) {
      try {
        follower.ui().access(() -> follower.listener().accept(news));
      } catch (UIDetachedException closed) {
        followers.remove(follower);
      }
    }
  }

  /** While the component is shown, tells the listener. */
  public void follow(Component component, Consumer<N> listener) {
    component.addAttachListener(attached -> follow(component, attached.getUI(), listener));
    if (component.isAttached()) {
      component.getUI().ifPresent(ui -> follow(component, ui, listener));
    }
  }

  private void follow(Component component, UI ui, Consumer<N> listener) {
    Follower<N> follower = new Follower<>(ui, listener);
    followers.add(follower);
    Registration[] once = new Registration[1];
    once[0] =
        component.addDetachListener(
            detached -> {
              followers.remove(follower);
              once[0].remove();
            });
  }
}
