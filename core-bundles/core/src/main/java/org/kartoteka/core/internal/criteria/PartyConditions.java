package org.kartoteka.core.internal.criteria;

import java.util.List;
import java.util.Locale;
import org.kartoteka.core.api.party.PartyLack;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.internal.custom.CustomConditions;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The criteria of a query as conditions on the row known as {@code p}. */
@Component(service = PartyConditions.class)
public class PartyConditions {

  private static final int DEEPEST = 10;

  private final UnitOfWork unitOfWork;
  private final CustomConditions custom;

  @Activate
  public PartyConditions(@Reference UnitOfWork unitOfWork, @Reference CustomConditions custom) {
    this.unitOfWork = unitOfWork;
    this.custom = custom;
  }

  /**
   * Adds all criteria but the text, each begun with {@code and}.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when a custom field is asked for what
   *     it does not have
   */
  public void add(SqlText sql, PartyQuery query) {
    if (!query.equals(PartyQuery.all())) {
      sql.plannedForItsArguments();
    }
    sql.add("and p.merged_into is null");
    add(sql, query, 0);
  }

  /** Adds all criteria, text included, each begun with {@code and}. */
  public void addAll(SqlText sql, PartyQuery query) {
    sql.add("and p.merged_into is null");
    sql.fitting(query.text());
    add(sql, query, 0);
  }

  private void add(SqlText sql, PartyQuery query, int depth) {
    what(sql, query);
    where(sql, query);
    when(sql, query);
    if (query.register() != null) {
      sql.add("and");
      inside(sql, query.register(), depth);
    }
    if (query.withoutRegister() != null) {
      sql.add("and not coalesce(");
      inside(sql, query.withoutRegister(), depth);
      sql.add(", false)");
    }
    query.without().stream().sorted().forEach(lack -> sql.add("and " + lacking(lack)));
    custom.add(sql, PartyRegister.TYPE, query.custom());
  }

  private static void what(SqlText sql, PartyQuery query) {
    if (!query.statuses().isEmpty()) {
      sql.add("and p.status = any(?)", query.statuses().stream().map(PartyStatus::name).toList());
    }
    if (query.kind() != null) {
      sql.add("and p.kind = ?", query.kind());
    }
    if (query.roles().size() == 1) {
      sql.add("and p.roles <> '{}' and p.roles @> ?", upper(query.roles()));
    } else if (!query.roles().isEmpty()) {
      sql.add("and p.roles <> '{}' and p.roles && ?", upper(query.roles()));
    }
    if (!query.tags().isEmpty()) {
      sql.add("and p.tags <> '{}' and p.tags @> ?", List.copyOf(query.tags()));
    }
    if (!query.withoutTags().isEmpty()) {
      sql.add("and not p.tags && ?", List.copyOf(query.withoutTags()));
    }
    if (query.owner() != null) {
      sql.add("and p.owner_id = ?", query.owner());
    }
    if (query.ratingFrom() != null) {
      sql.add("and p.rating >= ?", query.ratingFrom());
    }
    if (query.ratingTo() != null) {
      sql.add("and p.rating <= ?", query.ratingTo());
    }
  }

  private static void where(SqlText sql, PartyQuery query) {
    if (query.city() != null) {
      sql.add("and lower(coalesce(p.city, '')) = lower(?)", query.city());
    }
    if (query.countries().size() == 1) {
      sql.add("and p.country = ?", upper(query.countries()).get(0));
    } else if (!query.countries().isEmpty()) {
      sql.add("and p.country = any(?)", upper(query.countries()));
    }
  }

  private static void when(SqlText sql, PartyQuery query) {
    if (query.createdFrom() != null) {
      sql.add("and p.created_at >= ?::date", query.createdFrom().toString());
    }
    if (query.createdTo() != null) {
      sql.add("and p.created_at < ?::date + 1", query.createdTo().toString());
    }
    if (query.createdWithinDays() != null) {
      sql.add("and p.created_at >= now() - make_interval(days => ?)", query.createdWithinDays());
    }
    if (query.changedFrom() != null) {
      sql.add("and p.changed_at >= ?::date", query.changedFrom().toString());
    }
    if (query.changedTo() != null) {
      sql.add("and p.changed_at < ?::date + 1", query.changedTo().toString());
    }
    if (query.changedWithinDays() != null) {
      sql.add("and p.changed_at >= now() - make_interval(days => ?)", query.changedWithinDays());
    }
    if (query.unchangedForDays() != null) {
      sql.add("and p.changed_at < now() - make_interval(days => ?)", query.unchangedForDays());
    }
  }

  /** Being in a register. */
  public SqlText inside(RegisterId register) {
    SqlText sql = new SqlText();
    inside(sql, register, 0);
    return sql;
  }

  /** Being in a register, kept by hand or by a rule. */
  private void inside(SqlText sql, RegisterId register, int depth) {
    PartyQuery rule = depth < DEEPEST ? rule(register) : null;
    if (rule == null) {
      sql.add(
          "exists (select 1 from core.register_party r"
              + " where r.party_id = p.id and r.register_id = ?)",
          register);
    } else {
      sql.add("(true");
      sql.fitting(rule.text());
      add(sql, rule, depth + 1);
      sql.add(")");
    }
  }

  /** The rule of a register; null when it is kept by hand. */
  private PartyQuery rule(RegisterId register) {
    return Sql.of(unitOfWork, "select filter from core.register where id = ?", register)
        .first(row -> row.getString(1))
        .map(filter -> PartyQuery.ofUnderstood(Json.map(filter)))
        .orElse(null);
  }

  private static String lacking(PartyLack lack) {
    return switch (lack) {
      case OWNER -> "p.owner_id is null";
      case RATING -> "p.rating is null";
      case TAG -> "p.tags = '{}'";
      case ROLE -> "p.roles = '{}'";
      case IDENTIFIER -> "p.identifiers = '[]'";
      case ADDRESS -> "p.addresses = '[]'";
      case PHONE -> "p.phone is null";
      case EMAIL -> "p.email is null";
      case WEB -> "p.web is null";
      case BANK_ACCOUNT -> "p.bank_accounts = '[]'";
      case REGISTER ->
          "not exists (select 1 from core.register_party lack where lack.party_id = p.id)";
      case PERSON -> "not exists (select 1 from core.person lack where lack.party_id = p.id)";
      case NOTE -> "not exists (select 1 from core.note lack where lack.party_id = p.id)";
    };
  }

  private static List<String> upper(java.util.Set<String> words) {
    return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).sorted().toList();
  }
}
