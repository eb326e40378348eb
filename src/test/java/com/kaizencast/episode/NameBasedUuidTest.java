package com.kaizencast.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

  /** The test vector of RFC 9562, appendix A.4. */
  @Test
  void agreesWithTheStandard() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NameBasedUuid.of(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  /** The test vector of the podcast namespace. */
  @Test
  void ignoresSchemeAndTrailingSlashes() {
    for (String url : new String[] {"https://podnews.net/rss", "http://podnews.net/rss//"}) {
      assertThat(NameBasedUuid.ofFeed(URI.create(url)))
          .hasToString("9b024349-ccf0-5f69-a609-6b82873eab3c");
    }
  }
}
