package org.kartoteka.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderInUseIsRefusedInWords() throws Exception {
    try (DataFolder first = DataFolder.open(folder.resolve("data"))) {
      DatabaseProblem problem =
          assertThrows(DatabaseProblem.class, () -> DataFolder.open(first.path()));

      assertTrue(problem.getMessage().contains("in use by another Kartoteka"));
    }
  }

  @Test
  void aFolderGivenBackCanBeTakenAgain() throws Exception {
    DataFolder.open(folder.resolve("data")).close();

    try (DataFolder again = DataFolder.open(folder.resolve("data"))) {
      assertEquals(folder.resolve("data"), again.path());
    }
  }

  @Test
  void aFolderThatCanNotBeMadeIsRefusedInWords() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    DatabaseProblem problem =
        assertThrows(DatabaseProblem.class, () -> DataFolder.open(file.resolve("data")));

    assertTrue(problem.getMessage().contains("not writable"));
  }
}
