package com.kaizencast.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.Serving;
import com.kaizencast.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, from the command {@code serve} itself. */
class ServedPageTest {

  private static final String ALERT = "document.querySelector('pre[role=alert]')";
  private static final String TITLE = "document.querySelector('.list h3')?.textContent";

  @TempDir private Path root;
  private TestHome home;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    home = new TestHome(root).show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    browser = Browser.open();
  }

  @AfterEach
  void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void breaksNothingAndAsksNobodyElse() throws Exception {
    try (Serving serving = Serving.home(root)) {
      browser.at(1280, 800, serving.page().toString()).click(".list h3 a");
      browser.until("document.querySelector('audio')?.readyState > 0").click("#play");
      browser.until("document.querySelector('audio').currentTime > 1").click("#play");
      // A page that can't name its icon.
      browser.at(1280, 800, serving.feed().toString());

      assertThat(browser.requests())
          .allMatch(
              url ->
                  url.startsWith(serving.page().resolve("/").toString())
                      || url.startsWith("data:"));
      assertThat(browser.complaints()).isEmpty();
      assertThat(serving.terminate()).isZero();
      assertThat(serving.said()).contains("\" 206 ").doesNotContain("\" 4", "\" 5");
    }
  }

  @Test
  void loadsAgainByItselfWhenAScriptIsSaved() throws Exception {
    Path script = root.resolve("scripts/2024-03-08-first-steps.md");
    String text = Files.readString(script);
    try (Serving serving = Serving.home(root, "--watch")) {
      browser.at(1280, 800, serving.page().toString()).until(TITLE + " == 'First steps'");

      Files.writeString(script, text.replace("First steps", "Second steps"));
      browser.until(TITLE + " == 'Second steps'");

      Files.writeString(script, text.replace("---\nThis", "date: tomorrow\n---\nThis"));
      browser.until(ALERT + "?.textContent.includes('first-steps.md:3:7: ')");
      assertThat(browser.one("pre[role=alert]").isDisplayed()).isTrue();
      assertThat(browser.texts(".list h3")).containsExactly("Second steps");

      Files.writeString(script, text.replace("First steps", "Third steps"));
      browser.until(TITLE + " == 'Third steps' && " + ALERT + " == null");

      assertThat(browser.complaints()).isEmpty();
      assertThat(serving.terminate()).isZero();
    }
  }

  @Test
  void standsOnOneSideWhereAShowIsWrittenFromRightToLeft() throws Exception {
    home.file(
            "scripts/show.yaml",
            TestHome.SHOW
                .replace("title: Test Show", "title: حديث الهندسة")
                .replace("language: en", "language: ar"))
        .run()
        .expect(0);
    try (Serving serving = Serving.home(root)) {
      browser.dark(true).at(360, 800, serving.page().toString());

      assertThat(browser.number("document.documentElement.scrollWidth")).isEqualTo(360);
      for (String line : List.of("h1", ".by", ".show .meta", ".list .meta", "footer p")) {
        assertThat(
                ((Number)
                        browser.run(
                            "const text = document.createRange();"
                                + "text.selectNodeContents(document.querySelector(arguments[0]));"
                                + "return text.getBoundingClientRect().right",
                            line))
                    .doubleValue())
            .as(line)
            .isCloseTo(360 - 16, within(2.0));
      }
      assertThat((String) browser.run("return document.querySelector('.show .meta').innerText"))
          .isEqualTo("1 episode");
    }
  }
}
