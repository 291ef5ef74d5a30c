package org.kartoteka.ui.api.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @Test
  void an_address_leads_into_the_web_as_people_write_it() {
    assertEquals("https://www.example.com", target("www.example.com"));
    assertEquals("https://example.com:8080/a", target("example.com:8080/a"));
    assertEquals("http://example.com", target("http://example.com"));
    assertEquals("HTTPS://EXAMPLE.COM", target("HTTPS://EXAMPLE.COM"));
    assertEquals("https://javascript:alert(1)", target("javascript:alert(1)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript://x%0aalert(1)",
        " javascript://x",
        "data://text/html,x",
        "file:///etc/passwd",
        "ftp://x"
      })
  void what_leads_elsewhere_is_words_alone(String address) {
    assertEquals(address, assertInstanceOf(Span.class, Links.web(address)).getText());
  }

  private static String target(String address) {
    return assertInstanceOf(Anchor.class, Links.web(address)).getHref();
  }
}
