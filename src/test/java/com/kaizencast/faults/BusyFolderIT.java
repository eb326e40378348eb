package com.kaizencast.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Others are at work in the folder too: another run, an editor, git. */
class BusyFolderIT {

  private static final boolean LONG = Boolean.getBoolean("faults.long");

  @TempDir Path folder;

  private TestHome home;

  @BeforeEach
  void home() {
    home = new TestHome(folder);
  }

  @Test
  void theSecondOfTwoRunsSaysWhoIsAtWork() throws Exception {
    new ChangingShow(home, 1, 4);
    Jar jar = new Jar(folder).at(Instant.parse("2024-06-01T03:00:00Z")).quick();
    Jar.Running first = jar.start().awaitSaying("rendered");

    Result second = home.run();

    assertThat(second.exitCode()).as(second.err()).isEqualTo(75);
    assertThat(second.err())
        .contains("another run is at work here: process " + first.process().pid() + ", started ");
    first.await().expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(4);
    home.run().expect(0);
  }

  /** One of them does the work, the others are told so, and nothing is done twice. */
  @Test
  void ofManyRunsAtOnceOneWorks() throws Exception {
    new ChangingShow(home, 2, 2);
    Jar jar = new Jar(folder).at(Instant.parse("2024-06-01T03:00:00Z")).quick();
    List<Jar.Running> runs = Stream.of(jar.start(), jar.start(), jar.start()).toList();

    int rendered = 0;
    for (Jar.Running run : runs) {
      Result result = run.await();
      assertThat(result.exitCode()).as(result.err()).isIn(0, 75);
      rendered += (int) result.err().lines().filter(line -> line.contains("] rendered")).count();
    }

    assertThat(rendered).isEqualTo(2);
    assertThat(home.assertFeedHolds().items()).hasSize(2);
  }

  @Test
  void scriptsMayBeACheckoutThatIsPulled() throws Exception {
    OutsideJudge git = new OutsideJudge("git", "git").required();
    Path origin = folder.resolve("origin");
    Path work = folder.resolve("work");
    git.askOk("init", "-q", "--bare", origin.toString());
    git.askOk("clone", "-q", origin.toString(), work.toString());
    TestHome author = new TestHome(folder);
    push(git, work, author.file("work/show.yaml", TestHome.SHOW), "2024-03-01-one.md", "One");
    git.askOk("clone", "-q", origin.toString(), folder.resolve("scripts").toString());
    home.run().expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread puller =
        new Thread(
            () -> {
              for (int i = 0; !ended.get(); i++) {
                try {
                  push(git, work, author, "2024-03-01-one.md", "One, version " + i);
                  push(
                      git,
                      work,
                      author,
                      "2024-04-" + (10 + i % 15) + "-more-" + i % 15 + ".md",
                      "More " + i);
                  git.askOk("-C", folder.resolve("scripts").toString(), "pull", "-q");
                  Thread.sleep(300);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    puller.start();
    try {
      for (int run = 0; run < (LONG ? 30 : 2); run++) {
        Result result = home.run();

        assertThat(result.exitCode()).as(result.err()).isIn(0, 3);
        home.assertFeedHolds();
        assertThat(result.err()).doesNotContain(".git");
      }
    } finally {
      ended.set(true);
      puller.join();
    }
    home.file("scripts/.git/index.lock", "").run().expect(0);
    assertThat(home.assertFeedHolds().items()).hasSizeGreaterThan(1);
    assertThat(TestHome.text(home.items().get(home.items().size() - 1), "title"))
        .startsWith("One, version ");
  }

  /** Everything under a link is as good as under a folder, its changes too. */
  @Test
  void scriptsMayLieBehindALink() throws Exception {
    TestHome elsewhere = new TestHome(folder.resolve("elsewhere"));
    elsewhere.show().episode("2024-03-01", "one", "One");
    Files.createSymbolicLink(folder.resolve("scripts"), elsewhere.root().resolve("scripts"));
    home.run().expect(0);

    elsewhere.episode("2024-03-02", "two", "Two");
    home.run().expect(0);

    assertThat(home.assertFeedHolds().items()).hasSize(2);
  }

  /** The editor empties the file and writes it anew, piece by piece, again and again. */
  @Test
  void aScriptThatIsBeingWrittenIsReadWholeOrNotAtAll() throws Exception {
    home.show().episode("2024-03-01", "other", "Other");
    Path script = folder.resolve("scripts/2024-03-08-long.md");
    List<String> texts = Stream.of("alpha", "omega").map(BusyFolderIT::script).toList();
    home.file("scripts/2024-03-08-long.md", texts.get(0));
    home.run().expect(0);
    AtomicBoolean ended = new AtomicBoolean();
    Thread editor =
        new Thread(
            () -> {
              for (int i = 1; !ended.get(); i++) {
                slowly(script, texts.get(i % 2));
              }
            });
    editor.start();
    int read = 0;
    try {
      for (int run = 0; run < (LONG ? 40 : 4); run++) {
        Result result = home.run();

        assertThat(result.exitCode()).as(result.err()).isIn(0, 3);
        List<Element> items = home.assertFeedHolds().items();
        assertThat(items).hasSize(2);
        String notes = notes(items.get(0));
        assertThat(notes).containsAnyOf("alpha", "omega");
        // The first line is a title, the last words are in every whole text.
        assertThat(notes).contains("the end of it");
        assertThat(notes.contains("alpha") && notes.contains("omega")).isFalse();
        read++;
      }
    } finally {
      ended.set(true);
      editor.join();
    }
    home.run().expect(0);
    assertThat(notes(home.assertFeedHolds().items().get(0))).contains("the end of it");
    System.out.printf("%d runs beside an editor%n", read);
  }

  private static String notes(Element item) {
    return item.getElementsByTagNameNS("http://purl.org/rss/1.0/modules/content/", "encoded")
        .item(0)
        .getTextContent();
  }

  private static String script(String word) {
    StringBuilder text = new StringBuilder("---\ntitle: Long\n---\nIt begins.\n\n");
    for (int i = 0; i < 6; i++) {
      text.append("It is ").append(word).append(".\n\n");
    }
    return text.append("And that is the end of it.\n").toString();
  }

  private static void slowly(Path file, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int done = 0; done < bytes.length; done += 16) {
          out.write(bytes, done, Math.min(16, bytes.length - done));
          out.flush();
          Thread.sleep(7);
        }
      }
      Thread.sleep(400);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void push(OutsideJudge git, Path work, TestHome author, String file, String title)
      throws Exception {
    author.file("work/" + file, "---\ntitle: " + title + "\n---\nIt is short.\n");
    String at = work.toString();
    git.askOk("-C", at, "add", "-A");
    git.askOk(
        "-C", at, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", title);
    git.askOk("-C", at, "push", "-q", "origin", "HEAD");
  }
}
