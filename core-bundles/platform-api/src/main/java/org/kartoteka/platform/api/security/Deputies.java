package org.kartoteka.platform.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who stands in for whom while somebody is away. On the days of a deputyship, by the clock of this
 * machine, the records of the absent one count as the deputy's own: he reaches them for each action
 * with which the absent one reaches them and he himself reaches anything. He gets no permission by
 * it, and does not stand in for those for whom the absent one does. What he does is done in his own
 * name. Several deputyships may overlap, in a ring too.
 *
 * <p>Arranged by the absent one himself, by a superior of his at any height, or with {@code
 * security.user.manage}; everybody who is signed in may know of them.
 */
@ProviderType
public interface Deputies {

  /** The type of the records. */
  String TYPE = "deputyship";

  /**
   * Those that last or are to come, in which the user is away or stands in; the first ones first.
   */
  List<DeputyshipView> of(UserId user);

  /** For whom the current user stands in today. */
  List<DeputyshipView> standingIn();

  /** Whether the current user may arrange who stands in for somebody. */
  boolean mayArrange(UserId absent);

  /** Arranges one. */
  DeputyshipView arrange(DeputyshipData data);

  /** Ends one, or lets it not begin. */
  void end(DeputyshipId id);
}
