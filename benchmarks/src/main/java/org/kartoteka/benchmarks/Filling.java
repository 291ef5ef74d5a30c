package org.kartoteka.benchmarks;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Persons and notes of the imported parties, written as raw SQL: they are there to be searched
 * among, not to be measured.
 */
final class Filling {

  private static final String PERSONS =
      """
      insert into core.person (id, revision, party_id, party_kind, first_name, last_name, sort_name,
                               search_text, created_at, created_by, changed_at, changed_by)
      select nextval('core.person_seq'), 1, p.id, p.kind, n.first, n.last, n.last || ' ' || n.first,
             ' ' || n.key || ' ', now(), 'bench', now(), 'bench'
        from core.party p
        cross join lateral (
          select (?::text[])[1 + p.id * 7919 % ?] as first, (?::text[])[1 + p.id * 104729 % ?] as last,
                 (?::text[])[1 + p.id * 7919 % ?] || ' ' || (?::text[])[1 + p.id * 104729 % ?] as key) n
       where p.kind = 'ORGANISATION'
         and not exists (select 1 from core.person e where e.party_id = p.id)
      """;

  private static final String NOTES =
      """
      insert into core.note (id, revision, party_id, text, pinned, author, written_at, search_text)
      select nextval('core.note_seq'), 1, p.id, n.text, false, 'bench',
             now() - p.id % 1000 * interval '1 hour', ' ' || lower(n.text) || ' '
        from core.party p
        cross join lateral (
          select 'Visit ' || p.id || ': asked for an offer, wants delivery by '
                 || (array['truck', 'rail', 'courier', 'pick-up'])[1 + p.id % 4] as text) n
       where p.id % 2 = 0
         and not exists (select 1 from core.note e where e.party_id = p.id)
      """;

  private final RawSql sql;
  private final Names names;

  Filling(RawSql sql, Names names) {
    this.sql = sql;
    this.names = names;
  }

  void fill() throws SQLException, InterruptedException {
    String[] first = names.firstNames().toArray(String[]::new);
    String[] last = names.lastNames().toArray(String[]::new);
    sql.write(
        List.of(PERSONS, NOTES),
        List.of(
            new Object[] {
              first,
              first.length,
              last,
              last.length,
              keys(first),
              first.length,
              keys(last),
              last.length
            },
            new Object[0]));
    for (String table : List.of("party", "person", "note")) {
      sql.write(List.of("analyze core." + table), List.<Object[]>of(new Object[0]));
    }
  }

  private static String[] keys(String[] names) {
    String[] keys = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] =
          Normalizer.normalize(names[i], Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
    }
    return keys;
  }
}
