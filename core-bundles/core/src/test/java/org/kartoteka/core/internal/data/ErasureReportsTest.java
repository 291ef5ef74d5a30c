package org.kartoteka.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.privacy.ErasedData;

class ErasureReportsTest {

  @Test
  void a_report_is_read_as_it_was_written() {
    List<ErasedData> report =
        List.of(
            ErasedData.all("note", 3),
            ErasedData.kept("sales.document", 2, "accounting", "sales.document")
                .until(LocalDate.of(2031, 12, 31)));

    assertEquals(report, ErasureReports.read(ErasureReports.write(report)));
  }

  @Test
  void a_report_of_before_tells_no_day() {
    assertEquals(
        List.of(ErasedData.kept("consent", 1, "proof", "core.consent")),
        ErasureReports.read(
            "[{\"kind\": \"consent\", \"erased\": 0, \"kept\": 1, \"reason\": \"proof\","
                + " \"place\": \"core.consent\"}]"));
  }
}
