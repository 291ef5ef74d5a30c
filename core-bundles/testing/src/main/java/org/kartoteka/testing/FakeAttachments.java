package org.kartoteka.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;

/** Attachments in memory. */
public final class FakeAttachments implements Attachments {

  private record Stored(AttachmentView view, byte[] content) {}

  private final Map<Long, Stored> stored = new ConcurrentSkipListMap<>();

  @Override
  public AttachmentView add(RecordRef owner, String fileName, InputStream content) {
    try {
      byte[] bytes = content.readAllBytes();
      long id = stored.size() + 1L;
      AttachmentView view =
          new AttachmentView(
              new AttachmentId(id),
              owner.type(),
              owner.id(),
              fileName,
              "application/octet-stream",
              bytes.length,
              "",
              "tester",
              Instant.EPOCH);
      stored.put(id, new Stored(view, bytes));
      return view;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<AttachmentView> of(String ownerType, String ownerId) {
    return stored.values().stream()
        .map(Stored::view)
        .filter(view -> view.ownerType().equals(ownerType) && view.ownerId().equals(ownerId))
        .toList();
  }

  @Override
  public AttachmentView find(AttachmentId id) {
    return get(id).view();
  }

  @Override
  public InputStream open(AttachmentId id) {
    return new ByteArrayInputStream(get(id).content());
  }

  @Override
  public void remove(AttachmentId id) {
    stored.remove(id.value());
  }

  private Stored get(AttachmentId id) {
    Stored found = stored.get(id.value());
    if (found == null) {
      throw new NotFound("attachment", id.value());
    }
    return found;
  }
}
