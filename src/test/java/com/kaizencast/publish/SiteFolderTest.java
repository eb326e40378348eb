package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
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

  @BeforeEach
  void open() {
    folder = new SiteFolder(new Home(root));
  }

  private static Map<String, byte[]> site(String... paths) {
    Map<String, byte[]> site = new LinkedHashMap<>();
    for (String path : paths) {
      site.put(path, (PAGE + path).getBytes(UTF_8));
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

    folder.keepOnly(Set.of("feed/index.html", "feed/episodes/two.html"));

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
    folder.keepOnly(Set.of());

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
