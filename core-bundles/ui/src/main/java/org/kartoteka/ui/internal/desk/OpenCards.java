package org.kartoteka.ui.internal.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.internal.shell.Followers;

/** Which cards are open in which windows of this server, and what happens to them there. */
@org.osgi.service.component.annotations.Component(service = OpenCards.class)
public class OpenCards {

  private final Map<PartyId, Set<Reader>> readers = new ConcurrentHashMap<>();
  private final Followers<News> followers = new Followers<>();

  /** Somebody who has a card open in a window. */
  public record Reader(UI window, User user) {}

  /**
   * Something happened to an open card.
   *
   * @param by who has saved a change; null when somebody came or went
   */
  public record News(PartyId party, Reader by) {}

  /** While the card is shown, its reader is known to the others and hears of them. */
  public void open(Component card, PartyId party, User user, Consumer<News> listener) {
    card.addAttachListener(event -> enter(party, new Reader(event.getUI(), user)));
    card.addDetachListener(event -> leave(party, new Reader(event.getUI(), user)));
    followers.follow(
        card,
        news -> {
          if (news.party().equals(party)) {
            listener.accept(news);
          }
        });
  }

  private void enter(PartyId party, Reader reader) {
    readers.computeIfAbsent(party, key -> ConcurrentHashMap.newKeySet()).add(reader);
    followers.tell(new News(party, null));
  }

  private void leave(PartyId party, Reader reader) {
    readers.computeIfPresent(
        party,
        (key, present) -> {
          present.remove(reader);
          return present.isEmpty() ? null : present;
        });
    followers.tell(new News(party, null));
  }

  /** Who else has the card open, apart from the window. */
  public Collection<User> others(PartyId party, UI window) {
    return readers.getOrDefault(party, Set.of()).stream()
        .filter(reader -> reader.window() != window)
        .map(Reader::user)
        .toList();
  }

  /** Tells the others that a change was saved. */
  public void saved(PartyId party, UI window, User user) {
    followers.tell(new News(party, new Reader(window, user)));
  }

  /** The names of the others, each once, without the reader's own. */
  public static List<String> names(Collection<User> others, User own) {
    return others.stream()
        .filter(user -> !user.id().equals(own.id()))
        .map(User::fullName)
        .distinct()
        .sorted()
        .toList();
  }
}
