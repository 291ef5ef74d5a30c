package org.kartoteka.print.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kartoteka.platform.api.print.PrintedBlock;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.PrintedFields;
import org.kartoteka.platform.api.print.PrintedTable;
import org.kartoteka.platform.api.print.PrintedText;
import org.kartoteka.platform.api.print.Printer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints with Apache PDFBox. */
@Component
public final class PdfPrinter implements Printer {

  private final Clock clock;

  @Activate
  public PdfPrinter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public void print(PrintedDocument document, OutputStream out) {
    try (PDDocument file = new PDDocument()) {
      file.getDocumentInformation().setTitle(document.title());
      file.getDocumentInformation().setProducer("Kartoteka");
      file.getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(ZonedDateTime.now(clock)));
      file.getDocumentCatalog().setLanguage(document.locale().toLanguageTag());
      Letters letters = Letters.of(file);
      Wording wording = new Wording(document.locale());
      try (Paper paper = new Paper(file, letters, document.footer())) {
        paper.title(document.title());
        for (PrintedBlock block : document.blocks()) {
          print(block, paper, wording);
        }
      }
      file.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(PrintedBlock block, Paper paper, Wording wording) throws IOException {
    if (block instanceof PrintedFields fields) {
      new FieldsLayout(paper, wording).print(fields);
    } else if (block instanceof PrintedTable table) {
      new TableLayout(paper, wording).print(table);
    } else if (block instanceof PrintedText text) {
      paper.paragraph(text.text(), text.strong());
    }
  }
}
