package com.kaizencast.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.HtmlJudge;
import com.kaizencast.LoopbackServer;
import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page in a browser, as listeners have it: a real build, served, looked at, listened to. */
class PageTest {

  private static final Path AXE = Path.of(".ci/judges/node_modules/axe-core/axe.min.js");
  private static final String EPISODE = "feed/episodes/teams.html";
  private static final String TIME = "document.querySelector('audio').currentTime";
  private static final String PAUSED = "document.querySelector('audio').paused";

  @TempDir private static Path folder;
  private static LoopbackServer server;
  private static Browser browser;

  @BeforeAll
  static void buildAndServe() throws Exception {
    TestHome home = new TestHome(folder).show();
    home.file(
        "scripts/2024-01-05-teams.md",
        """
        ---
        title: Teams that talk
        summary: On talking, and what it costs.
        ---
        Welcome to the show. Today we look at teams, and at how they talk to each other.

        ## The cost of talking

        With three people there are 3 lines between them. With nine there are thirty-six, and
        somebody has to keep all of them alive. That is work, and nobody plans for it. See
        [the paper](https://example.org/paper) for the numbers.

        ## What to try

        Write it down once. Read it twice. Then send it to the one person who needs it, and to
        nobody else. Most of what we say in meetings could have been a paragraph, and most
        paragraphs could have been a table.

        - Ask first.
        - Answer later.
        - Never by `telephone`.

        That is all for today. Thank you for listening, and until the next time.
        """);
    home.episode("2024-02-02", "kaizen", "継続的改善とは何か");
    home.episode("2024-03-01", "engineering", "مقدمة في الهندسة");
    home.run().expect(0);
    server = new LoopbackServer("/show/", folder);
    browser = Browser.open();
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void forget() {
    browser.at(1440, 900, server.url() + "feed/index.html");
    browser.run("localStorage.clear()");
  }

  @AfterEach
  void nothingWasAskedOfOthersAndNothingBroke() {
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(server.url()) || url.startsWith("data:"));
    assertThat(browser.complaints()).isEmpty();
  }

  private static Browser episode() {
    return browser
        .at(1440, 900, server.url() + EPISODE)
        .until("document.querySelector('audio').readyState > 0");
  }

  /** A word as the transcript has it: seconds from and until, text. */
  private record Heard(double start, double next, String text) {}

