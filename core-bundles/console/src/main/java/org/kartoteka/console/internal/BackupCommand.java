package org.kartoteka.console.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.backup.BackupView;
import org.kartoteka.platform.api.backup.Backups;

/** Writes a backup. */
@Service
@Command(
    scope = "crm",
    name = "backup",
    description = "Writes everything into one file while people work")
public final class BackupCommand extends AdministratorCommand {

  @Reference Backups backups;

  @Argument(name = "file", description = "A file that is not there yet", required = true)
  String file;

  @Option(name = "--password-file", description = "A file whose first line encrypts the backup")
  String passwordFile;

  @Override
  String run() {
    BackupView view = backups.write(Path.of(file), PasswordFile.read(passwordFile));
    return view.file()
        + ": "
        + view.tables()
        + " tables, "
        + view.files()
        + " files, "
        + view.bytes()
        + " bytes"
        + (view.encrypted() ? ", encrypted" : ", NOT encrypted");
  }
}
