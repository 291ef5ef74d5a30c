package org.kartoteka.platform.api.backup;

import java.nio.file.Path;

/**
 * A backup that was written or read back.
 *
 * @param tables how many tables
 * @param files how many files of the data folder
 * @param bytes the length of the backup
 */
public record BackupView(Path file, int tables, int files, long bytes, boolean encrypted) {}
