package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The files of imports that have not ended, kept in the database piece by piece: so that an import
 * can go on after the server was stopped, on whatever machine.
 */
@Component(service = ImportFiles.class)
public class ImportFiles {

  private static final int PIECE = 1 << 20;

  private final UnitOfWork unitOfWork;

  @Activate
  public ImportFiles(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Keeps the file of an import. */
  void keep(ImportId id, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(PIECE);
      for (int part = 0; piece.length > 0; part++) {
        Sql.of(
                unitOfWork,
                "insert into core.import_file (import_id, part, content) values (?, ?, ?)",
                id,
                part,
                piece)
            .update();
        piece = in.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the file of an import; it is deleted when closed. */
  Spool copy(ImportId id) {
    return Spool.written(out -> copy(id, out));
  }

  /** The import has ended. */
  void forget(ImportId id) {
    Sql.of(unitOfWork, "delete from core.import_file where import_id = ?", id).update();
  }

  private void copy(ImportId id, OutputStream out) throws IOException {
    for (int part = 0; ; part++) {
      int wanted = part;
      byte[] piece = unitOfWork.call(() -> piece(id, wanted));
      if (piece == null) {
        return;
      }
      out.write(piece);
    }
  }

  private byte[] piece(ImportId id, int part) {
    return Sql.of(
            unitOfWork,
            "select content from core.import_file where import_id = ? and part = ?",
            id,
            part)
        .first(row -> row.getBytes(1))
        .orElse(null);
  }
}
