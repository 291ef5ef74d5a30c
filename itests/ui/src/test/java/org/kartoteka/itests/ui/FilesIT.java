package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.itests.harness.Product;

/** Browsers get what never changes packed and once. */
@OnProduct
class FilesIT {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:src|href)=\"([^\"]+\\.(?:js|css)[^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Product product;

  FilesIT(Product product) {
    this.product = product;
  }

  @Test
  void all_files_that_the_page_names_are_packed_and_kept_for_a_year() throws Exception {
    Matcher address = ADDRESS.matcher(get("", "identity").body());

    int found = 0;
    while (address.find()) {
      HttpResponse<String> file = get(address.group(1).replace("./", ""), "gzip, br");
      assertEquals(200, file.statusCode(), address.group(1));
      assertTrue(header(file, "content-encoding").matches("gzip|br"), address.group(1));
      assertTrue(header(file, "cache-control").contains("max-age=31536000"), address.group(1));
      found++;
    }
    assertTrue(found >= 4, found + " files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kartoteka-charts/echarts.min.js", "kartoteka-ui/keys.js"})
  void without_a_version_a_file_is_sent_again_only_when_it_changed(String path) throws Exception {
    HttpResponse<String> first = get(path, "gzip");

    HttpResponse<String> second =
        client.send(
            request(path, "gzip").header("If-None-Match", header(first, "etag")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertEquals(200, first.statusCode());
    assertEquals(304, second.statusCode());
  }

  private HttpResponse<String> get(String path, String encodings)
      throws IOException, InterruptedException {
    return client.send(request(path, encodings).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String encodings) {
    return HttpRequest.newBuilder(product.address().resolve("/" + path))
        .header("Accept", "text/html,*/*")
        .header("Accept-Encoding", encodings);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
