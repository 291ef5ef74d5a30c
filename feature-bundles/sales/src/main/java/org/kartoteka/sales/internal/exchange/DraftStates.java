package org.kartoteka.sales.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.LineView;

/**
 * What a draft was like after each of its lines: a fingerprint of its head and all lines so far. It
 * tells whether a draft is still as a row of an import left it.
 */
final class DraftStates {

  private static final int LENGTH = 16;

  private DraftStates() {}

  /** One for each line, in their order. */
  static List<String> of(DocumentView draft) {
    List<String> states = new ArrayList<>();
    String state =
        fingerprint(
            draft.issuedOn(),
            draft.soldOn(),
            draft.dueOn(),
            draft.currency(),
            draft.salespersonId(),
            draft.note());
    for (LineView line : draft.lines()) {
      LineData data = line.data();
      state =
          fingerprint(
              state,
              data.product(),
              data.name(),
              data.unit(),
              data.taxCode(),
              plain(data.quantity()),
              plain(data.unitPrice()),
              plain(data.unitCost()));
      states.add(state);
    }
    return states;
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private static String fingerprint(Object... parts) {
    String text = Stream.of(parts).map(Objects::toString).collect(Collectors.joining("\n"));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
