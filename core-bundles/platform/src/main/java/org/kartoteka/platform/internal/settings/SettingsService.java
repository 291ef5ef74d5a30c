package org.kartoteka.platform.internal.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.platform.internal.security.PlatformPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings in the database. */
@Component
public final class SettingsService implements Settings {

  /** How long a value is taken from memory; another node may have changed it meanwhile. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final Clock clock;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /**
   * A value as it was in the table.
   *
   * @param value null while it is being written
   */
  private record Read(Optional<String> value, Instant until) {}

  @Activate
  public SettingsService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Optional<String> get(String key) {
    Instant now = clock.instant();
    Read known = read.get(key);
    boolean holds = known != null && now.isBefore(known.until());
    if (holds && known.value() != null) {
      return known.value();
    }
    Optional<String> value =
        unitOfWork.read(
            () ->
                Sql.of(unitOfWork, "select value from platform.setting where key = ?", key)
                    .first(row -> row.getString(1)));
    if (!holds) {
      read.put(key, new Read(value, now.plus(BELIEVED)));
    }
    return value;
  }

  /** What is being written is not remembered before it is committed. */
  private void forget(String key) {
    read.put(key, new Read(null, clock.instant().plus(BELIEVED)));
    unitOfWork.afterCommit(() -> read.remove(key));
  }

  @Override
  public void set(String key, String value) {
    access.require(PlatformPermissions.CHANGE_SETTINGS);
    unitOfWork.run(
        () -> {
          if (value == null) {
            Sql.of(unitOfWork, "delete from platform.setting where key = ?", key).update();
          } else {
            Sql.of(
                    unitOfWork,
                    "insert into platform.setting (key, value, changed_at, changed_by) values (?, ?,"
                        + " ?, ?) on conflict (key) do update set value = excluded.value, changed_at"
                        + " = excluded.changed_at, changed_by = excluded.changed_by",
                    key,
                    value,
                    clock.instant(),
                    currentUser.require().name())
                .update();
          }
          forget(key);
        });
  }

  @Override
  public Optional<String> mine(String key) {
    UserId user = currentUser.require().id();
    return unitOfWork.read(
        () ->
            Sql.of(
                    unitOfWork,
                    "select value from platform.user_setting where user_id = ? and key = ?",
                    user,
                    key)
                .first(row -> row.getString(1)));
  }

  @Override
  public void setMine(String key, String value) {
    UserId user = currentUser.require().id();
    unitOfWork.run(
        () -> {
          if (value == null) {
            Sql.of(
                    unitOfWork,
                    "delete from platform.user_setting where user_id = ? and key = ?",
                    user,
                    key)
                .update();
          } else {
            Sql.of(
                    unitOfWork,
                    "insert into platform.user_setting (user_id, key, value) values (?, ?, ?) on"
                        + " conflict (user_id, key) do update set value = excluded.value",
                    user,
                    key,
                    value)
                .update();
          }
        });
  }
}
