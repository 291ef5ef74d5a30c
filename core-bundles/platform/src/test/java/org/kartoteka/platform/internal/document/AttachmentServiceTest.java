package org.kartoteka.platform.internal.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentScanner;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.TooLarge;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

class AttachmentServiceTest {

  private static final RecordRef NOTE = new RecordRef("note", "1", "");
  private static final byte[] PDF = "%PDF-1.4\nhello".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private final PostgresFixture postgres = PostgresFixture.create().migrate("platform");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final FakeSettings settings = new FakeSettings();
  private final ScannedUploads scanned = new ScannedUploads(settings);
  private AttachmentService attachments;

  @BeforeEach
  void open() {
    attachments =
        new AttachmentService(
            unitOfWork,
            FakeUser.almighty(),
            settings,
            Clock.systemUTC(),
            new FolderInstallation(folder),
            scanned);
  }

  @Test
  void aFileInWhichMalwareIsFoundIsRefusedAndNotKept() throws Exception {
    try (FakeClamd clamd = new FakeClamd("stream: Eicar-Test-Signature FOUND")) {
      settings.set(Clamd.SETTING, clamd.address());

      InvalidInput refused =
          assertThrows(
              InvalidInput.class,
              () -> attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF)));

      assertEquals(
          List.of(FieldError.of("file", "malware", "offer.bin", "Eicar-Test-Signature")),
          refused.errors());
      assertArrayEquals(PDF, clamd.received());
      assertEquals(List.of(), attachments.of("note", "1"));
    }
  }

  @Test
  void aLargeFileIsLookedThroughAsAWhole() throws Exception {
    byte[] large = new byte[300_000];
    new Random(1).nextBytes(large);
    try (FakeClamd clamd = new FakeClamd("stream: OK")) {
      settings.set(Clamd.SETTING, clamd.address());

      attachments.add(NOTE, "large.bin", new ByteArrayInputStream(large));

      assertArrayEquals(large, clamd.received());
    }
  }

  @Test
  void theScannerIsReachedAtItsUnixSocketToo() throws Exception {
    Path socket = folder.resolve("clamd.ctl");
    try (FakeClamd clamd = new FakeClamd(socket, "stream: Eicar-Test-Signature FOUND")) {
      settings.set(Clamd.SETTING, socket.toString());

      assertThrows(
          InvalidInput.class,
          () -> attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF)));
      assertArrayEquals(PDF, clamd.received());
    }
    settings.set(Clamd.SETTING, folder.resolve("nobody.ctl").toString());
    assertUnscanned();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "FOUND", "OK"})
  void aScannerThatCannotTellLetsNothingPass(String answer) throws Exception {
    try (FakeClamd clamd = new FakeClamd(answer)) {
      settings.set(Clamd.SETTING, clamd.address());

      assertUnscanned();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:1", "no.such.host.invalid:3310", "localhost", "localhost:99999"})
  void aScannerThatIsAwayLetsNothingPass(String address) {
    settings.set(Clamd.SETTING, address);

    assertUnscanned();
  }

  @Test
  void aBundleMayBringAScannerOfItsOwn() {
    FoundAlways scanner = new FoundAlways();
    scanned.bindScanners(scanner);

    assertThrows(
        InvalidInput.class,
        () -> attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF)));
    scanned.unbindScanners(scanner);
    attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF));
  }

  private void assertUnscanned() {
    Refused refused =
        assertThrows(
            Refused.class, () -> attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF)));
    assertEquals("platform.attachment.unscanned", refused.key());
    assertEquals(List.of(), attachments.of("note", "1"));
  }

  private static final class FoundAlways implements AttachmentScanner {

    @Override
    public boolean isInUse() {
      return true;
    }

    @Override
    public Optional<String> scan(InputStream content) {
      return Optional.of("Something");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "folder"})
  void givesBackWhatWasAdded(String store) throws IOException {
    settings.set("platform.attachment-store", store);

    AttachmentView added = attachments.add(NOTE, "offer.bin", new ByteArrayInputStream(PDF));

    assertEquals("application/pdf", added.mediaType());
    assertEquals(List.of(added), attachments.of("note", "1"));
    try (InputStream content = attachments.open(added.id())) {
      assertArrayEquals(PDF, content.readAllBytes());
    }
    attachments.remove(added.id());
    assertThrows(NotFound.class, () -> attachments.find(added.id()));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(0, left.filter(Files::isRegularFile).count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "setup.exe, MZ",
    "report.pdf, MZ",
    "picture.png, \u007fELF",
    "Price list.XLSX.lnk, text",
    "macro.vbs, text"
  })
  void aProgramIsRefusedWhateverItIsCalled(String name, String begin) throws IOException {
    byte[] content = (begin + "\0\0\0\1\0").getBytes(StandardCharsets.ISO_8859_1);

    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () -> attachments.add(NOTE, name, new ByteArrayInputStream(content)));

    assertEquals("programFile", refused.errors().get(0).code());
    assertEquals(List.of(), attachments.of("note", "1"));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(0, left.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void noticesThatAFileWasChangedBehindItsBack() throws IOException {
    settings.set("platform.attachment-store", "folder");
    AttachmentView added = attachments.add(NOTE, "offer.pdf", new ByteArrayInputStream(PDF));
    Path file =
        folder
            .resolve("attachments")
            .resolve(added.sha256().substring(0, 2))
            .resolve(added.sha256());
    Files.writeString(file, "something else");

    assertThrows(
        IOException.class,
        () -> {
          try (InputStream content = attachments.open(added.id())) {
            content.readAllBytes();
          }
        });
  }

  @Test
  void refusesWhatIsTooLargeAndKeepsNothing() {
    settings.set("platform.attachment-limit", "10");

    assertThrows(
        TooLarge.class, () -> attachments.add(NOTE, "a.pdf", new ByteArrayInputStream(PDF)));

    assertEquals(List.of(), attachments.of("note", "1"));
  }

  @Test
  void neverLetsABrowserRunAnAttachment() {
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);

    AttachmentView added = attachments.add(NOTE, "logo.svg", new ByteArrayInputStream(svg));

    assertEquals("text/plain", added.mediaType());
  }

  @Test
  void keepsTheNameOfTheFileOnly() {
    AttachmentView added =
        attachments.add(NOTE, "..\\..\\etc/passwd", new ByteArrayInputStream(PDF));

    assertEquals("passwd", added.name());
    assertThrows(
        InvalidInput.class, () -> attachments.add(NOTE, "/..", new ByteArrayInputStream(PDF)));
  }

  private record FolderInstallation(Path root) implements Installation {
    @Override
    public Path folder(String name) {
      try {
        return Files.createDirectories(root.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.empty();
    }
  }
}
