package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductGroupView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Product groups and which lie in which; within a unit of work. */
@Component(service = GroupRows.class)
public final class GroupRows {

  private static final String ROWS =
      "select g.*, (select max(depth) from sales.group_ancestry a where a.group_id = g.id) as depth"
          + " from sales.product_group g";

  private final UnitOfWork unitOfWork;

  @Activate
  public GroupRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** All groups, each behind the one it lies in, by name. */
  public List<ProductGroupView> all() {
    Map<ProductGroupId, List<ProductGroupView>> below = new HashMap<>();
    Sql.of(unitOfWork, ROWS + " order by g.name, g.id")
        .list(GroupRows::view)
        .forEach(
            group -> below.computeIfAbsent(group.parentId(), id -> new ArrayList<>()).add(group));
    List<ProductGroupView> ordered = new ArrayList<>();
    append(ordered, below, null);
    return ordered;
  }

  public Optional<ProductGroupView> find(ProductGroupId id) {
    return Sql.of(unitOfWork, ROWS + " where g.id = ?", id).first(GroupRows::view);
  }

  /** Holds the tree of groups against other changes. */
  public void lockAll() {
    Sql.of(unitOfWork, "select id from sales.product_group for update").list(row -> 1);
  }

  public boolean liesIn(ProductGroupId group, ProductGroupId ancestor) {
    return Sql.of(
                unitOfWork,
                "select count(*) from sales.group_ancestry where group_id = ? and ancestor_id = ?",
                group,
                ancestor)
            .number()
        > 0;
  }

  public boolean isUsed(ProductGroupId id) {
    return Sql.of(
            unitOfWork,
            """
            select exists (select 1 from sales.product where group_id = ?)
                or exists (select 1 from sales.product_group where parent_id = ?)
                or exists (select 1 from sales.turnover where group_id = ?)
            """,
            id,
            id,
            id)
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  /** The codes of the groups in which each group lies, the outermost first, its own last. */
  public Map<ProductGroupId, List<String>> paths() {
    Map<ProductGroupId, List<String>> paths = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select a.group_id, array_agg(g.code order by a.depth desc) as codes
              from sales.group_ancestry a join sales.product_group g on g.id = a.ancestor_id
             group by a.group_id
            """)
        .list(
            row ->
                paths.put(
                    new ProductGroupId(row.getLong("group_id")),
                    List.of((String[]) row.getArray("codes").getArray())));
    return paths;
  }

  public ProductGroupId insert(ProductGroupData data, Act act) {
    ProductGroupId id =
        new ProductGroupId(
            Sql.of(
                    unitOfWork,
                    "insert into sales.product_group (revision, code, name, parent_id, changed_at,"
                        + " changed_by) values (1, ?, ?, ?, ?, ?) returning id",
                    data.code(),
                    data.name(),
                    data.parentId(),
                    act.at(),
                    act.by())
                .number());
    retrace();
    return id;
  }

  public void update(ProductGroupId id, ProductGroupData data, Act act) {
    Sql.of(
            unitOfWork,
            "update sales.product_group set revision = revision + 1, code = ?, name = ?,"
                + " parent_id = ?, changed_at = ?, changed_by = ? where id = ?",
            data.code(),
            data.name(),
            data.parentId(),
            act.at(),
            act.by(),
            id)
        .update();
    retrace();
  }

  public void delete(ProductGroupId id) {
    Sql.of(unitOfWork, "delete from sales.product_group where id = ?", id).update();
  }

  /** Computes anew which group lies in which: there are hundreds at most. */
  private void retrace() {
    Sql.of(unitOfWork, "delete from sales.group_ancestry").update();
    Sql.of(
            unitOfWork,
            """
            insert into sales.group_ancestry (group_id, ancestor_id, depth)
            with recursive up (group_id, ancestor_id, depth) as (
              select id, id, 0 from sales.product_group
              union all
              select up.group_id, g.parent_id, up.depth + 1
                from up join sales.product_group g on g.id = up.ancestor_id
               where g.parent_id is not null)
            select * from up
            """)
        .update();
  }

  private static void append(
      List<ProductGroupView> ordered,
      Map<ProductGroupId, List<ProductGroupView>> below,
      ProductGroupId parent) {
    for (ProductGroupView group : below.getOrDefault(parent, List.of())) {
      ordered.add(group);
      append(ordered, below, group.id());
    }
  }

  private static ProductGroupView view(ResultSet row) throws SQLException {
    return new ProductGroupView(
        new ProductGroupId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("code"),
        row.getString("name"),
        Columns.id(row, "parent_id", ProductGroupId::new),
        row.getInt("depth"));
  }
}
