package org.kartoteka.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the user {@code admin} on the very first start. A generated password is left for the
 * launcher in {@code admin-password.txt}, readable by the owner only; the launcher shows it and
 * deletes the file.
 */
@Component(
    service = FirstAdministrator.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class FirstAdministrator {

  static final String NAME = "admin";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final UnitOfWork unitOfWork;
  private final Installation installation;

  @Activate
  public FirstAdministrator(
      @Reference UnitOfWork unitOfWork, @Reference Installation installation) {
    this.unitOfWork = unitOfWork;
    this.installation = installation;
  }

  void ensure() {
    UserTable users = new UserTable(unitOfWork);
    unitOfWork.run(
        () -> {
          if (users.isEmpty()) {
            Optional<String> chosen = installation.startSetting("kartoteka.admin.password");
            String password = chosen.orElseGet(FirstAdministrator::generated);
            if (chosen.isEmpty()) {
              leaveForLauncher(password);
            }
            users.insert(
                new UserData(
                    NAME,
                    "Administrator",
                    null,
                    "en",
                    List.of(StandardRole.ADMINISTRATOR.name()),
                    false),
                PasswordHash.of(password),
                false);
          }
        });
  }

  private void leaveForLauncher(String password) {
    Path file = installation.folder("").resolve("admin-password.txt");
    try {
      Files.deleteIfExists(file);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, password + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String generated() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
