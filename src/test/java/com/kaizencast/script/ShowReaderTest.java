package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowReaderTest {

  /** Twelve lines; what a test adds begins on the thirteenth. */
  private static final String NEEDED =
      """
      title: The Engine Room
      description: About engines.
      author: Ada Lovelace
      owner:
        name: Ada L.
        email: ada@example.com
      language: en-GB
      website: https://example.com/
      # what is published
      base-url: https://example.com/podcast
      category: Education

      """;

  @TempDir private Path home;

  private Show read(String yaml) {
    Reading.write(home, "scripts/show.yaml", yaml);
    try {
      return ShowReader.read(home);
    } catch (Exception e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(byte[] yaml) {
    Reading.write(home, "scripts/show.yaml", yaml);
    return problems();
  }

  private List<String> problems() {
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> ShowReader.read(home));
    assertThat(thrown).as("problems").isNotNull();
    assertThat(thrown.problems())
        .allSatisfy(p -> assertThat(p.position().file()).isEqualTo("scripts/show.yaml"))
        .allSatisfy(p -> assertThat(p.message()).doesNotContain("\n"));
    return Reading.lines(thrown.problems());
  }

  @Test
  void readsTheNeededKeysAndFillsInTheRest() {
    Show show = read(NEEDED);

    assertThat(show)
        .isEqualTo(
            new Show(
                "The Engine Room",
                "About engines.",
                "Ada Lovelace",
                new Show.Owner("Ada L.", "ada@example.com"),
                "en-GB",
                URI.create("https://example.com/"),
                URI.create("https://example.com/podcast/"),
                new Show.Category("Education", null),
                false,
                Show.Type.EPISODIC,
                "© Ada Lovelace",
                null,
                ZoneOffset.UTC,
                null,
                null,
                new Show.VoiceSettings("rms", null, null, null),
                new Show.AudioSettings(-19, -1, 64)));
    assertThat(show.tags().persons())
        .containsExactly(new Show.Person("Ada Lovelace", "host", "cast", null, null));
    assertThat(show.tags().locked()).isTrue();
    assertThat(show.tags().aiContent()).isTrue();
    assertThat(show.tags().podping()).isFalse();
    assertThat(show.tags().medium()).isEqualTo("podcast");
    assertThat(show.sound().disclosure()).isNotBlank();
    assertThat(show.sound().disclosurePlace()).isEqualTo(Show.Sound.Place.END);
    assertThat(show.distribution()).isEqualTo(Show.Distribution.DEFAULT);
  }

  @Test
  void readsEveryOtherKey() {
    Reading.write(home, "scripts/sound/in.wav", "x");
    Reading.write(home, "scripts/sound/out.wav", "x");
    Show show =
        read(
            NEEDED
                + """
                subcategory: Self-Improvement
                explicit: true
                type: serial
                copyright: "2024: Ada"
                license: CC-BY-4.0
                time-zone: Asia/Hong_Kong
                guid: 917393E3-1b1e-5cef-ace4-edaa54e1f810
                cover: art/Cover.PNG
                voice: {name: rms, rate: 160, pitch: 95.5, range: 12}
                loudness: −16
                peak: -1.5
                bit-rate: 96
                locked: false
                persons:
                - name: Ada
                - {name: Bob, role: guest, group: cast, href: https://b.example/, img: https://b.example/b.png}
                location: {name: Hong Kong, geo: 'geo:22.2793,114.1628', osm: R913110}
                funding: {url: https://give.example/, text: Give}
                medium: audiobook
                update-frequency: {text: every Friday, rrule: FREQ=WEEKLY;BYDAY=FR}
                trailer: hello-world
                ai-content: false
                podping: true
                disclosure: A machine reads this.
                disclosure-place: start
                intro: sound/in.wav
                bed: generated
                outro: sound/out.wav
                page-size: 25
                hub: https://hub.example/
                new-feed-url: https://new.example/feed.xml
                block: true
                complete: true
                private-path: 3f9c2a7e51d0
                """);

    assertThat(show.category()).isEqualTo(new Show.Category("Education", "Self-Improvement"));
    assertThat(show.explicit()).isTrue();
    assertThat(show.type()).isEqualTo(Show.Type.SERIAL);
    assertThat(show.copyright()).isEqualTo("2024: Ada");
    assertThat(show.license()).isEqualTo("CC-BY-4.0");
    assertThat(show.timeZone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
    assertThat(show.guid()).isEqualTo("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    assertThat(show.cover()).isEqualTo("art/Cover.PNG");
    assertThat(show.voice()).isEqualTo(new Show.VoiceSettings("rms", 160.0, 95.5, 12.0));
    assertThat(show.audio()).isEqualTo(new Show.AudioSettings(-16, -1.5, 96));
    assertThat(show.tags())
        .isEqualTo(
            new Show.PodcastTags(
                false,
                List.of(
                    new Show.Person("Ada", "host", "cast", null, null),
                    new Show.Person(
                        "Bob",
                        "guest",
                        "cast",
                        URI.create("https://b.example/"),
                        URI.create("https://b.example/b.png"))),
                new Show.Location("Hong Kong", "geo:22.2793,114.1628", "R913110"),
                new Show.Funding(URI.create("https://give.example/"), "Give"),
                "audiobook",
                new Show.UpdateFrequency("every Friday", "FREQ=WEEKLY;BYDAY=FR"),
                "hello-world",
                false,
                true));
    assertThat(show.sound())
        .isEqualTo(
            new Show.Sound(
                "A machine reads this.",
                Show.Sound.Place.START,
                new SourcePosition("scripts/show.yaml", 36, 13),
                new Show.Sound.Music(
                    "sound/in.wav", new SourcePosition("scripts/show.yaml", 38, 8)),
                new Show.Sound.Music(null, new SourcePosition("scripts/show.yaml", 39, 6)),
                new Show.Sound.Music(
                    "sound/out.wav", new SourcePosition("scripts/show.yaml", 40, 8))));
    assertThat(show.distribution())
        .isEqualTo(
            new Show.Distribution(
                25,
                URI.create("https://hub.example/"),
                URI.create("https://new.example/feed.xml"),
                true,
                true,
                "3f9c2a7e51d0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          subcategory: Courses2         | 13:14: 'subcategory' is 'Courses2'; did you mean 'Courses'?
          subcategory: Physics          | 13:14: 'subcategory' is 'Physics'; choose Courses, How To, Language Learning, Self-Improvement
          explicit: yes                 | 13:11: 'explicit' is 'yes'; write true or false
          explicit: [true]              | 13:11: 'explicit' takes a single value, not a list
          explicit:                     | 13:10: 'explicit' is empty; give it a value or delete the line
          type: episodical              | 13:7: 'type' is 'episodical'; did you mean 'episodic'?
          type: weekly                  | 13:7: 'type' is 'weekly'; choose episodic, serial
          copyright: true               | 13:12: 'copyright' takes a text; put true in quotes if it is meant
          copyright: {a: b}             | 13:12: 'copyright' takes a single value, not a mapping
          license: ""                   | 13:10: 'license' is empty; give it a value or delete the line
          time-zone: Asia/Hongkong      | 13:12: 'time-zone' is 'Asia/Hongkong', which is no time zone; did you mean 'Asia/Hong_Kong'?
          time-zone: Nowhere            | 13:12: 'time-zone' is 'Nowhere', which is no time zone; write it like Asia/Hong_Kong or UTC
          guid: 1234                    | 13:7: 'guid' is '1234', which is no UUID; copy it from the feed that holds it, or delete the line
          cover: cover.gif              | 13:8: 'cover' is 'cover.gif'; give a .jpg or .png file
          cover: ../cover.png           | 13:8: 'cover' is '../cover.png'; name a file below the scripts folder, like art/cover.png, without '..'
          cover: /tmp/cover.png         | 13:8: 'cover' is '/tmp/cover.png'; name a file below the scripts folder, like art/cover.png, without '..'
          cover: C:\\cover.png          | 13:8: 'cover' is 'C:\\cover.png'; name a file below the scripts folder, like art/cover.png, without '..'
          voice: kevin16                | 13:8: 'voice' takes keys of its own, 'key: value', indented below it
          voice: {name: 'a b'}          | 13:15: 'name' is 'a b', which is no name of a voice, like rms
          voice: {rate: fast}           | 13:15: 'rate' is 'fast'; write a number
          voice: {rate: 20}             | 13:15: 'rate' is 20; it goes from 50 to 400 words a minute
          voice: {pitch: 500}           | 13:16: 'pitch' is 500; it goes from 50 to 300 Hz
          voice: {range: -1}            | 13:16: 'range' is -1; it goes from 0 to 100 Hz
          voice: {speed: 100}           | 13:9: no key 'speed' is known here; there are name, rate, pitch, range
          loudness: loud                | 13:11: 'loudness' is 'loud'; write a number
          loudness: -25                 | 13:11: 'loudness' is -25; it goes from -24 to -14 LUFS
          loudness: -13.9               | 13:11: 'loudness' is -13.9; it goes from -24 to -14 LUFS
          loudness: 1e1                 | 13:11: 'loudness' is '1e1'; write a number
          peak: 0                       | 13:7: 'peak' is 0; it goes from -9 to -1 dBTP
          bit-rate: 65                  | 13:11: 'bit-rate' is '65'; choose 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
          bit-rate: sixty                | 13:11: 'bit-rate' is 'sixty'; choose 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
          locked: 1                     | 13:9: 'locked' is '1'; write true or false
          persons: Ada                  | 13:10: 'persons' takes a list; start each item on a line of its own with '- '
          persons: [Ada]                | 13:11: 'persons' takes keys of its own, 'key: value', indented below it
          persons: [{role: host}]       | 13:11: 'name' is missing; add 'name: Ada Lovelace'
          persons: [{name: A, url: x}]  | 13:21: no key 'url' is known here; there are name, role, group, href, img
          persons: [{name: A, href: x}] | 13:27: 'href' is 'x', which is no web address; write it in full, like https://example.com/page
          location: {geo: 'geo:1,2'}    | 13:11: 'name' is missing; add 'name: Hong Kong'
          location: {name: x, geo: '1'} | 13:26: 'geo' is '1', which is no geo address; write it like geo:22.28,114.16
          location: {name: x, osm: 12}  | 13:26: 'osm' is '12', which is no OpenStreetMap place; write it like R913110
          funding: {text: give}         | 13:10: 'url' is missing; add 'url: https://example.com/give'
          funding: {url: https://e.co}  | 13:10: 'text' is missing; add 'text: Support the show'
          medium: podcasts              | 13:9: 'medium' is 'podcasts'; did you mean 'podcast'?
          update-frequency: weekly      | 13:19: 'update-frequency' takes keys of its own, 'key: value', indented below it
          update-frequency: {text: a, rrule: weekly} | 13:36: 'rrule' is 'weekly', which is no recurrence rule; write it like FREQ=WEEKLY;BYDAY=FR
          trailer: Hello World          | 13:10: 'trailer' is 'Hello World'; use lower-case letters a to z, digits and single hyphens, like 'hello-world'
          ai-content: no                | 13:13: 'ai-content' is 'no'; write true or false
          podping: on                   | 13:10: 'podping' is 'on'; write true or false
          disclosure-place: middle      | 13:19: 'disclosure-place' is 'middle'; choose start, end, none
          intro: a/../b.wav             | 13:8: 'intro' is 'a/../b.wav'; name a file below the scripts folder, like art/cover.png, without '..'
          intro: a/b.wav                | 13:8: 'intro' is 'a/b.wav', and there is no such file below scripts/; put it there, or write generated
          bed: true.mp3                 | 13:6: 'bed' is 'true.mp3', and there is no such file below scripts/; put it there, or write generated
          outro: a//b.wav               | 13:8: 'outro' is 'a//b.wav'; name a file below the scripts folder, like art/cover.png, without '..'
          page-size: 0                  | 13:12: 'page-size' is 0; it goes from 1 to 100000
          page-size: 2.5                | 13:12: 'page-size' is '2.5'; write a whole number
          hub: hub.example              | 13:6: 'hub' is 'hub.example', which is no web address; write it in full, like https://example.com/page
          new-feed-url: ftp://e.com/a   | 13:15: 'new-feed-url' is 'ftp://e.com/a', which is no web address; write it in full, like https://example.com/page
          block: maybe                  | 13:8: 'block' is 'maybe'; write true or false
          complete: "done"              | 13:11: 'complete' is 'done'; write true or false
          private-path: a/b             | 13:15: 'private-path' is 'a/b', which is no secret path; write 8 to 64 letters, digits, hyphens, underscores
          titel: x                      | 13:1: no key 'titel' is known here; did you mean 'title'?
          baseUrl: x                    | 13:1: no key 'baseUrl' is known here; did you mean 'base-url'?
          time_zone: UTC                | 13:1: no key 'time_zone' is known here; did you mean 'time-zone'?
          explicit: &a true             | 13:11: anchors (&name) are not used here; delete it, or put the value in quotes
          explicit: *a                  | 13:11: aliases (*name) are not used here; write the value itself, or put it in quotes
          explicit: !!bool true         | 13:11: tags (tag:yaml.org,2002:bool) are not used here; delete it, or quote the value
          author: Somebody else         | 13:1: 'author' is given twice; keep one of them
          [a]: b                        | 13:1: a key is a plain word
          """)
  void reportsAMistakeAtItsPlace(String line, String problem) {
    assertThat(problems(NEEDED + line + "\n")).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title: The Engine Room                | title: []                     | 1:8: 'title' takes a single value, not a list
          title: The Engine Room                | title: ' '                    | 1:8: 'title' is empty; give it a value or delete the line
          description: About engines.           | description: ~                | 2:14: 'description' is empty; give it a value or delete the line
          email: ada@example.com                | email: ada@example            | 6:10: 'email' is 'ada@example', which is no e-mail address; write it like host@example.com
          email: ada@example.com                | email: Ada <a@b.de>           | 6:10: 'email' is 'Ada <a@b.de>', which is no e-mail address; write it like host@example.com
          email: ada@example.com                | mail: ada@example.com         | 5:3: 'email' is missing; add 'email: ada@example.com', 6:3: no key 'mail' is known here; did you mean 'email'?
          language: en-GB                       | language: english             | 7:11: 'language' is 'english', which is no language tag; did you mean 'en'?
          language: en-GB                       | language: en_GB               | 7:11: 'language' is 'en_GB', which is no language tag; did you mean 'en-GB'?
          language: en-GB                       | language: xx                  | 7:11: 'language' is 'xx', which is no language tag; write it like en or en-GB
          language: en-GB                       | language: en-XX               | 7:11: 'language' is 'en-XX', which is no language tag; write it like en or en-GB
          website: https://example.com/         | website: example.com          | 8:10: 'website' is 'example.com', which is no web address; write it in full, like https://example.com/page
          website: https://example.com/         | website: https://exa mple.com | 8:10: 'website' is 'https://exa mple.com', which is no web address; write it in full, like https://example.com/page
          website: https://example.com/         | website: https:///x           | 8:10: 'website' is 'https:///x', which is no web address; write it in full, like https://example.com/page
          website: https://example.com/         | website: https://me:pw@e.com/ | 8:10: 'website' is 'https://me:pw@e.com/', which is no web address; write it in full, like https://example.com/page
          base-url: https://example.com/podcast | base-url: https://e.com/?a=b  | 10:11: 'base-url' is 'https://e.com/?a=b'; leave out what follows '?' or '#'
          category: Education                   | category: Eduction            | 11:11: 'category' is 'Eduction'; did you mean 'Education'?
          category: Education                   | category: TV and Film         | 11:11: 'category' is 'TV and Film'; did you mean 'TV & Film'?
          category: Education                   | category: education           | 11:11: 'category' is 'education'; did you mean 'Education'?
          """)
  void reportsAMistakeInANeededKey(String was, String is, String problem) {
    String yaml = NEEDED.replace(was, is);

    assertThat(String.join(", ", problems(yaml))).isEqualTo(problem);
  }

  @Test
  void listsAllCategoriesWhereNoneIsNear() {
    assertThat(problems(NEEDED.replace("category: Education", "category: Qqqqqq")))
        .singleElement()
        .asString()
        .startsWith("11:11: 'category' is 'Qqqqqq'; choose Arts, Business, Comedy, ")
        .endsWith("Technology, True Crime, TV & Film");
  }

  @Test
  void rejectsASubcategoryOfACategoryThatHasNone() {
    String yaml = NEEDED.replace("Education", "Technology") + "subcategory: Courses\n";

    assertThat(problems(yaml))
        .containsExactly(
            "13:14: 'subcategory' has to go: the category Technology has no subcategories");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "description",
        "author",
        "language",
        "website",
        "base-url",
        "category",
      })
  void reportsAMissingKeyAtTheTop(String key) {
    String yaml = NEEDED.replaceFirst("(?m)^" + key + ": .*\n", "");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("1:1: '" + key + "' is missing; add '" + key + ": ");
  }

  @Test
  void reportsAllMissingKeysOfAnEmptyFile() {
    assertThat(problems("\n# nothing yet\n"))
        .hasSize(8)
        .allMatch(problem -> problem.startsWith("1:1: '"))
        .anyMatch(
            problem ->
                problem.equals(
                    "1:1: 'owner' is missing; add 'owner: {name: Ada Lovelace, email:"
                        + " ada@example.com}'"));
  }

  @Test
  void reportsAllMistakesAtOnceInTheOrderOfTheFile() {
    String yaml =
        NEEDED.replace("https://example.com/\n", "nowhere\n").replace("author", "auhtor")
            + "bit-rate: lots\npage-size: few\n";

    assertThat(problems(yaml))
        .extracting(problem -> problem.replaceFirst(": .*", ""))
        .containsExactly("1:1", "3:1", "8:10", "13:11", "14:12");
  }

  @Test
  void saysHowToMakeAMissingFile() {
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("1:1: there is no show.yaml; create it with the keys title, description,");
  }

  @Test
  void countsColumnsInUtf16UnitsAfterAMarkAndWithCrLf() {
    String yaml = "\uFEFF" + NEEDED.replace("\n", "\r\n") + "voice: {name: kevin16, 😀: 1}\r\n";

    assertThat(problems(yaml))
        .containsExactly("13:24: no key '😀' is known here; there are name, rate, pitch, range");
    assertThat(problems(NEEDED + "\"😀\": 1\r\nvoice: {\"😀😀\": 1, rate: x}\n"))
        .anyMatch(problem -> problem.startsWith("14:26: 'rate' is 'x'"));
  }

  @Test
  void rejectsWhatIsNotUtf8() {
    byte[] latin = NEEDED.replace("Ada L.", "Ada É.").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(problems(latin))
        .containsExactly("5:13: the byte 0xC9 is not UTF-8; save the file as UTF-8");
    assertThat(problems(NEEDED.getBytes(StandardCharsets.UTF_16)))
        .containsExactly("1:1: the file is UTF-16 or UTF-32; save it as UTF-8");
  }

  @Test
  void rejectsControlCharacters() {
    assertThat(problems(NEEDED.replace("Engine", "Eng\u0007ine")))
        .containsExactly("1:15: the control character U+0007 is left out; delete it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          copyright: a: b    | 13:13: this is not YAML: mapping values are not allowed here
          copyright: "a      | 14:1: this is not YAML: found unexpected end of stream
          copyright: @a      | 13:12: this is not YAML: found character '@' that cannot start any token
          `  copyright: a`   | 13:12: this is not YAML: mapping values are not allowed here
          ---                | 13:1: a second YAML document begins here; keep everything in one
          """)
  void explainsBrokenYaml(String line, String problem) {
    assertThat(problems(NEEDED + line + "\n")).singleElement().asString().startsWith(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"just text", "- a\n- b", "42"})
  void rejectsWhatIsNoMapping(String yaml) {
    assertThat(problems(yaml)).containsExactly("1:1: expected lines of the form 'key: value'");
  }

  @Test
  void rejectsABombOfAliasesWithoutExpandingIt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(problems(bomb.toString()))
        .contains(
            "1:5: anchors (&name) are not used here; delete it, or put the value in quotes",
            "2:10: aliases (*name) are not used here; write the value itself, or put it in quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "{a: ", "- ", "? ", "[{"})
  void givesUpOnDeepNesting(String opening) {
    assertThat(problems("title: \n  " + opening.repeat(50_000)))
        .singleElement()
        .asString()
        .matches("2:[0-9]+: (nested more than 8 deep|this is not YAML).*");
  }

  @Test
  void rejectsAHugeFileWithoutReadingItAll() throws Exception {
    Path file = Reading.write(home, "scripts/show.yaml", NEEDED);
    try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.position(1L << 33).write(java.nio.ByteBuffer.wrap(new byte[] {'#'}));
    }

    assertThat(problems())
        .containsExactly("1:1: the file is larger than 512 KiB; this can't be settings alone");
  }

  @Test
  void boundsTheNumberOfProblems() {
    StringBuilder yaml = new StringBuilder(NEEDED);
    for (int i = 0; i < 1000; i++) {
      yaml.append("unknown%d: 1\n".formatted(i));
    }

    List<String> problems = problems(yaml.toString());

    assertThat(problems).hasSize(101);
    assertThat(problems.get(100)).endsWith("and 900 more like these");
  }

  @Test
  void boundsTheLengthOfAnyValue() {
    Map<String, String> patterns =
        Map.of(
            "trailer", "a" + "-a".repeat(50_000),
            "private-path", "a".repeat(100_000),
            "update-frequency", "{text: a, rrule: " + "FREQ=DAILY" + ";A=1".repeat(2_000) + "}",
            "website", "https://e.com/" + "a".repeat(100_000));
    List<String> lines = new ArrayList<>();
    patterns.forEach((key, value) -> lines.add(key + ": " + value));

    assertThat(problems(NEEDED.replaceFirst("website.*\n", "") + String.join("\n", lines)))
        .hasSize(4)
        .allMatch(problem -> problem.length() < 250);
  }

  @Test
  void shortensALongTitleNever() {
    assertThat(problems(NEEDED.replace("The Engine Room", "x".repeat(256))))
        .containsExactly("1:8: 'title' has 256 characters; shorten it to 255");
    assertThat(problems(NEEDED.replace("About engines.", "é".repeat(2001))))
        .containsExactly("2:14: 'description' has 4002 bytes; shorten it to 4000");
  }

  @Test
  void readsTheSameInTurkish() throws Exception {
    Reading.inTurkish(
        () -> {
          assertThat(read(NEEDED + "type: serial\ncover: A.JPG\n").type())
              .isEqualTo(Show.Type.SERIAL);
          assertThat(problems(NEEDED + "TITLE: x\nEXPLICIT: true\n"))
              .containsExactly(
                  "13:1: no key 'TITLE' is known here; did you mean 'title'?",
                  "14:1: no key 'EXPLICIT' is known here; did you mean 'explicit'?");
        });
  }

  @Test
  void takesNoMusicFromOutsideTheScriptsFolder() throws Exception {
    Path elsewhere = Files.writeString(home.resolve("private.wav"), "x");
    Files.createDirectories(home.resolve("scripts/sound"));
    Files.createSymbolicLink(home.resolve("scripts/sound/in.wav"), elsewhere);
    Files.createSymbolicLink(home.resolve("scripts/sound/loop.wav"), Path.of("loop.wav"));

    assertThat(problems(NEEDED + "intro: sound/in.wav\nbed: sound/loop.wav\noutro: sound\n"))
        .containsExactly(
            "13:8: 'intro' is 'sound/in.wav', which leads out of the scripts folder",
            "14:6: 'bed' is 'sound/loop.wav', and there is no such file below scripts/;"
                + " put it there, or write generated",
            "15:8: 'outro' is 'sound', and there is no such file below scripts/;"
                + " put it there, or write generated");
  }
}
