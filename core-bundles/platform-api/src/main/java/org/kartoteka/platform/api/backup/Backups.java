package org.kartoteka.platform.api.backup;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes everything the installation knows into one file while people work, and reads it back into
 * an installation of the same version. Needs {@code platform.backup.manage}.
 */
@ProviderType
public interface Backups {

  /**
   * Writes a backup: all schemas as they are at one moment, the attachments and keys of the data
   * folder. The file has its name only when it is whole.
   *
   * @param file must not be there yet
   * @param password encrypts the file; null for none
   */
  BackupView write(Path file, char[] password);

  /**
   * Puts the backup in the place of everything that is here, in one transaction, after the whole
   * file was checked. Restart the product afterwards.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the file is not whole, the password is
   *     wrong or the schemas are not those of this installation
   */
  BackupView restore(Path file, char[] password);
}
