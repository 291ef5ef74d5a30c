package org.kartoteka.core.internal.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.internal.domain.CustomValue;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.security.UserId;

/** Orders of bulk acts: their rules, and how they are kept. */
final class BulkOrders {

  private static final int MOST_CHOSEN = 10_000;
  private static final int MOST_TAGS = 20;

  private BulkOrders() {}

  /**
   * The order in its normal form.
   *
   * @param fields the custom fields of parties that are not archived
   * @throws org.kartoteka.platform.api.problem.InvalidInput with all errors
   */
  static BulkOrder normal(BulkOrder given, List<CustomFieldView> fields) {
    Findings findings = new Findings();
    if (given.verb() == null) {
      findings.add("verb", "required");
    }
    if (given.filter() == null && given.parties().isEmpty()) {
      findings.add("parties", "required");
    }
    if (given.filter() != null && !given.parties().isEmpty()) {
      findings.add("filter", "notAllowed");
    }
    if (given.parties().size() > MOST_CHOSEN) {
      findings.add("parties", "tooMany", MOST_CHOSEN);
    }
    BulkVerb verb = given.verb();
    Set<String> tags = new LinkedHashSet<>();
    if (verb == BulkVerb.TAG || verb == BulkVerb.UNTAG) {
      for (String tag : findings.atMost("tags", given.tags(), MOST_TAGS)) {
        String line = findings.line("tags", tag, 50);
        if (line != null) {
          tags.add(line);
        }
      }
      if (tags.isEmpty()) {
        findings.add("tags", "required");
      }
    }
    if ((verb == BulkVerb.PUT || verb == BulkVerb.TAKE) && given.register() == null) {
      findings.add("register", "required");
    }
    String reason = findings.text("reason", given.reason(), 1000);
    if (verb == BulkVerb.STATUS) {
      boolean bars =
          given.status() == PartyStatus.BARRED || given.status() == PartyStatus.TEMPORARILY_BARRED;
      if (given.status() == null) {
        findings.add("status", "required");
      } else if (bars && reason == null) {
        findings.add("reason", "required");
      }
    }
    if (verb == BulkVerb.OWNER) {
      Shares.check(given.shares(), findings);
      if (!given.shares().isEmpty() && given.owner() != null) {
        findings.add("owner", "notAllowed");
      }
    }
    Object value = verb == BulkVerb.FIELD ? value(given, fields, findings) : null;
    findings.throwIfAny();
    return new BulkOrder(
        verb,
        given.parties(),
        given.filter(),
        List.copyOf(tags),
        given.register(),
        given.owner(),
        given.status(),
        reason,
        verb == BulkVerb.OWNER ? given.shares() : null,
        verb == BulkVerb.FIELD ? given.field() : null,
        value);
  }

  /** The value in the form that its field keeps; null clears the field. */
  private static Object value(BulkOrder given, List<CustomFieldView> fields, Findings findings) {
    String name = findings.line("field", given.field(), 50);
    if (name == null) {
      findings.add("field", "required");
      return null;
    }
    Optional<CustomFieldView> field =
        fields.stream().filter(one -> one.name().equals(name)).findFirst();
    if (field.isEmpty()) {
      findings.add("field", "customUnknown", name);
      return null;
    }
    boolean clears = given.value() == null || given.value().toString().isBlank();
    if (clears && field.get().required()) {
      findings.add(field.get().path(), "required");
    }
    return CustomValue.normal(field.get(), given.value(), findings);
  }

  /** As it is kept. The parties chosen are kept with what came of them. */
  static String write(BulkOrder order) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("verb", order.verb());
    kept.put("filter", order.filter() == null ? null : order.filter().fields());
    kept.put("parties", BulkStore.ids(order.parties()));
    kept.put("tags", order.tags());
    kept.put("register", order.register() == null ? null : order.register().value());
    kept.put("owner", order.owner() == null ? null : order.owner().value());
    kept.put("status", order.status());
    kept.put("reason", order.reason());
    kept.put("shares", Shares.kept(order.shares()));
    kept.put("field", order.field());
    kept.put("value", order.value());
    return Json.write(kept);
  }

  @SuppressWarnings("unchecked")
  static BulkOrder read(String json) {
    Map<String, Object> kept = Json.map(json);
    Map<String, Object> filter = (Map<String, Object>) kept.get("filter");
    List<Object> parties = (List<Object>) kept.getOrDefault("parties", new ArrayList<>());
    return new BulkOrder(
        BulkVerb.valueOf(kept.get("verb").toString()),
        parties.stream()
            .map(id -> new PartyId(((Number) id).longValue()))
            .collect(Collectors.toSet()),
        filter == null ? null : PartyQuery.ofUnderstood(filter),
        (List<String>) kept.get("tags"),
        kept.get("register") instanceof Number id ? new RegisterId(id.longValue()) : null,
        kept.get("owner") instanceof Number id ? new UserId(id.longValue()) : null,
        kept.get("status") == null ? null : PartyStatus.valueOf(kept.get("status").toString()),
        (String) kept.get("reason"),
        Shares.read(kept.get("shares")),
        (String) kept.get("field"),
        kept.get("value"));
  }
}
