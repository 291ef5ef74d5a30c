package org.kartoteka.platform.internal.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainWordsTest {

  @Test
  void namesTheMissingPackage() {
    String message =
        "Unable to resolve org.example.room [90](R 90.0): missing requirement [org.example.room"
            + " [90](R 90.0)] osgi.wiring.package;"
            + " (&(osgi.wiring.package=org.kartoteka.core.api.party)(version>=7.0.0)(!(version>=8.0.0)))"
            + " Unresolved requirements: [[org.example.room [90](R 90.0)] osgi.wiring.package;"
            + " (&(osgi.wiring.package=org.kartoteka.core.api.party)(version>=7.0.0)(!(version>=8.0.0)))]";

    assertEquals(
        "it needs the package org.kartoteka.core.api.party from version 7.0.0, which nothing here"
            + " offers",
        PlainWords.unresolved(message));
  }

  @Test
  void namesTheMissingJava() {
    assertEquals(
        "it needs Java 21",
        PlainWords.unresolved("missing requirement osgi.ee; (&(osgi.ee=JavaSE)(version=21))"));
  }

  @Test
  void namesWhatIsAtTheBottomOfAFailure() {
    String trace =
        "java.lang.reflect.InvocationTargetException\n\tat a.B.c(B.java:1)\n"
            + "Caused by: java.lang.IllegalStateException: no chairs\n\tat a.B.d(B.java:2)\n";

    assertEquals("java.lang.IllegalStateException: no chairs", PlainWords.cause(trace));
  }
}
