package com.kaizencast.feed.gate;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.feed.gate.FeedGate.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedGateTest {

  /** Keeps all rules; written by hand, so that the gate is not tested with what it guards. */
  static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
          xmlns:atom="http://www.w3.org/2005/Atom" xmlns:psc="http://podlove.org/simple-chapters"
          xmlns:podcast="https://podcastindex.org/namespace/1.0">
        <channel>
          <title>Tales</title>
          <link>https://example.com/</link>
          <description>About tales.</description>
          <language>en-GB</language>
          <copyright>2024 Ada</copyright>
          <lastBuildDate>Sat, 09 Mar 2024 10:00:00 GMT</lastBuildDate>
          <ttl>60</ttl>
          <atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>
          <itunes:author>Ada</itunes:author>
          <itunes:type>serial</itunes:type>
          <itunes:owner>
            <itunes:name>Ada</itunes:name>
            <itunes:email>ada@example.com</itunes:email>
          </itunes:owner>
          <itunes:category text="Business"/>
          <itunes:explicit>false</itunes:explicit>
          <itunes:complete>Yes</itunes:complete>
          <itunes:new-feed-url>https://example.org/feed.xml</itunes:new-feed-url>
          <itunes:image href="https://example.com/cover.png"/>
          <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
          <podcast:locked>yes</podcast:locked>
          <podcast:medium>podcast</podcast:medium>
          <podcast:person role="host">Ada</podcast:person>
          <podcast:txt purpose="ai-content">true</podcast:txt>
          <podcast:updateFrequency rrule="FREQ=WEEKLY;BYDAY=FR">Weekly</podcast:updateFrequency>
          <podcast:funding url="https://example.com/give">Give</podcast:funding>
          <podcast:trailer url="https://example.com/t.mp3" pubdate="Thu, 01 Apr 2021 08:00:00 EST"
              type='audio/mpeg'>Soon</podcast:trailer>
          <item>
            <title>First</title>
            <link>https://example.com/1</link>
            <description>One.</description>
            <enclosure url="https://example.com/1.mp3" length="1234" type="audio/mpeg"/>
            <guid isPermaLink="false">one</guid>
            <pubDate>Sat, 9 Mar 2024 10:00:00 +0100</pubDate>
            <itunes:duration>61</itunes:duration>
            <itunes:episode>1</itunes:episode>
            <itunes:season>1</itunes:season>
            <itunes:episodeType>full</itunes:episodeType>
            <podcast:episode>1</podcast:episode>
            <podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>
            <podcast:chapters url="https://example.com/1.json" type="application/json+chapters"/>
            <podcast:soundbite startTime="10.5" duration="20"/>
            <podcast:alternateEnclosure type="audio/mpeg">
              <podcast:source uri="https://example.com/1.mp3"/>
              <podcast:integrity type="sri"
                  value="sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"/>
            </podcast:alternateEnclosure>
            <psc:chapters version="1.2">
              <psc:chapter start="00:00:00.000" title="Welcome"/>
              <psc:chapter start="1:00" title="End"/>
            </psc:chapters>
          </item>
        </channel>
      </rss>
      """;

  /** A way to spoil the good feed, and the rules that are broken then. */
  record Fault(String what, String with, FeedRule... rules) {
    String spoiled() {
      assertThat(GOOD).as("spoils nothing: %s", what).containsPattern(what);
      return GOOD.replaceFirst(what, with);
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("</title>", "", FeedRule.WELL_FORMED),
        new Fault("<rss", "<!DOCTYPE rss><rss", FeedRule.WELL_FORMED),
        new Fault("Tales", "T&nbsp;ales", FeedRule.WELL_FORMED),
        new Fault("Tales", "T\u0001ales", FeedRule.WELL_FORMED),
        new Fault("UTF-8", "ISO-8859-1", FeedRule.UTF_8),
        new Fault("version=\"2.0\"", "version=\"0.91\"", FeedRule.RSS_2_0),
        new Fault("</channel>", "</channel><channel><x>1</x></channel>", FeedRule.RSS_2_0),
        new Fault("<ttl>", "<ttl>9</ttl><ttl>", FeedRule.ONCE_ONLY),
        new Fault(
            "<itunes:type>", "<itunes:type>serial</itunes:type><itunes:type>", FeedRule.ONCE_ONLY),
        new Fault(
            "<podcast:locked>",
            "<podcast:locked>no</podcast:locked><podcast:locked>",
            FeedRule.ONCE_ONLY),
        new Fault(
            "<enclosure",
            "<enclosure url=\"https://example.com/2.mp3\" length=\"1\""
                + " type=\"audio/mpeg\"/><enclosure",
            FeedRule.ONCE_ONLY),
        new Fault("<ttl>", "<docs/><ttl>", FeedRule.NOT_EMPTY),
        new Fault("<guid ", "<guid xmlns:x=\"urn:x\" ", FeedRule.NAMESPACES),
        new Fault(
            "<ttl>",
            "<image><url>https://example.com/cover.png</url><title>Tales</title></image><ttl>",
            FeedRule.RSS_IMAGE),
        new Fault(
            "<ttl>",
            "<atom:link rel=\"hub\" href=\"https://hub.example/\"/>"
                + "<atom:link rel=\"self\" href=\"https://example.com/feed\"/><ttl>",
            FeedRule.HUB),
        new Fault(
            "<ttl>",
            "<atom:link rel=\"next\" href=\"https://example.com/feed.xml\"/><ttl>",
            FeedRule.PAGES),
        new Fault(
            "<ttl>",
            "<atom:link rel=\"last\" href=\"https://example.com/2.xml\"/>"
                + "<atom:link rel=\"last\" href=\"https://example.com/3.xml\"/><ttl>",
            FeedRule.PAGES),
        new Fault("One\\.", "One.\n00:10 A\n00:20 B\n00:30 C", FeedRule.LISTED_CHAPTERS),
        new Fault("One\\.", "One.\n00:00 A\n00:20 B", FeedRule.LISTED_CHAPTERS),
        new Fault("One\\.", "One.\n(00:00) A\n(00:20) B\n(0:20) C", FeedRule.LISTED_CHAPTERS),
        new Fault(
            "One\\.", "&lt;p&gt;One&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;", FeedRule.NOTES_INERT),
        new Fault(
            "One\\.", "&lt;b class='x' onclick='go()'&gt;One&lt;/b&gt;", FeedRule.NOTES_INERT),
        new Fault(
            "One\\.", "&lt;a href=\"javascript:go()\"&gt;One&lt;/a&gt;", FeedRule.NOTES_INERT),
        new Fault("One\\.", "&lt;a href=\"/one\"&gt;One&lt;/a&gt;", FeedRule.NOTES_ABSOLUTE),
        new Fault("<itunes:duration>61", "<itunes:duration>1:01", FeedRule.DURATION_SECONDS),
        new Fault("ccf0-5f69", "ccf0-4f69", FeedRule.PODCAST_GUID_VERSION),
        new Fault("<itunes:author>Ada<", "<itunes:author> <", FeedRule.NOT_EMPTY, FeedRule.AUTHOR),
        new Fault("<title>Tales</title>", "", FeedRule.TITLE),
        new Fault("<link>[^<]*</link>", "", FeedRule.LINK),
        new Fault("<link>[^<]*</link>", "<link>example.com</link>", FeedRule.LINK),
        new Fault("<description>[^<]*</description>", "", FeedRule.DESCRIPTION),
        new Fault("About tales", "é".repeat(2001), FeedRule.DESCRIPTION_LENGTH),
        new Fault("One\\.", "é".repeat(2001), FeedRule.DESCRIPTION_LENGTH),
        new Fault("<language>[^<]*</language>", "", FeedRule.LANGUAGE),
        new Fault("en-GB", "english language", FeedRule.LANGUAGE),
        new Fault("<itunes:category text=\"Business\"/>", "", FeedRule.CATEGORY),
        new Fault("text=\"Business\"", "name=\"x\"", FeedRule.CATEGORY),
        new Fault("text=\"Business\"", "text=\"Busyness\"", FeedRule.CATEGORY),
        new Fault(
            "<itunes:category text=\"Business\"/>",
            "<itunes:category text=\"Business\"><itunes:category"
                + " text=\"Books\"/></itunes:category>",
            FeedRule.CATEGORY),
        new Fault("<itunes:explicit>false<", "<itunes:explicit>no<", FeedRule.EXPLICIT),
        new Fault("<itunes:explicit>[^<]*</itunes:explicit>", "", FeedRule.EXPLICIT),
        new Fault("<itunes:image[^>]*>", "", FeedRule.IMAGE),
        new Fault("cover.png", "cover.png?v=2", FeedRule.IMAGE),
        new Fault("cover.png", "cover.gif", FeedRule.IMAGE),
        new Fault("https://example.com/cover.png", "cover.png", FeedRule.IMAGE),
        new Fault("rel=\"self\"", "rel=\"alternate\"", FeedRule.SELF_LINK),
        new Fault("https://example.com/feed.xml", "feed.xml", FeedRule.ATOM_LINK),
        new Fault("<ttl>", "<atom:link href=\"https://hub.example\"/><ttl>", FeedRule.ATOM_LINK),
        new Fault(
            "<ttl>", "<podcast:txt purpose=\"ai-content\">partly</podcast:txt><ttl>", FeedRule.TAG),
        new Fault("FREQ=WEEKLY", "weekly", FeedRule.TAG),
        new Fault("<itunes:author>[^<]*</itunes:author>", "", FeedRule.AUTHOR),
        new Fault("<itunes:email>[^<]*</itunes:email>", "", FeedRule.OWNER),
        new Fault("ada@example.com", "nobody", FeedRule.OWNER),
        new Fault("<itunes:type>serial<", "<itunes:type>daily<", FeedRule.TYPE),
        new Fault("<itunes:complete>Yes<", "<itunes:complete>maybe<", FeedRule.YES),
        new Fault("https://example.org/feed.xml", "elsewhere", FeedRule.NEW_FEED_URL),
        new Fault("<copyright>[^<]*</copyright>", "", FeedRule.COPYRIGHT),
        new Fault("Sat, 09 Mar 2024", "Fri, 09 Mar 2024", FeedRule.DATE),
        new Fault("Sat, 9 Mar 2024", "Sam, 9 Mär 2024", FeedRule.DATE),
        new Fault("Sat, 9 Mar 2024 10:00:00 .0100", "2024-03-09T10:00:00Z", FeedRule.DATE),
        new Fault("01 Apr 2021", "31 Apr 2021", FeedRule.DATE),
        new Fault("<ttl>60", "<ttl>an hour", FeedRule.TTL),
        new Fault("<title>First</title>", "", FeedRule.ITEM_TITLE),
        new Fault("<description>One.</description>", "", FeedRule.ITEM_DESCRIPTION),
        new Fault("https://example.com/1<", "1<", FeedRule.ITEM_LINK),
        new Fault("<enclosure[^>]*/>", "", FeedRule.ENCLOSURE),
        new Fault("length=\"1234\"", "length=\"0\"", FeedRule.ENCLOSURE),
        new Fault("length=\"1234\"", "length=\"1,234\"", FeedRule.ENCLOSURE),
        new Fault(
            "length=\"1234\" type=\"audio/mpeg\"",
            "length=\"1234\"",
            FeedRule.ENCLOSURE,
            FeedRule.ENCLOSURE_TYPE),
        new Fault("type=\"audio/mpeg\"", "type=\"audio/ogg\"", FeedRule.ENCLOSURE_TYPE),
        new Fault("1.mp3", "1.wav", FeedRule.ENCLOSURE_TYPE),
        new Fault(
            "url=\"https://example.com/1.mp3\"",
            "url=\"https://example.com/a b.mp3\"",
            FeedRule.ENCLOSURE_URL),
        new Fault(
            "url=\"https://example.com/1.mp3\"",
            "url=\"https://example.com/ä.mp3\"",
            FeedRule.ENCLOSURE_URL),
        new Fault(
            "</item>",
            "</item>" + another("https://example.com/1.mp3", "two"),
            FeedRule.ENCLOSURE_URL),
        new Fault(
            "</item>", "</item>" + another("https://example.com/2.mp3", "one"), FeedRule.GUID),
        new Fault("<guid[^/]*</guid>", "", FeedRule.GUID),
        new Fault(" isPermaLink=\"false\"", "", FeedRule.GUID_NO_LINK),
        new Fault("<pubDate>[^<]*</pubDate>", "", FeedRule.PUB_DATE),
        new Fault("<itunes:duration>61", "<itunes:duration>61.5", FeedRule.DURATION),
        new Fault("<itunes:duration>61", "<itunes:duration>00:00:60", FeedRule.DURATION),
        new Fault("<itunes:duration>61", "<itunes:duration>٦١", FeedRule.DURATION),
        new Fault("<itunes:duration>61</itunes:duration>", "", FeedRule.DURATION_GIVEN),
        new Fault("<itunes:episode>1", "<itunes:episode>0", FeedRule.NUMBERS),
        new Fault("<itunes:season>1", "<itunes:season>one", FeedRule.NUMBERS),
        new Fault("<itunes:episode>1</itunes:episode>", "", FeedRule.SERIAL_NUMBERS),
        new Fault("<itunes:episodeType>full", "<itunes:episodeType>whole", FeedRule.EPISODE_TYPE),
        new Fault("9b024349-ccf0", "9b024349", FeedRule.PODCAST_GUID),
        new Fault("<podcast:guid>[^<]*</podcast:guid>", "", FeedRule.PODCAST_GUID_GIVEN),
        new Fault("<podcast:locked>[^<]*</podcast:locked>", "", FeedRule.LOCKED_GIVEN),
        new Fault("<podcast:locked>yes", "<podcast:locked>true", FeedRule.YES_OR_NO),
        new Fault("<podcast:medium>podcast", "<podcast:medium>radio", FeedRule.MEDIUM),
        new Fault("Give", "G".repeat(129), FeedRule.NODE_LENGTH),
        new Fault("https://example.com/give", "give", FeedRule.TAG),
        new Fault(
            "<podcast:person role=\"host\">Ada", "<podcast:person role=\"host\">", FeedRule.TAG),
        new Fault("<podcast:episode>1", "<podcast:episode>one", FeedRule.TAG),
        new Fault("<podcast:source[^>]*/>", "", FeedRule.TAG),
        new Fault("type=\"text/vtt\"", "type=\"text/srt\"", FeedRule.TRANSCRIPT_TYPE),
        new Fault("application/json.chapters", "application/json", FeedRule.CHAPTERS_TYPE),
        new Fault("startTime=\"10.5\"", "startTime=\"50\"", FeedRule.SOUNDBITE),
        new Fault("startTime=\"10.5\"", "startTime=\"0:10\"", FeedRule.SOUNDBITE),
        new Fault("sha384-Ex", "sha384-", FeedRule.INTEGRITY),
        new Fault("start=\"1:00\"", "start=\"0\"", FeedRule.SIMPLE_CHAPTERS),
        new Fault("start=\"1:00\"", "start=\"1:20\"", FeedRule.SIMPLE_CHAPTERS),
        new Fault("title=\"End\"", "", FeedRule.SIMPLE_CHAPTERS),
        new Fault("https://example.com/1.vtt", "http://example.com/1.vtt", FeedRule.HTTPS));
  }

  private static String another(String url, String guid) {
    return """
    <item>
      <title>Second</title>
      <description>Two.</description>
      <enclosure url="%s" length="99" type="audio/mpeg"/>
      <guid isPermaLink="false">%s</guid>
      <pubDate>Sat, 09 Mar 2024 10:00:00 GMT</pubDate>
      <itunes:duration>61</itunes:duration>
      <itunes:episodeType>bonus</itunes:episodeType>
    </item>
    """
        .formatted(url, guid);
  }

  private static List<Violation> check(String feed) throws IOException {
    return FeedGate.check(feed.getBytes(UTF_8), PublishedFiles.ELSEWHERE);
  }

  @Test
  void findsNothingWrongWithAGoodFeed() throws IOException {
    assertThat(check(GOOD)).isEmpty();
    assertThat(
            check(GOOD.replace("</item>", "</item>" + another("https://example.com/2.mp3", "2"))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheRuleThatIsBroken(Fault fault) throws IOException {
    assertThat(check(fault.spoiled()))
        .extracting(Violation::rule)
        .containsExactlyInAnyOrder(fault.rules());
  }

  @Test
  void hasATestForEachRule() {
    Set<FeedRule> tested = EnumSet.noneOf(FeedRule.class);
    faults().forEach(fault -> tested.addAll(Arrays.asList(fault.rules())));
    Stream.of(FeedRule.values()).filter(r -> r.name().startsWith("FILE_")).forEach(tested::add);

    assertThat(tested).containsExactlyInAnyOrder(FeedRule.values());
  }

  @Test
  void saysWhereAndWhoseRule() throws IOException {
    assertThat(check(GOOD.replace("<itunes:explicit>false<", "<itunes:explicit>no<")))
        .singleElement()
        .satisfies(violation -> assertThat(violation.isError()).isTrue())
        .hasToString("21: itunes:explicit 'no' (Apple: itunes:explicit is true or false)");
    assertThat(check(GOOD.replace("<copyright>2024 Ada</copyright>", "")))
        .singleElement()
        .satisfies(violation -> assertThat(violation.isError()).isFalse());
  }

  @Test
  void tellsAnotherEncoding() throws IOException {
    List<Violation> violations =
        FeedGate.check(
            GOOD.replace(" encoding=\"UTF-8\"", "").getBytes(UTF_16), PublishedFiles.ELSEWHERE);

    assertThat(violations).extracting(Violation::rule).containsExactly(FeedRule.UTF_8);
  }

  @Test
  void knowsThePodcastNamespaceUnderItsOlderName() throws IOException {
    String old =
        GOOD.replace(
            "https://podcastindex.org/namespace/1.0",
            "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md");

    assertThat(check(old)).isEmpty();
    assertThat(check(old.replace("<podcast:locked>yes", "<podcast:locked>1"))).hasSize(1);
  }

  @Test
  void survivesAttacks() throws IOException {
    List<String> attacks = new ArrayList<>();
    attacks.add(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\">"
            + "<channel><title>&x;</title></channel></rss>");
    attacks.add(
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<rss version=\"2.0\"><channel><title>&b;</title></channel></rss>");
    attacks.add("<a>".repeat(100_000));
    attacks.add("");
    attacks.add("\u0000");
    attacks.add("<rss version=\"2.0\">\uD800</rss>");

    for (String attack : attacks) {
      assertThat(check(attack))
          .extracting(Violation::rule)
          .contains(
              attack.contains("<rss") && !attack.contains("DOCTYPE")
                  ? FeedRule.RSS_2_0
                  : FeedRule.WELL_FORMED);
    }
    byte[] invalid =
        GOOD.replace("Tales", "\u00e4").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(FeedGate.check(invalid, PublishedFiles.ELSEWHERE))
        .extracting(Violation::rule)
        .containsExactly(FeedRule.WELL_FORMED);
  }
}
