package com.kaizencast.feed.gate;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the podcast namespace and of Podlove simple chapters. */
final class PodcastChecks {

  private static final Set<String> TRANSCRIPT_TYPES =
      Set.of("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain");
  private static final Pattern MEDIUM =
      Pattern.compile(
          "(podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?|mixed");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern PLAY_TIME =
      Pattern.compile("(?:\\d{1,3}:)?(?:\\d{1,2}:)?\\d{1,6}(?:\\.\\d{1,9})?");

  /** RFC 5545, section 3.3.10. */
  private static final Pattern RRULE =
      Pattern.compile("(?:[A-Z]+=[^;]+;)*FREQ=[A-Z]+(?:;[A-Z]+=[^;]+)*");

  private static final Pattern SRI =
      Pattern.compile(
          "sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==");

  private static final int MAX_VALUE = 128;
  private static final int MAX_TXT = 4000;

  private final Findings findings;
  private final FileChecks files;

  PodcastChecks(Findings findings, FileChecks files) {
    this.findings = findings;
    this.files = files;
  }

  void channel(XmlNode channel) throws IOException {
    findings.required(FeedRule.PODCAST_GUID_GIVEN, channel, "podcast:guid");
    findings.shaped(FeedRule.PODCAST_GUID, channel, "podcast:guid", UUID);
    for (XmlNode guid : channel.children("podcast:guid")) {
      findings.unless(
          !UUID.matcher(guid.text()).matches() || guid.text().charAt(14) == '5',
          FeedRule.PODCAST_GUID_VERSION,
          guid,
          "podcast:guid " + guid.text());
    }
    findings.required(FeedRule.LOCKED_GIVEN, channel, "podcast:locked");
    findings.shaped(FeedRule.MEDIUM, channel, "podcast:medium", MEDIUM);
    for (XmlNode trailer : channel.children("podcast:trailer")) {
      findings.attributes(FeedRule.TAG, trailer, "url", "pubdate");
      findings.date(trailer, trailer.attribute("pubdate"));
      files.media(trailer, trailer.attribute("url"), trailer);
    }
    common(channel);
  }

  void item(XmlNode item, Optional<Duration> duration) throws IOException {
    common(item);
    findings.shaped(FeedRule.TAG, item, "podcast:episode", DECIMAL);
    findings.shaped(FeedRule.TAG, item, "podcast:season", Findings.POSITIVE);
    for (XmlNode transcript : item.children("podcast:transcript")) {
      String type = String.valueOf(transcript.attribute("type"));
      findings.unless(
          TRANSCRIPT_TYPES.contains(type),
          FeedRule.TRANSCRIPT_TYPE,
          transcript,
          "a transcript of type " + type);
      textFile(transcript, type);
    }
    for (XmlNode chapters : item.children("podcast:chapters")) {
      String type = String.valueOf(chapters.attribute("type"));
      findings.unless(
          type.equals("application/json+chapters"),
          FeedRule.CHAPTERS_TYPE,
          chapters,
          "chapters of type " + type);
      textFile(chapters, type);
      files.chapters(chapters, simpleChapters(item));
    }
    item.children("podcast:soundbite").forEach(soundbite -> soundbite(soundbite, duration));
    for (XmlNode alternate : item.children("podcast:alternateEnclosure")) {
      alternateEnclosure(alternate);
    }
    for (XmlNode chapters : item.children("psc:chapters")) {
      simpleChapters(chapters, duration);
    }
  }

  /** Tags that stand in channel and item. */
  private void common(XmlNode parent) throws IOException {
    findings.oneOf(FeedRule.YES_OR_NO, parent, "podcast:locked", "yes", "no");
    for (XmlNode image : parent.children("podcast:image")) {
      files.there(image, image.attribute("href"));
    }
    findings.oneOf(FeedRule.YES_OR_NO, parent, "podcast:block", "yes", "no");
    for (XmlNode tag : parent.children()) {
      int longest = tag.name().equals("podcast:txt") ? MAX_TXT : MAX_VALUE;
      findings.unless(
          !tag.name().startsWith("podcast:") || tag.text().length() <= longest,
          FeedRule.NODE_LENGTH,
          tag,
          tag.name() + " is longer than " + longest);
      tag(tag);
    }
  }

