package com.kaizencast.cli;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.importing.Web;
import com.kaizencast.publish.Home;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Asks for the feed and its newest audio as apps and directories do. */
final class OnlineCheckup {

  private static final Set<String> FEED_TYPES =
      Set.of("application/rss+xml", "application/xml", "text/xml");

  private static final Map<String, String> ORIGIN = Map.of("Origin", "https://player.example");

  private final Home home;
  private final Findings findings;

  OnlineCheckup(Path home, Findings findings) {
    this.home = new Home(home);
    this.findings = findings;
  }

  void run() throws IOException, InterruptedException {
    Show show;
    try {
      show = ShowReader.read(home.root());
    } catch (ScriptException e) {
      return; // The other check-up has said so.
    }
    String url = show.publicUrl() + "feed/feed.xml";
    try {
      Web web = Web.trusting(url);
      Web.Answer feed = web.ask("GET", url, ORIGIN, FeedReader.MAX_BYTES);
      findings.expect(
          feed.status() == 200,
          "feed online",
          url + " answers with status " + feed.status(),
          "publish the folders feed/ and audio/ under base-url");
      if (feed.status() == 200) {
        feed(web, url, feed);
        audio(web, feed);
      }
    } catch (IOException e) {
      findings.broken("feed online", String.valueOf(e.getMessage()), "");
    }
  }

  private void feed(Web web, String url, Web.Answer feed) throws IOException, InterruptedException {
    String type = Web.mediaType(feed.headers());
    findings.expect(
        FEED_TYPES.contains(type), "its type", type, "serve .xml as application/rss+xml");
    head(web, url, feed.body().length);
    cors("its CORS", feed);
    boolean same =
        Files.isRegularFile(home.feedFile())
            && Arrays.equals(feed.body(), Files.readAllBytes(home.feedFile()));
    if (same) {
      findings.ok("its content", "that of " + home.feedFile());
    } else {
      findings.odd(
          "its content", "another one than " + home.feedFile(), "publish again, if it is older");
    }
  }

  private void head(Web web, String url, long size) throws IOException, InterruptedException {
    Web.Answer head = web.ask("HEAD", url, Map.of(), 0);
    long length = head.headers().firstValueAsLong("Content-Length").orElse(-1);
    findings.expect(
        head.status() == 200,
        "its HEAD",
        "status " + head.status(),
        "let the server answer HEAD as GET; Apple asks so");
    if (length >= 0) {
      findings.expect(
          length == size, "its length", length + " bytes", "the file has " + size + " bytes");
    }
  }

  private void audio(Web web, Web.Answer answer) throws IOException, InterruptedException {
    PublishedFeed feed;
    try {
      feed = FeedReader.read(answer.body());
    } catch (UnreadableFeedException e) {
      findings.broken("feed online", "it is no feed: " + e.getMessage(), "");
      return;
    }
    if (feed.items().isEmpty()) {
      findings.odd("audio online", "the feed has no episode", "");
      return;
    }
    PublishedFeed.Item newest = feed.items().get(0);
    Web.Answer head = web.ask("HEAD", newest.audioUrl(), ORIGIN, 0);
    findings.expect(
        head.status() == 200,
        "audio online",
        newest.audioUrl() + " answers with status " + head.status(),
        "publish the folder audio/ too, and let the server answer HEAD");
    if (head.status() != 200) {
      return;
    }
    String type = Web.mediaType(head.headers());
    findings.expect(
        type.equals(newest.audioType()), "its type", type, "serve it as " + newest.audioType());
    long length = head.headers().firstValueAsLong("Content-Length").orElse(-1);
    findings.expect(
        length == newest.audioBytes(),
        "its length",
        length + " bytes",
        "the feed says " + newest.audioBytes() + "; publish audio/ and feed/ together");
    Web.Answer part =
        web.ask("GET", newest.audioUrl(), Map.of("Range", "bytes=0-3"), FeedReader.MAX_BYTES);
    findings.expect(
        part.status() == 206 && part.body().length == 4,
        "its ranges",
        "a request for 4 bytes gets status " + part.status(),
        "let the server answer byte ranges; Apple asks for it");
    cors("its CORS", head);
  }

  private void cors(String what, Web.Answer answer) {
    String allowed = answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    if (allowed.isEmpty()) {
      findings.odd(
          what, "no Access-Control-Allow-Origin", "players on other sites need it: set it to *");
    } else {
      findings.ok(what, "Access-Control-Allow-Origin: " + allowed);
    }
  }
}
