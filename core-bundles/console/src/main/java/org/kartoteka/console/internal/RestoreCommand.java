package org.kartoteka.console.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.backup.BackupView;
import org.kartoteka.platform.api.backup.Backups;

/** Reads a backup back. */
@Service
@Command(
    scope = "crm",
    name = "restore",
    description = "Puts a backup in the place of everything that is here")
public final class RestoreCommand extends AdministratorCommand {

  @Reference Backups backups;

  @Argument(name = "file", description = "A backup", required = true)
  String file;

  @Option(name = "--password-file", description = "A file whose first line is the password")
  String passwordFile;

  @Option(name = "--replace-everything", description = "Yes, what is here may go")
  boolean sure;

  @Override
  String run() {
    if (!sure) {
      return "This replaces all data. Say so with --replace-everything.";
    }
    BackupView view = backups.restore(Path.of(file), PasswordFile.read(passwordFile));
    return view.tables()
        + " tables and "
        + view.files()
        + " files restored. Restart Kartoteka now.";
  }
}