  private void tag(XmlNode tag) {
    switch (tag.name()) {
      case "podcast:funding" -> findings.webAddress(FeedRule.TAG, tag, tag.attribute("url"));
      case "podcast:image" -> findings.webAddress(FeedRule.TAG, tag, tag.attribute("href"));
      case "podcast:podping" -> findings.attributes(FeedRule.TAG, tag, "usesPodping");
      case "podcast:updateFrequency" -> {
        String rule = tag.attribute("rrule");
        findings.unless(
            rule == null || RRULE.matcher(rule).matches(),
            FeedRule.TAG,
            tag,
            "updateFrequency with rrule " + rule);
      }
      case "podcast:txt" ->
          findings.unless(
              !"ai-content".equals(tag.attribute("purpose"))
                  || Set.of("true", "false").contains(tag.text()),
              FeedRule.TAG,
              tag,
              "ai-content is '" + tag.text() + "'");
      case "podcast:person", "podcast:location", "podcast:license", "podcast:trailer" ->
          findings.unless(!tag.text().isEmpty(), FeedRule.TAG, tag, tag.name() + " without text");
      default -> {}
    }
  }

  private void textFile(XmlNode tag, String type) throws IOException {
    String url = tag.attribute("url");
    findings.webAddress(FeedRule.TAG, tag, url);
    files.text(tag, url, type);
  }

  private void soundbite(XmlNode soundbite, Optional<Duration> duration) {
    String start = String.valueOf(soundbite.attribute("startTime"));
    String length = String.valueOf(soundbite.attribute("duration"));
    boolean isWithin =
        DECIMAL.matcher(start).matches()
            && DECIMAL.matcher(length).matches()
            && isWithin(new BigDecimal(start).add(new BigDecimal(length)), duration);
    findings.unless(
        isWithin, FeedRule.SOUNDBITE, soundbite, "from " + start + " for " + length + " seconds");
  }

  private void alternateEnclosure(XmlNode alternate) throws IOException {
    findings.attributes(FeedRule.TAG, alternate, "type");
    List<XmlNode> sources = alternate.children("podcast:source");
    findings.unless(
        !sources.isEmpty(), FeedRule.TAG, alternate, "alternateEnclosure without a source");
    for (XmlNode source : sources) {
      findings.attributes(FeedRule.TAG, source, "uri");
      files.media(source, source.attribute("uri"), alternate);
    }
    for (XmlNode integrity : alternate.children("podcast:integrity")) {
      findings.attributes(FeedRule.TAG, integrity, "type", "value");
      if (!"sri".equals(integrity.attribute("type"))) {
        continue;
      }
      String hash = String.valueOf(integrity.attribute("value"));
      if (!SRI.matcher(hash).matches()) {
        findings.add(FeedRule.INTEGRITY, integrity, hash);
        continue;
      }
      for (XmlNode source : sources) {
        files.hash(source, source.attribute("uri"), hash);
      }
    }
  }

  private void simpleChapters(XmlNode chapters, Optional<Duration> duration) {
    BigDecimal last = BigDecimal.valueOf(-1);
    for (XmlNode chapter : chapters.children("psc:chapter")) {
      findings.attributes(FeedRule.SIMPLE_CHAPTERS, chapter, "start", "title");
      String start = String.valueOf(chapter.attribute("start"));
      BigDecimal seconds = PLAY_TIME.matcher(start).matches() ? seconds(start) : last;
      findings.unless(
          seconds.compareTo(last) > 0 && isWithin(seconds, duration),
          FeedRule.SIMPLE_CHAPTERS,
          chapter,
          "a chapter at " + start);
      last = seconds;
    }
  }

  /** Starts in milliseconds; empty if there are none that can be read. */
  private static List<Long> simpleChapters(XmlNode item) {
    return item.children("psc:chapters").stream()
        .flatMap(chapters -> chapters.children("psc:chapter").stream())
        .filter(chapter -> PLAY_TIME.matcher(String.valueOf(chapter.attribute("start"))).matches())
        .map(
            chapter ->
                seconds(String.valueOf(chapter.attribute("start"))).movePointRight(3).longValue())
        .toList();
  }

  private static BigDecimal seconds(String playTime) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (String part : playTime.split(":", -1)) {
      seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
    }
    return seconds;
  }

  /** Durations are rounded to whole seconds. */
  private static boolean isWithin(BigDecimal seconds, Optional<Duration> duration) {
    return duration.isEmpty()
        || seconds.compareTo(BigDecimal.valueOf(duration.get().toSeconds() + 1)) <= 0;
  }
}
