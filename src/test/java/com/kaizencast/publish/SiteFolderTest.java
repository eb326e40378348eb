package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {

  private static final String PAGE =
      "<!DOCTYPE html><meta name=\"generator\" content=\"Kaizencast\">";

  @TempDir private Path root;
  private SiteFolder folder;
  private int made;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(root.resolve(".kaizencast"));
    folder = new SiteFolder(new Home(root), false);
  }

  private static Map<String, SiteFolder.Page> site(String... paths) {
    Map<String, SiteFolder.Page> site = new LinkedHashMap<>();
    for (String path : paths) {
      byte[] bytes = (PAGE + path).getBytes(UTF_8);
      site.put(path, new SiteFolder.Page("", () -> bytes));
    }
    return site;
  }

  private void put(String path, String text) throws Exception {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  @Test
  void writesWhatIsNewAndLeavesTheRestUntouched() throws Exception {
    folder.write(site("feed/index.html", "feed/episodes/one.html"));
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(root.resolve("feed/index.html"), old);

    assertThat(folder.wouldChange(site("feed/index.html", "feed/episodes/one.html"))).isFalse();
    folder.write(site("feed/index.html", "feed/episodes/two.html"));

    assertThat(Files.getLastModifiedTime(root.resolve("feed/index.html"))).isEqualTo(old);
    assertThat(root.resolve("feed/episodes/two.html")).hasContent(PAGE + "feed/episodes/two.html");
  }

  /** A page that counts how often it is made. */
  private Map<String, SiteFolder.Page> counted(String identity, String text) {
    return Map.of(
        "feed/episodes/one.html",
        new SiteFolder.Page(
            identity,
            () -> {
              made++;
              return (PAGE + text).getBytes(UTF_8);
            }));
  }

  private void publish(Map<String, SiteFolder.Page> pages, boolean byDigest) throws Exception {
    SiteFolder site = new SiteFolder(new Home(root), byDigest);
    site.write(pages);
    site.keepOnly(pages);
  }

  @Test
  void aPageOfTheSameIdentityIsNotMadeAgain() throws Exception {
    publish(counted("a", "first"), false);
    made = 0;

    publish(counted("a", "first"), false);
    assertThat(new SiteFolder(new Home(root), false).wouldChange(counted("a", "first"))).isFalse();
    assertThat(made).isZero();

    publish(counted("b", "second"), false);
    assertThat(root.resolve("feed/episodes/one.html")).hasContent(PAGE + "second");
  }

  @Test
  void aPageOfAnotherSizeIsMadeAgainAndOnRequestEveryOne() throws Exception {
    publish(counted("a", "first"), false);
    for (String damaged : List.of(PAGE + "fir", "", PAGE + "last!")) {
      put("feed/episodes/one.html", damaged);
      publish(counted("a", "first"), damaged.endsWith("!"));

      assertThat(root.resolve("feed/episodes/one.html")).hasContent(PAGE + "first");
    }
  }

  @Test
  void aRunThatEndsHalfwayLeavesNoPageThatTheRecordMistakesForAnother() throws Exception {
    publish(counted("a", "first"), false);
    // Written, and then nothing more: what the record says of it is gone before.
    new SiteFolder(new Home(root), false).write(counted("b", "other"));

    publish(counted("a", "first"), false);

    assertThat(root.resolve("feed/episodes/one.html")).hasContent(PAGE + "first");
  }

  @Test
  void seesAPageThatIsMissingOrChanged() throws Exception {
    folder.write(site("feed/index.html"));

    put("feed/index.html", PAGE + "changed");
    assertThat(folder.wouldChange(site("feed/index.html"))).isTrue();

    Files.delete(root.resolve("feed/index.html"));
    assertThat(folder.wouldChange(site("feed/index.html"))).isTrue();
  }

  @Test
  void deletesPagesThatAreNoMore() throws Exception {
    folder.write(
        site(
            "feed/index.html",
            "feed/page-2.html",
            "feed/site.01234567.css",
            "feed/sitemap.xml",
            "feed/episodes/one.html",
            "feed/episodes/two.html"));
    assertThat(folder.wouldChange(site("feed/index.html"))).isTrue();

    folder.keepOnly(site("feed/index.html", "feed/episodes/two.html"));

    assertThat(root.resolve("feed/index.html")).exists();
    assertThat(root.resolve("feed/episodes/two.html")).exists();
    assertThat(root.resolve("feed/page-2.html")).doesNotExist();
    assertThat(root.resolve("feed/site.01234567.css")).doesNotExist();
    assertThat(root.resolve("feed/sitemap.xml")).doesNotExist();
    assertThat(root.resolve("feed/episodes/one.html")).doesNotExist();
  }

  @Test
  void leavesFilesOfOthersAlone() throws Exception {
    put("feed/index.html", "<!DOCTYPE html><title>My own page</title>");
    put("feed/episodes/mine.html", "<!DOCTYPE html><title>Mine</title>");
    put("feed/episodes/2024-01-01-one.01234567.html", PAGE);
    put("feed/feed.xml", "<rss/>");
    put("feed/ledger.json", "{}");
    put("feed/cover.01234567.png", "x");

    assertThat(folder.wouldChange(site("feed/index.html"))).isFalse();
    assertThat(folder.write(site("feed/index.html"))).containsExactly("feed/index.html");
    folder.keepOnly(site());

    assertThat(root.resolve("feed/index.html")).content().contains("My own page");
    for (String path :
        Set.of(
            "feed/episodes/mine.html",
            "feed/episodes/2024-01-01-one.01234567.html",
            "feed/feed.xml",
            "feed/ledger.json",
            "feed/cover.01234567.png")) {
      assertThat(root.resolve(path)).exists();
    }
  }
}
