package org.kartoteka.core.internal.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.internal.duplicate.Profile.Groups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds cards that look like data which are not saved yet. */
@Component(service = SimilarCards.class)
public class SimilarCards {

  private final Profiles profiles;
  private final CardKeys keys;

  @Activate
  public SimilarCards(@Reference Profiles profiles, @Reference CardKeys keys) {
    this.profiles = profiles;
    this.keys = keys;
  }

  /**
   * A card that was found.
   *
   * @param colleague whether it is a person of the same party
   */
  record Similar(long id, boolean colleague, Likeness likeness) {

    private static final Comparator<Similar> ORDER =
        Comparator.comparing(Similar::colleague)
            .thenComparing(similar -> similar.likeness().score())
            .reversed()
            .thenComparing(Similar::id);

    private boolean isWorthAHint() {
      return colleague ? likeness.isClose() : likeness.isPossible();
    }
  }

  /** The likeliest parties, but for the given ones. */
  List<Similar> parties(Profile typed, Set<Long> except, int limit) {
    Set<Long> sharing = keys.sharing(Compared.PARTY, Compared.PARTY.keys(typed));
    return best(Compared.PARTY, typed, profiles.of(Compared.PARTY, sharing), except, limit);
  }

  /**
   * The likeliest persons but for the given ones, those of the same party first; natural persons
   * are found by the keys of their parties.
   *
   * @param groups which groups of their data may be compared
   */
  List<Similar> persons(Profile typed, Groups groups, Set<Long> except, int limit) {
    Set<Long> wanted = Compared.PERSON.keys(typed);
    Map<Long, Profile> others =
        profiles.persons(
            keys.sharing(Compared.PERSON, wanted), keys.sharing(Compared.PARTY, wanted), groups);
    return best(Compared.PERSON, typed, others, except, limit);
  }

  private static List<Similar> best(
      Compared what, Profile typed, Map<Long, Profile> others, Set<Long> except, int limit) {
    List<Similar> found = new ArrayList<>();
    others.forEach(
        (id, other) -> {
          Similar similar = new Similar(id, typed.isColleagueOf(other), what.compare(typed, other));
          if (similar.isWorthAHint() && !except.contains(id)) {
            found.add(similar);
          }
        });
    return found.stream().sorted(Similar.ORDER).limit(limit).toList();
  }
}
