package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Two homes with the same show and the same clock: one is disturbed, the other never is. */
final class Twins {

  private final TestHome home;
  private final TestHome undisturbed;
  private final Path root;
  private final ChangingShow show;
  private final List<String> story = new ArrayList<>();
  private Instant now = Instant.parse("2024-06-01T03:00:00Z");
  private int nights;
  private int stale;
  private int expectedCode;

  /** Makes a show, and lets the undisturbed one have its first run. */
  Twins(Path folder, long seed, int episodes) throws Exception {
    root = Files.createDirectories(folder.resolve("show-" + seed));
    home = new TestHome(root);
    undisturbed = new TestHome(Files.createDirectories(folder.resolve("undisturbed-" + seed)));
    show = new ChangingShow(home, seed, episodes);
    story.add("seed " + seed);
    runUndisturbed();
  }

  private Twins(Twins other, Path root) {
    this.root = root;
    home = new TestHome(root).at(other.now.toString());
    undisturbed = other.undisturbed;
    show = other.show;
    story.addAll(other.story);
    now = other.now;
    nights = other.nights;
    stale = other.stale;
    expectedCode = other.expectedCode;
  }

  /** The same night once more, elsewhere; not to be followed by another night. */
  Twins copy(Path folder) throws Exception {
    Outputs.mirror(root, folder);
    return new Twins(this, folder);
  }

  Path root() {
    return root;
  }

  TestHome home() {
    return home;
  }

  int nights() {
    return nights;
  }

  /** How many episodes an undisturbed run had to render tonight. */
  int stale() {
    return stale;
  }

  /** What has happened, for the message of a failure. */
  String story() {
    return String.join("\n", story);
  }

  void tell(String happened) {
    story.add(happened);
  }

  /** The jar, in the home that is disturbed, tonight. */
  Jar jar() throws Exception {
    return new Jar(root).at(now).quick();
  }

  /** A day passes, the host changes something, and the undisturbed one has its run. */
  void nextNight(int changes) throws Exception {
    now = now.plus(Duration.ofDays(1));
    nights++;
    story.add(now.toString());
    for (int i = 0; i < changes; i++) {
      story.add(show.change(ChangingShow.date(now)));
    }
    runUndisturbed();
  }

  private void runUndisturbed() throws Exception {
    home.at(now.toString());
    undisturbed.at(now.toString());
    Outputs.mirror(root.resolve("scripts"), undisturbed.root().resolve("scripts"));
    Result result = undisturbed.run("--json");
    assertThat(result.exitCode()).as("%s%n%s", story(), result.err()).isIn(0, 3);
    Map<?, ?> summary = JsonMapper.shared().readValue(result.out(), Map.class);
    expectedCode = result.exitCode();
    stale = (int) summary.get("rendered");
  }

  /**
   * Whatever happened: a feed that is there is valid, and the files that it names are whole.
   *
   * @return whether there is one
   */
  boolean check() throws Exception {
    if (!Files.exists(root.resolve("feed/feed.xml"))) {
      return false;
    }
    try {
      home.assertFeedHolds();
    } catch (AssertionError e) {
      throw new AssertionError(story(), e);
    }
    return true;
  }

  /** The next run makes up for everything. */
  void finish(boolean byJar) throws Exception {
    Result result = byJar ? new Jar(root).at(now).run() : home.run();
    assertThat(result.exitCode()).as("%s%n%s", story(), result.err()).isEqualTo(expectedCode);
    Outputs.assertSame(root, undisturbed.root(), story());
    check();
  }
}
