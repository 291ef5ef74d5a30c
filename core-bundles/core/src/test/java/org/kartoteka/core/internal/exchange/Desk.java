package org.kartoteka.core.internal.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;

/** Imports and exports as tests do them: to their end. */
final class Desk {

  private final CoreFixture core;

  Desk(CoreFixture core) {
    this.core = core;
  }

  static ImportOptions options(Mode mode, String... rules) {
    return new ImportOptions(mode, false, List.of(rules), false, null);
  }

  ImportView run(String type, byte[] file, Map<String, String> mapping, ImportOptions options) {
    return run(new ImportOrder(type, "test.csv", mapping, options, false), file);
  }

  ImportView run(String csv, ImportOptions options) {
    return run("party", csv.getBytes(StandardCharsets.UTF_8), null, options);
  }

  ImportView run(ImportOrder order, byte[] file) {
    return ended(core.imports.start(order, new ByteArrayInputStream(file)).id());
  }

  ImportView undo(ImportView done) {
    return ended(core.imports.undo(done.id()).id());
  }

  /** Imports run one after another: the next work of their thread comes when this one is over. */
  ImportView ended(ImportId id) {
    try {
      core.background.submit(() -> {}).get(120, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the import does not end", e);
    }
    return core.imports.find(id);
  }

  List<ImportRowView> rows(ImportView view) {
    return core.imports.rows(view.id(), null, PageRequest.first(500)).items();
  }

  PartyView party(ImportRowView row) {
    return core.parties.get(new PartyId(Long.parseLong(row.recordId())));
  }

  PartyView change(PartyView party, PartyData data) {
    return core.parties.change(party.id(), ExpectedRevision.of(party.revision()), data);
  }

  byte[] export(String type, FileFormat format, List<String> ids) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    core.exports.write(
        core.exports
            .order(new ExportOrder(type, format, null, new ExportQuery(null, null, ids)))
            .id(),
        out);
    return out.toByteArray();
  }

  static List<Long> counts(ImportView view) {
    return List.of(view.created(), view.updated(), view.skipped(), view.refused());
  }
}
