package org.kartoteka.contracts.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The code lists; within a unit of work. */
@Component(service = CodeRows.class)
public final class CodeRows {

  private static final Map<CodeList, String> USES =
      Map.of(
          CodeList.PACKAGE,
          "exists (select 1 from contracts.contract where package_type = e.code)"
              + " or exists (select 1 from contracts.annex where package_type = e.code)",
          CodeList.TERMINATION_REASON,
          "exists (select 1 from contracts.contract where termination_reason = e.code)");

  private final UnitOfWork unitOfWork;

  @Activate
  public CodeRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public List<CodeEntry> entries(CodeList list) {
    return Sql.of(
            unitOfWork,
            "select * from contracts.code_entry where list = ? order by name, code",
            list)
        .list(CodeRows::entry);
  }

  public Optional<CodeEntry> find(CodeList list, String code) {
    return Sql.of(
            unitOfWork,
            "select * from contracts.code_entry where list = ? and code = ?",
            list,
            code)
        .first(CodeRows::entry);
  }

  public void put(CodeEntry entry) {
    Sql.of(
            unitOfWork,
            "insert into contracts.code_entry (list, code, name, retired) values (?, ?, ?, ?)"
                + " on conflict (list, code) do update set name = excluded.name,"
                + " retired = excluded.retired",
            entry.list(),
            entry.code(),
            entry.name(),
            entry.retired())
        .update();
  }

  /** Whether it was removed: what is used stays. */
  public boolean removeUnused(CodeList list, String code) {
    return Sql.of(
                unitOfWork,
                "delete from contracts.code_entry e where list = ? and code = ? and not ("
                    + USES.get(list)
                    + ")",
                list,
                code)
            .update()
        > 0;
  }

  private static CodeEntry entry(ResultSet row) throws SQLException {
    return new CodeEntry(
        Columns.word(row, "list", CodeList.class),
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("retired"));
  }
}
