package org.kartoteka.core.internal.bulk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.security.UserId;

/** The shares by which parties are shared out: their rules, and how they are kept. */
public final class Shares {

  private static final int MOST = 20;
  private static final int MOST_OWNERS = 100;

  private Shares() {}

  /** Notes what is wrong with them. */
  public static void check(List<OwnerShare> given, Findings findings) {
    List<OwnerShare> shares = findings.atMost("shares", given, MOST);
    Set<RegisterId> registers = new HashSet<>();
    for (int i = 0; i < shares.size(); i++) {
      OwnerShare share = shares.get(i);
      String field = "shares[" + i + "].";
      if (share.owners().isEmpty()) {
        findings.add(field + "owners", "required");
      }
      findings.atMost(field + "owners", share.owners(), MOST_OWNERS);
      if (Set.copyOf(share.owners()).size() < share.owners().size()) {
        findings.add(field + "owners", "duplicate");
      }
      if (!registers.add(share.register())) {
        findings.add(field + "register", "duplicate");
      }
    }
  }

  /** As a document keeps them. */
  public static List<Map<String, Object>> kept(List<OwnerShare> shares) {
    return shares.stream().map(Shares::kept).toList();
  }

  private static Map<String, Object> kept(OwnerShare share) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("register", share.register() == null ? null : share.register().value());
    kept.put("owners", share.owners().stream().map(UserId::value).toList());
    return kept;
  }

  /** Out of a document; none for null. */
  @SuppressWarnings("unchecked")
  public static List<OwnerShare> read(Object kept) {
    return kept == null
        ? List.of()
        : ((List<Map<String, Object>>) kept).stream().map(Shares::share).toList();
  }

  @SuppressWarnings("unchecked")
  private static OwnerShare share(Map<String, Object> kept) {
    return new OwnerShare(
        kept.get("register") instanceof Number id ? new RegisterId(id.longValue()) : null,
        ((List<Number>) kept.get("owners"))
            .stream().map(id -> new UserId(id.longValue())).toList());
  }
}
