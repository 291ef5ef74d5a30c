package org.kartoteka.core.api.duplicate;

import java.util.List;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.security.UserId;

/**
 * A person in the register that looks like given data.
 *
 * @param person without the private and personal groups; null when it is out of the user's reach:
 *     there is one, and that is all that is told
 * @param score how sure it is that both are the same, 0 to 100
 * @param resemblances what speaks for it, the strongest first
 * @param askUserId whom to ask about a person that is out of reach: the owner of its party; null
 *     when nobody owns it, and for a person that is shown
 */
public record SimilarPerson(
    PersonView person, int score, List<Resemblance> resemblances, UserId askUserId) {

  public SimilarPerson {
    resemblances = List.copyOf(resemblances);
  }

  /** A person that the user may see. */
  public SimilarPerson(PersonView person, int score, List<Resemblance> resemblances) {
    this(person, score, resemblances, null);
  }

  /** A person that exists elsewhere, out of the user's reach. */
  public static SimilarPerson elsewhere(UserId askUserId) {
    return new SimilarPerson(null, 0, List.of(), askUserId);
  }

  /** Whether it is out of the user's reach. */
  public boolean isElsewhere() {
    return person == null;
  }
}
