package com.kaizencast.feed.gate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for items: RSS 2.0 and Apple's. */
final class ItemChecks {

  private static final Set<String> ONCE =
      Set.of(
          "title",
          "link",
          "description",
          "guid",
          "pubDate",
          "enclosure",
          "itunes:block",
          "itunes:duration",
          "itunes:episode",
          "itunes:episodeType",
          "itunes:explicit",
          "itunes:image",
          "itunes:season",
          "podcast:chapters",
          "podcast:episode",
          "podcast:license",
          "podcast:season",
          "psc:chapters");

  /** The types that Apple plays. */
  private static final Map<String, Set<String>> EXTENSIONS =
      Map.of(
          "audio/mpeg", Set.of("mp3"),
          "audio/x-m4a", Set.of("m4a"),
          "audio/mp4", Set.of("m4a", "mp4"),
          "video/mp4", Set.of("mp4"),
          "video/x-m4v", Set.of("m4v"),
          "video/quicktime", Set.of("mov"),
          "application/pdf", Set.of("pdf"));

  private static final Pattern DURATION =
      Pattern.compile("\\d{1,6}|(\\d{1,3}:)?[0-5]?\\d:[0-5]\\d");

  /** A line of a description that begins with a time, in parentheses or not. */
  private static final Pattern LISTED_CHAPTER =
      Pattern.compile("(?m)^[(\\[]?((?:\\d{1,2}:)?\\d{1,2}:\\d\\d)[)\\]]?\\s+\\S");

  private static final Pattern ACTIVE =
      Pattern.compile(
          "<(script|iframe|object|embed|form)\\b|<[a-z][^>]*\\son\\w+\\s*=|=\\s*[\"']?\\s*javascript:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "<[a-z][^>]*\\s(href|src)\\s*=\\s*[\"'](?![a-z][a-z0-9+.-]*:)", Pattern.CASE_INSENSITIVE);

  private final Findings findings;
  private final FileChecks files;
  private final PodcastChecks podcast;
  private final boolean isSerial;
  private final Set<String> guids = new HashSet<>();
  private final Set<String> enclosures = new HashSet<>();

  ItemChecks(XmlNode channel, Findings findings, FileChecks files, PodcastChecks podcast) {
    this.findings = findings;
    this.files = files;
    this.podcast = podcast;
    this.isSerial = channel.childText("itunes:type").equalsIgnoreCase("serial");
  }

  void check(XmlNode item) throws IOException {
    findings.once(item, ONCE);
    findings.required(FeedRule.ITEM_TITLE, item, "title");
    findings.required(FeedRule.ITEM_DESCRIPTION, item, "description");
    findings.descriptionLength(item);
    listedChapters(item);
    notes(item);
    for (XmlNode link : item.children("link")) {
      findings.webAddress(FeedRule.ITEM_LINK, link, link.text());
    }
    guid(item);
    findings.required(FeedRule.PUB_DATE, item, "pubDate");
    item.children("pubDate").forEach(date -> findings.date(date, date.text()));
    findings.oneOf(FeedRule.EXPLICIT, item, "itunes:explicit", "true", "false");
    findings.oneOf(FeedRule.YES, item, "itunes:block", "yes");
    files.pictures(item);
    findings.shaped(FeedRule.NUMBERS, item, "itunes:episode", Findings.POSITIVE);
    findings.shaped(FeedRule.NUMBERS, item, "itunes:season", Findings.POSITIVE);
    findings.oneOf(FeedRule.EPISODE_TYPE, item, "itunes:episodeType", "full", "trailer", "bonus");
    String type = item.childText("itunes:episodeType");
    boolean isFull = type.isEmpty() || type.equalsIgnoreCase("full");
    if (isSerial && isFull) {
      findings.required(FeedRule.SERIAL_NUMBERS, item, "itunes:episode");
    }
    Optional<Duration> duration = duration(item);
    enclosure(item, duration);
    podcast.item(item, duration);
  }

  private void listedChapters(XmlNode item) {
    List<Long> starts = new ArrayList<>();
    Matcher listed = LISTED_CHAPTER.matcher(item.childText("description"));
    while (listed.find()) {
      starts.add(seconds(listed.group(1)));
    }
    boolean rises = true;
    for (int i = 1; i < starts.size(); i++) {
      rises &= starts.get(i) > starts.get(i - 1);
    }
    // A single time may be anything.
    findings.unless(
        starts.size() < 2 || (starts.size() >= 3 && starts.get(0) == 0 && rises),
        FeedRule.LISTED_CHAPTERS,
        item,
        "a description with times " + starts + " (seconds)");
  }

  private void notes(XmlNode item) {
    for (String name : List.of("content:encoded", "description")) {
      for (XmlNode notes : item.children(name)) {
        findings.unless(
            !ACTIVE.matcher(notes.text()).find(),
            FeedRule.NOTES_INERT,
            notes,
            name + " with something active");
        Matcher relative = RELATIVE.matcher(notes.text());
        findings.unless(
            !relative.find(), FeedRule.NOTES_ABSOLUTE, notes, name + " with a relative address");
      }
    }
  }

  private void guid(XmlNode item) {
    findings.required(FeedRule.GUID, item, "guid");
    for (XmlNode guid : item.children("guid")) {
      String value = guid.text();
      findings.unless(guids.add(value), FeedRule.GUID, guid, "a second item with guid " + value);
      findings.unless(
          "false".equals(guid.attribute("isPermaLink")) || Findings.isWebAddress(value),
          FeedRule.GUID_NO_LINK,
          guid,
          "guid " + value);
    }
  }

  private Optional<Duration> duration(XmlNode item) {
    findings.required(FeedRule.DURATION_GIVEN, item, "itunes:duration");
    findings.shaped(FeedRule.DURATION, item, "itunes:duration", DURATION);
    String text = item.childText("itunes:duration");
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    findings.unless(
        !text.contains(":"), FeedRule.DURATION_SECONDS, item, "itunes:duration " + text);
    long seconds = seconds(text);
    findings.unless(seconds > 0, FeedRule.DURATION, item, "itunes:duration is zero");
    return Optional.of(Duration.ofSeconds(seconds));
  }

  private static long seconds(String time) {
    long seconds = 0;
    for (String part : time.split(":", -1)) {
      seconds = seconds * 60 + Long.parseLong(part);
    }
    return seconds;
  }

  private void enclosure(XmlNode item, Optional<Duration> duration) throws IOException {
    List<XmlNode> found = item.children("enclosure");
    findings.unless(!found.isEmpty(), FeedRule.ENCLOSURE, item, "no enclosure");
    for (XmlNode enclosure : found) {
      findings.attributes(FeedRule.ENCLOSURE, enclosure, "url", "length", "type");
      findings.unless(
          Findings.length(enclosure).isPresent(),
          FeedRule.ENCLOSURE,
          enclosure,
          "an enclosure of length " + enclosure.attribute("length"));
      String url = String.valueOf(enclosure.attribute("url"));
      findings.webAddress(FeedRule.ENCLOSURE_URL, enclosure, url);
      findings.unless(
          enclosures.add(url), FeedRule.ENCLOSURE_URL, enclosure, "a second item with " + url);
      String type = String.valueOf(enclosure.attribute("type"));
      String path = url.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
      findings.unless(
          EXTENSIONS
              .getOrDefault(type, Set.of())
              .contains(path.substring(path.lastIndexOf('.') + 1)),
          FeedRule.ENCLOSURE_TYPE,
          enclosure,
          type + " for " + url);
      files.episode(enclosure, duration);
    }
  }
}
