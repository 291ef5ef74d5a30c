package org.kartoteka.ui.internal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * By what a browser is known again in which somebody has signed in before, so that strangers who
 * guess his password cannot lock him out. It opens nothing.
 */
public final class DeviceCookie {

  private static final String NAME = "kartoteka-device";
  private static final int BYTES = 24;
  private static final int LONGEST = 64;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final SecureRandom RANDOM = new SecureRandom();

  private DeviceCookie() {}

  /** What the browser was given before, else something new. */
  public static String of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    Optional<String> before =
        cookies == null
            ? Optional.empty()
            : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .findFirst();
    return before.orElseGet(DeviceCookie::fresh);
  }

  private static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Gives it to the browser, for the time from now on. */
  public static void give(String device, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(NAME, device);
    cookie.setPath("/");
    cookie.setMaxAge((int) KEPT.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
