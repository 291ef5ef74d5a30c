package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.DocumentId;

class NumbersTest {

  private static final int CLIENTS = 8;
  private static final int EACH = 40;

  private final House house = new House();

  @Test
  void eight_clients_who_post_at_once_get_numbers_without_gap_though_some_fail() throws Exception {
    PartyId party = house.customer("Kowalski");
    List<List<DocumentId>> drafts = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      List<DocumentId> own = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        own.add(house.documents.draft(House.invoice(party, House.line("x", "1", "10"))).id());
      }
      drafts.add(own);
    }
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    List<Future<Integer>> posted = new ArrayList<>();
    for (List<DocumentId> own : drafts) {
      posted.add(clients.submit(posting(own)));
    }

    int errors = 0;
    for (Future<Integer> one : posted) {
      errors += one.get(2, TimeUnit.MINUTES);
    }
    clients.shutdown();
    assertEquals(0, errors);
    List<String> expected =
        IntStream.rangeClosed(1, CLIENTS * EACH).mapToObj(n -> "FV/2026/" + n).sorted().toList();
    assertEquals(
        expected,
        drafts.stream()
            .flatMap(List::stream)
            .map(id -> house.documents.get(id).number())
            .sorted()
            .toList());
    assertEquals(CLIENTS * EACH, house.number("select sum(lines) from sales.turnover"));
  }

  private Callable<Integer> posting(List<DocumentId> own) {
    return () -> {
      int errors = 0;
      for (int i = 0; i < own.size(); i++) {
        DocumentId id = own.get(i);
        if (i % 5 == 0) {
          rollBack(id);
        }
        try {
          house.documents.post(id, ExpectedRevision.any());
        } catch (RuntimeException failed) {
          errors++;
        }
      }
      return errors;
    };
  }

  private void rollBack(DocumentId id) {
    try {
      house.unitOfWork.run(
          () -> {
            house.documents.post(id, ExpectedRevision.any());
            throw new IllegalStateException();
          });
    } catch (IllegalStateException wanted) {
      return;
    }
  }
}
