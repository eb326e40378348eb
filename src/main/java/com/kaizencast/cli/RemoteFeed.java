package com.kaizencast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Loads a feed from where it is published. */
final class RemoteFeed {

  private static final int MAX_BYTES = 50 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private RemoteFeed() {}

  /**
   * The feed at an address, redirections followed.
   *
   * @throws IOException if it can't be had, or is larger than 50 MB
   */
  static byte[] load(String url) throws IOException, InterruptedException {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IOException(url + " is no address: " + e.getMessage(), e);
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException(url + " answers with status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException(url + " is larger than 50 MB");
      }
      return bytes;
    }
  }
}
