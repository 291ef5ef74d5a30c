package org.kartoteka.platform.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.document.AttachmentScanner;
import org.kartoteka.platform.api.document.MalwareGuard;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the daemon of ClamAV and the scanners of bundles; one that cannot tell lets nothing pass.
 */
@Component
public final class ScannedUploads implements MalwareGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ScannedUploads.class);

  private final List<AttachmentScanner> scanners = new CopyOnWriteArrayList<>();

  @Activate
  public ScannedUploads(@Reference Settings settings) {
    scanners.add(new Clamd(settings));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindScanners(AttachmentScanner scanner) {
    scanners.add(scanner);
  }

  public void unbindScanners(AttachmentScanner scanner) {
    scanners.remove(scanner);
  }

  @Override
  public void admit(String name, Path file) {
    for (AttachmentScanner scanner : scanners) {
      if (scanner.isInUse()) {
        found(scanner, name, file)
            .ifPresent(
                found -> {
                  LOG.warn("A file was refused: {} was found in it", found);
                  throw new InvalidInput(FieldError.of("file", "malware", name, found));
                });
      }
    }
  }

  private static Optional<String> found(AttachmentScanner scanner, String name, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return scanner.scan(content);
    } catch (IOException e) {
      LOG.warn("A file was refused: the scanner cannot tell whether it is safe", e);
      throw new Refused("platform.attachment.unscanned", name);
    }
  }
}