  private static List<Heard> words() throws Exception {
    Path json;
    try (Stream<Path> files = Files.list(folder.resolve("feed/episodes"))) {
      json =
          files.filter(f -> f.toString().matches(".*-teams\\..*transcript\\.json")).findAny().get();
    }
    JsonNode segments = JsonMapper.shared().readTree(Files.readAllBytes(json)).get("segments");
    List<Heard> words = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      JsonNode next = i + 1 < segments.size() ? segments.get(i + 1) : null;
      double start = segments.get(i).get("startTime").asDouble();
      words.add(
          new Heard(
              start,
              next == null ? start + 0.3 : next.get("startTime").asDouble(),
              segments.get(i).get("body").asString()));
    }
    return words;
  }

  private static String marked() {
    return (String)
        browser.run("return document.querySelector('.word[aria-current]')?.textContent ?? ''");
  }

  @Test
  void playsAndPauses() {
    episode().click("#play").until(TIME + " > 1");

    browser.until("document.querySelector('#play').ariaLabel == 'Pause'");
    browser
        .click("#play")
        .until(PAUSED + " && document.querySelector('#play').ariaLabel == 'Play'");
    double time = browser.number(TIME);
    assertThat(browser.one("#now").getText()).isEqualTo("0:" + (time < 10 ? "0" : "") + (int) time);
    assertThat(browser.number("document.querySelector('#sofar rect').getAttribute('width')*1"))
        .isCloseTo(
            480 * time / browser.number("document.querySelector('.player').dataset.seconds*1"),
            org.assertj.core.data.Offset.offset(0.5));
  }

  @Test
  void seeksToAChapter() {
    episode();
    double start =
        browser.number("document.querySelectorAll('.chapters a[data-t]')[1].dataset.t*1");

    browser.click(".chapters li:nth-child(2) a").until(TIME + " > " + start);

    assertThat(browser.texts(".chapters [aria-current] [dir]"))
        .containsExactly("The cost of talking");
    assertThat(browser.one("#chapter").getText()).isEqualTo("The cost of talking");
    assertThat(browser.url())
        .endsWith("#t=" + browser.one(".chapters li:nth-child(2) a").getDomAttribute("data-t"));
    browser.click("#play").until(PAUSED);
  }

  @Test
  void marksTheWordThatIsHeardAtAnyTime() throws Exception {
    episode();
    List<Heard> words = words();
    assertThat(words).hasSizeGreaterThan(100);

    for (int i = 0; i < words.size(); i += 7) {
      Heard word = words.get(i);
      browser.run(
          "document.querySelector('audio').currentTime = arguments[0]",
          (word.start() + word.next()) / 2);
      browser.until("!document.querySelector('audio').seeking");

      assertThat(marked()).as("at %s", word).isEqualTo(word.text());
    }
  }

  @Test
  void movesTheMarkWithTheVoice() throws Exception {
    episode().click("#play").until(TIME + " > 3");
    List<String> seen = new ArrayList<>();
    while (seen.size() < 4) {
      String word = marked();
      if (seen.isEmpty() || !word.equals(seen.get(seen.size() - 1))) {
        seen.add(word);
      }
    }
    browser.click("#play").until(PAUSED);

    List<String> all = words().stream().map(Heard::text).toList();
    int at = -1;
    for (String word : seen) {
      int next = all.subList(at + 1, all.size()).indexOf(word);
      assertThat(next).as("%s in %s after %s", word, seen, at).isNotNegative();
      at += 1 + next;
    }
    double time = browser.number(TIME);
    assertThat(words())
        .filteredOn(word -> word.start() <= time + 0.03 && time < word.next() + 0.03)
        .extracting(Heard::text)
        .contains(marked());
  }

  @Test
  void seeksToAWordThatIsClicked() throws Exception {
    episode();
    Heard word = words().stream().filter(w -> w.text().equals("thirty-six,")).findAny().get();
    browser.until(
        "[...document.querySelectorAll('.word')].some(w => w.textContent == 'thirty-six,')");

    browser.run(
        "[...document.querySelectorAll('.word')].find(w => w.textContent == 'thirty-six,').id ="
            + " 'x'");
    browser.click("#x").until(TIME + " > " + word.start()).until("!" + PAUSED);

    browser.click("#play").until(PAUSED);
    assertThat(browser.number(TIME)).isGreaterThanOrEqualTo(word.start() - 0.01);
    assertThat(browser.one("#follow").getDomAttribute("aria-pressed")).isEqualTo("true");
  }

  @Test
  void scrollsWithTheVoiceWhereAsked() {
    browser.at(360, 640, server.url() + EPISODE);
    browser.until("document.querySelector('audio').readyState > 0").click("#follow");
    double before = browser.number("scrollY");

    browser.run("document.querySelector('audio').currentTime = 40");

    browser.until(
        "document.querySelector('.word[aria-current]') != null"
            + " && scrollY > "
            + before
            + " && document.querySelector('.word[aria-current]').getBoundingClientRect().top"
            + "   > document.querySelector('.player').getBoundingClientRect().bottom"
            + " && document.querySelector('.word[aria-current]').getBoundingClientRect().bottom"
            + "   < innerHeight");
  }

  @ParameterizedTest
  @CsvSource({"#t=7, 7", "#t=0:09, 9", "#t=0:00:11.5, 11.5", "'#t=12,20', 12"})
  void opensAtTheMomentOfALink(String link, double seconds) {
    String fragment = link;
    browser.at(1440, 900, server.url() + EPISODE + fragment);

    browser.until(TIME + " == " + seconds);
    assertThat(browser.one("#now").getText()).startsWith("0:");
  }

  @Test
  void goesToTheMomentOfALinkWithinThePage() {
    episode();

    browser.run("location.hash = '#t=0:15'");

    browser.until(TIME + " == 15");
  }

  @Test
  void makesALinkToTheMoment() {
    browser.at(1440, 900, server.url() + EPISODE + "#t=21").until(TIME + " == 21");

    browser.click("#share").until("document.querySelector('#said').textContent != ''");

    assertThat(browser.url()).endsWith("#t=21");
  }

  @Test
  void goesOnWhereOneStopped() {
    episode();
    browser.run("document.querySelector('audio').currentTime = 18");
    browser.until("localStorage.getItem('kaizencast at teams.html') == '18.0'");

    episode();

    browser.until(TIME + " == 18");
  }

  @Test
  void obeysTheKeyboardAlone() {
    episode();
    browser.press("k").until("!" + PAUSED).press("k").until(PAUSED);
    browser.press(" ").until("!" + PAUSED).press(" ").until(PAUSED);
    browser.run("document.querySelector('audio').currentTime = 0");
    browser.press("l").until(TIME + " == 30");
    browser.press("j").until(TIME + " == 15");
    browser.press("n").until(TIME + " > 15");
    String chapter = "document.querySelector('.chapters [aria-current] [dir]').textContent";
    browser.until(chapter + " == 'What to try'").press("p");
    browser.until(chapter + " == 'The cost of talking'");
    browser.press("d").until("document.querySelector('audio').playbackRate == 1.25");
    browser.press("s", "s").until("document.querySelector('audio').playbackRate == 0.75");
    browser.press("m").until("document.querySelector('audio').muted");
    browser.press("f").until("document.querySelector('#follow').ariaPressed == 'true'");

    browser.run("document.querySelector('#keys').click()");
    double before = browser.number(TIME);
    browser.press("l");
    assertThat(browser.number(TIME)).isEqualTo(before);
  }

  @Test
  void leadsTheTabKeyThroughEverythingThatCanBeUsed() {
    episode();
    List<String> focused = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      browser.tab();
      focused.add(
          (String)
              browser.run(
                  "const e = document.activeElement; return e.id || e.className ||"
                      + " e.textContent.trim()"));
      assertThat(
              (String) browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
          .as("focus on %s", focused)
          .isNotEqualTo("none");
    }
    assertThat(focused)
        .containsSubsequence(
            "skip",
            "Test Show",
            "button",
            "seek",
            "play",
            "back",
            "ahead",
            "speed",
            "follow",
            "share");

    browser.run("document.querySelector('#seek').focus()");
    browser.press(Keys.ARROW_RIGHT).until(TIME + " == 5");
    browser.press(Keys.ARROW_LEFT).until(TIME + " == 0");
    assertThat(
            (String)
                browser.run(
                    "return document.querySelector('#seek').ariaValueText ?? "
                        + "document.querySelector('#seek').getAttribute('aria-valuetext')"))
        .startsWith("0:00 of 0:");
  }

  @Test
  void remembersTheSpeed() {
    episode();
    browser.run("document.querySelector('#speed').value = '1.5'");
    browser.run("document.querySelector('#speed').dispatchEvent(new Event('change'))");

    episode();

    browser.until("document.querySelector('audio').playbackRate == 1.5");
  }

  @Test
  void findsEpisodesByTitleAndSummary() {
    browser.at(1440, 900, server.url() + "feed/index.html");
    assertThat(browser.texts(".list h3"))
        .containsExactly("مقدمة في الهندسة", "継続的改善とは何か", "Teams that talk");

    browser.click("#search").press("COSTS on");
    browser.until("document.querySelector('#found').textContent == '1 episode found'");
    assertThat(browser.texts(".list h3")).containsExactly("Teams that talk");

    browser.one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), "改善");
    browser.until("document.querySelector('.list h3')?.textContent == '継続的改善とは何か'");

    browser.one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), "zebra");
    browser.until("document.querySelector('#found').textContent == 'No episodes found'");
    assertThat(browser.texts(".list h3")).isEmpty();

    browser.one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    browser.until("document.querySelectorAll('.list li').length == 3");
  }

  @Test
  void copiesTheAddressOfTheFeed() {
    browser.at(1440, 900, server.url() + "feed/index.html");

    assertThat(browser.one("#feed-url").getDomProperty("value"))
        .isEqualTo("https://example.com/show/feed/feed.xml");
    browser.click("[data-copy]");
    browser.until("document.querySelector('[data-copy]').textContent != 'Copy'");
  }

  @Test
  void showsEverythingWithoutScripts() {
    browser.scripts(false);
    try {
      browser.at(1440, 900, server.url() + EPISODE);

      assertThat(browser.one("audio").getDomAttribute("controls")).isNotNull();
      assertThat(browser.one("audio").getRect().getHeight()).isPositive();
      assertThat(browser.one(".controls").getRect().getHeight()).isZero();
      assertThat(browser.one(".chapters li:nth-child(2) a").getDomAttribute("href"))
          .matches("\\.\\./\\.\\./audio/.*\\.mp3#t=[0-9.]+");
      assertThat(browser.one("#transcript").getDomProperty("textContent"))
          .contains("somebody has to keep all of them alive");
      browser.at(1440, 900, server.url() + "feed/index.html");
      assertThat(browser.one("form[role=search]").getRect().getHeight()).isZero();
      assertThat(browser.one(".list").getDomProperty("textContent")).contains("Teams that talk");
    } finally {
      browser.scripts(true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "index, 360, false",
    "index, 1440, false",
    "index, 360, true",
    "index, 1440, true",
    "episodes/teams, 360, false",
    "episodes/teams, 1440, false",
    "episodes/teams, 360, true",
    "episodes/teams, 1440, true",
    "episodes/engineering, 360, false",
    "episodes/kaizen, 1440, true"
  })
  void fitsEveryWidthAndLight(String page, int width, boolean dark) throws Exception {
    OutsideJudge.require(
        Files.exists(AXE), "axe-core is missing: npm ci --prefix .ci/judges --ignore-scripts");
    browser.dark(dark).at(width, 800, server.url() + "feed/" + page + ".html");

    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    assertThat((String) browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(dark ? "rgb(22, 20, 18)" : "rgb(251, 249, 245)");
    if (page.startsWith("episodes")) {
      browser.run("document.querySelector('audio').currentTime = 2");
      browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      browser.until("document.querySelector('.word[aria-current]') != null");
    }
    assertThat(violations()).isEmpty();
    Path image =
        Path.of(
            "target/page", page.replace('/', '-') + "-" + width + (dark ? "-dark" : "") + ".png");
    Files.createDirectories(image.getParent());
    Files.write(image, browser.wholePage());
    browser.dark(false);
  }

  /** What axe-core finds against WCAG 2.2 A and AA and its best practices. */
  @SuppressWarnings("unchecked")
  private static List<String> violations() throws Exception {
    browser.run(Files.readString(AXE));
    browser.run("window.found = null; axe.run().then(result => { window.found = result; })");
    browser.until("window.found != null");
    List<Map<String, Object>> found =
        (List<Map<String, Object>>)
            browser.run(
                "return window.found.violations.map(v => ({id: v.id, nodes: v.nodes.map(n =>"
                    + " n.html.slice(0, 200) + ' ' + n.failureSummary)}))");
    return found.stream().map(Object::toString).toList();
  }

  @Test
  void printsTheTranscriptAndNotThePlayer() {
    browser.print();
    try {
      browser.at(800, 900, server.url() + EPISODE);

      assertThat(browser.one(".player").getRect().getHeight()).isZero();
      assertThat(browser.one("#transcript").getRect().getHeight()).isPositive();
    } finally {
      browser.dark(false);
    }
  }

  /**
   * Without the policy: on disk, where the checker reads the pages, nothing is of one origin, and
   * it takes data for a script.
   */
  @Test
  void isValidHtml(@TempDir Path copies) throws Exception {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder.resolve("feed"))) {
      pages = files.filter(file -> file.toString().matches(".*/[a-z]+\\.html")).toList();
    }
    List<Path> checked = new ArrayList<>();
    for (Path page : pages) {
      String html = Files.readString(page);
      String without = html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\".*\\n", "");
      assertThat(without).isNotEqualTo(html);
      checked.add(Files.writeString(copies.resolve(page.getFileName()), without));
    }
    HtmlJudge.acceptsWithoutAWord(checked);
  }
}
