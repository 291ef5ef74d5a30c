package org.kartoteka.platform.internal.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.document.MalwareGuard;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.TooLarge;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Attachments in the database, or in the folder {@code attachments} of the data folder when the
 * setting {@code platform.attachment-store} is {@code folder}. Files in the folder are named by
 * their checksum, so the same content is kept once.
 */
@Component
public final class AttachmentService implements Attachments {

  static final long DEFAULT_LIMIT = 25L * 1024 * 1024;
  private static final String DATABASE = "database";
  private static final String FOLDER = "folder";
  private static final int NAME_LENGTH = 255;

  /** A browser would run these as part of our pages. */
  private static final Set<String> DANGEROUS =
      Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "text/javascript");

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Settings settings;
  private final Clock clock;
  private final Installation installation;
  private final MalwareGuard guard;
  private final Tika tika = new Tika();

  @Activate
  public AttachmentService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Settings settings,
      @Reference Clock clock,
      @Reference Installation installation,
      @Reference MalwareGuard guard) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.settings = settings;
    this.clock = clock;
    this.installation = installation;
    this.guard = guard;
  }

  @Override
  public AttachmentView add(RecordRef owner, String fileName, InputStream content) {
    String name = name(fileName);
    try {
      Path spooled = Files.createTempFile(installation.folder("spool"), "attachment", ".tmp");
      try {
        MessageDigest digest = sha256();
        long size = spool(content, spooled, digest);
        String mediaType = mediaType(spooled, name);
        if (ProgramFile.is(mediaType, name)) {
          throw new InvalidInput(FieldError.of("file", "programFile", name));
        }
        guard.admit(name, spooled);
        String checksum = HexFormat.of().formatHex(digest.digest());
        return unitOfWork.call(() -> keep(owner, name, mediaType, size, checksum, spooled));
      } finally {
        Files.deleteIfExists(spooled);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<AttachmentView> of(String ownerType, String ownerId) {
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "select * from platform.attachment where owner_type = ? and owner_id = ? order by"
                        + " id",
                    ownerType,
                    ownerId)
                .list(AttachmentService::view));
  }

  @Override
  public AttachmentView find(AttachmentId id) {
    return unitOfWork.call(
        () ->
            Sql.of(unitOfWork, "select * from platform.attachment where id = ?", id)
                .first(AttachmentService::view)
                .orElseThrow(() -> new NotFound("attachment", id.value())));
  }

  @Override
  public InputStream open(AttachmentId id) {
    AttachmentView view = find(id);
    String store =
        unitOfWork.call(
            () ->
                Sql.of(unitOfWork, "select store from platform.attachment where id = ?", id)
                    .first(row -> row.getString(1))
                    .orElse(DATABASE));
    try {
      InputStream content =
          store.equals(FOLDER)
              ? new BufferedInputStream(Files.newInputStream(file(view.sha256())))
              : new ByteArrayInputStream(bytes(id));
      return new VerifiedInputStream(content, view.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(AttachmentId id) {
    unitOfWork.run(
        () -> {
          AttachmentView view = find(id);
          Sql.of(unitOfWork, "delete from platform.attachment where id = ?", id).update();
          boolean stillUsed =
              Sql.of(
                          unitOfWork,
                          "select count(*) from platform.attachment where sha256 = ? and store = ?",
                          view.sha256(),
                          FOLDER)
                      .number()
                  > 0;
          if (!stillUsed) {
            unitOfWork.afterCommit(() -> deleteFile(view.sha256()));
          }
        });
  }

  private AttachmentView keep(
      RecordRef owner, String name, String mediaType, long size, String checksum, Path spooled) {
    String store = settings.get("platform.attachment-store").orElse(DATABASE);
    long id =
        Sql.of(
                unitOfWork,
                "insert into platform.attachment (owner_type, owner_id, name, media_type, size,"
                    + " sha256, store, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning"
                    + " id",
                owner.type(),
                owner.id(),
                name,
                mediaType,
                size,
                checksum,
                store,
                currentUser.require().name(),
                clock.instant())
            .number();
    try {
      if (store.equals(FOLDER)) {
        Path file = file(checksum);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
          Files.copy(spooled, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } else {
        Sql.of(
                unitOfWork,
                "insert into platform.attachment_content (attachment_id, content) values (?, ?)",
                id,
                Files.readAllBytes(spooled))
            .update();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return find(new AttachmentId(id));
  }

  private long spool(InputStream content, Path file, MessageDigest digest) throws IOException {
    long limit =
        settings.get("platform.attachment-limit").map(Long::parseLong).orElse(DEFAULT_LIMIT);
    long size = 0;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = new DigestInputStream(content, digest);
        OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > limit) {
          throw new TooLarge(size, limit);
        }
        out.write(buffer, 0, n);
      }
    }
    return size;
  }

  private String mediaType(Path file, String name) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String detected = tika.detect(in, name);
      return DANGEROUS.contains(detected) ? "text/plain" : detected;
    }
  }

  private static String name(String fileName) {
    String name = fileName == null ? "" : fileName.replace('\\', '/');
    name = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new InvalidInput(FieldError.of("name", "required"));
    }
    if (name.length() > NAME_LENGTH) {
      throw new InvalidInput(FieldError.of("name", "tooLong", NAME_LENGTH));
    }
    return name;
  }

  private byte[] bytes(AttachmentId id) {
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "select content from platform.attachment_content where attachment_id = ?",
                    id)
                .first(row -> row.getBytes(1))
                .orElseThrow(() -> new NotFound("attachment", id.value())));
  }

  private Path file(String checksum) {
    return installation.folder("attachments").resolve(checksum.substring(0, 2)).resolve(checksum);
  }

  private void deleteFile(String checksum) {
    try {
      Files.deleteIfExists(file(checksum));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AttachmentView view(java.sql.ResultSet row) throws java.sql.SQLException {
    return new AttachmentView(
        new AttachmentId(row.getLong("id")),
        row.getString("owner_type"),
        row.getString("owner_id"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getString("added_by"),
        Sql.instant(row, "added_at"));
  }
}
