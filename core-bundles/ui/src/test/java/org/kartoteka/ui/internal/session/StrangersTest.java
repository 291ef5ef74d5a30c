package org.kartoteka.ui.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.settings.Installation;

/** Sessions of nobody are few and short. */
class StrangersTest {

  private static final String STRANGER = "203.0.113.7";
  private final Map<String, Object> attributes = new HashMap<>();
  private Integer interval;

  @Test
  void anAddressGetsSoManySessionsAndNoMore() {
    Strangers strangers = started("10");

    assertEquals(10, admitted(strangers, request(STRANGER, "/", null, false)));
    assertFalse(strangers.admits(request(STRANGER, "/parties", "init", false)));
    assertTrue(strangers.admits(request("203.0.113.8", "/", null, false)));
  }

  @Test
  void whatOpensNoSessionAndThisMachinePassAsOftenAsTheyLike() {
    Strangers strangers = started("10");
    admitted(strangers, request(STRANGER, "/", null, false));

    assertEquals(1000, admitted(strangers, request(STRANGER, "/", null, true)));
    assertEquals(1000, admitted(strangers, request(STRANGER, "/VAADIN/build/x.js", null, false)));
    assertEquals(1000, admitted(strangers, request(STRANGER, "/", "heartbeat", false)));
    assertEquals(1000, admitted(strangers, request("127.0.0.1", "/", null, false)));
    assertEquals(1000, admitted(started("0"), request(STRANGER, "/", null, false)));
  }

  @Test
  void aSessionOfNobodyEndsSoonAndThatOfSomebodyIsLeftAlone() {
    Strangers strangers = started(null);

    strangers.left(request(STRANGER, "/", null, false));
    assertNull(interval);
    attributes.put(SessionUser.ID, 1L);
    strangers.left(request(STRANGER, "/", null, true));
    assertNull(interval);
    attributes.clear();
    strangers.left(request(STRANGER, "/", null, true));
    assertEquals(900, interval);
  }

  private static int admitted(Strangers strangers, HttpServletRequest request) {
    int admitted = 0;
    while (admitted < 1000 && strangers.admits(request)) {
      admitted++;
    }
    return admitted;
  }

  private static Strangers started(String rate) {
    return new Strangers(
        new Installation() {
          @Override
          public Path folder(String name) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Optional<String> startSetting(String name) {
            return Optional.ofNullable(rate).filter(any -> name.equals(Strangers.RATE));
          }
        });
  }

  private HttpServletRequest request(String address, String path, String kind, boolean known) {
    return fake(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getRemoteAddr" -> address;
              case "getRequestURI" -> path;
              case "getParameter" -> kind;
              case "getSession" -> known ? session() : null;
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private HttpSession session() {
    return fake(
        HttpSession.class,
        (name, arguments) ->
            switch (name) {
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setMaxInactiveInterval" -> interval = (Integer) arguments[0];
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private interface Answers {
    Object to(String name, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answers.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answer;
            }));
  }
}
