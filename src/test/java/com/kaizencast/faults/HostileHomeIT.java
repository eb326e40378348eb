package com.kaizencast.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Files of somebody who means harm go through the whole job, in 256 MB. */
class HostileHomeIT {

  private static final Instant NOW = Instant.parse("2024-06-01T03:00:00Z");
  private static final String SECRET = "the-secret-of-the-machine";

  /** A shell, an encoder or a terminal that took this for its own would leave a mark. */
  private static final String NASTY =
      "-i /etc/passwd; touch pwned $(touch pwned) `touch pwned` | tee pwned && \\\" ' < > & * ? %n"
          + " %s {0} file:/etc/passwd";

  @TempDir Path folder;

  private TestHome home;
  private Path root;
  private Path outside;

  @BeforeEach
  void home() throws Exception {
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "---\ntitle: Stolen\n---\n" + SECRET + "\n");
    Files.writeString(outside.resolve("secret.txt"), SECRET);
    root = Files.createDirectory(folder.resolve("home"));
    home = new TestHome(root);
    home.show().episode("2024-03-01", "good", "Good");
  }

  @Test
  void everyTrapIsReportedOrHarmless() throws Exception {
    home.file("scripts/show.yaml", hostileShow());
    home.file("scripts/2024-03-02-nasty.md", script("title: '" + NASTY.replace("'", "''") + "'"));
    home.file(
        "scripts/2024-03-03-escapes.md",
        script("title: \"\\e[2J\\e]0;owned\\a\\u202Eevil\\u009B31m\"\nsummary: \"\\e[31mred\""));
    home.file("scripts/2024-03-04-raw\u00A0escape.md", script("title: a\u001B[2Jb"));
    home.file("scripts/2024-03-05-tag.md", script("title: !!javax.script.ScriptEngineManager []"));
    home.file("scripts/2024-03-06-bomb.md", script(bomb()));
    home.file("scripts/2024-03-07-deep.md", script("title: " + "[".repeat(5000)));
    home.file("scripts/2024-03-08-empty.md", "");
    try (var huge = new RandomAccessFile(root.resolve("scripts/2024-03-09-h.md").toFile(), "rw")) {
      huge.setLength(50 << 20);
    }
    home.file("scripts/2024-03-10-up.md", script("title: Up\nimage: ../../outside/secret.txt"));
    home.file("scripts/2024-03-11-root.md", script("title: Root\nimage: /etc/passwd"));
    home.file("scripts/2024-03-12-big.md", script("title: Big\nimage: big.png"));
    home.file("scripts/big.png", png(50_000, 50_000));
    home.file("scripts/2024-03-13-lie.md", script("title: Lie\nimage: lie.jpg"));
    home.file("scripts/lie.jpg", jpegHeader(1500, 1500));
    home.file("scripts/2024-03-14-svg.md", script("title: Svg\nimage: x.svg"));
    home.file(
        "scripts/x.svg",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file://" + outside + "/secret.txt\">]><svg>&x;</svg>");
    home.file("scripts/2024-03-15-guid.md", script("title: Guid\nguid: '../../" + NASTY + "'"));
    home.file("scripts/2024-03-16-it's \"q\" $(touch pwned) -y.md", script("title: Quotes"));
    home.file("scripts/-rf.md", script("title: Dash\ndate: 2024-03-17"));
    home.file("scripts/2024-03-18-line\nbreak.md", script("title: Line"));
    home.file("scripts/2024-03-19-link.md", script("title: Link\nimage: link.png"));
    Files.createSymbolicLink(root.resolve("scripts/link.png"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("scripts/stolen.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(root.resolve("scripts/folder"), outside);
    Files.createSymbolicLink(root.resolve("scripts/loop"), root.resolve("scripts"));
    new OutsideJudge("mkfifo", "coreutils")
        .askOk(root.resolve("scripts/2024-03-20-fifo.md").toString());
    String at = root.resolve("scripts").toString();
    new OutsideJudge("bash", "bash")
        .askOk(
            "-c", "cd " + at + "; echo x > $'2024-03-21-\\xff\\xfe.md'; mkdir 2024-03-22-dir.md");

    Result result = new Jar(root).at(NOW).options("-Xmx256m", "-XX:TieredStopAtLevel=1").run();

    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    String said = result.out() + result.err();
    assertThat(said).doesNotContain("\u001B", "\u202E", "\u009B", "\tat ", SECRET, "OutOfMemory");
    for (String bad :
        List.of(
            "2024-03-05-tag.md:2",
            "2024-03-06-bomb.md",
            "2024-03-07-deep.md",
            "2024-03-08-empty.md",
            "2024-03-09-h.md",
            "2024-03-10-up.md",
            "2024-03-11-root.md",
            "2024-03-12-big.md",
            "2024-03-13-lie.md",
            "2024-03-14-svg.md",
            "stolen.md",
            "scripts/folder",
            "2024-03-18-line",
            "2024-03-19-link.md",
            "2024-03-21-")) {
      assertThat(result.err().lines())
          .as("%s in %s", bad, result.err())
          .anyMatch(line -> line.contains(bad));
    }
    List<Element> items = home.assertFeedHolds().items();
    assertThat(items).hasSizeBetween(3, 9);
    assertThat(items).extracting(item -> TestHome.text(item, "title")).contains("Good", NASTY);
    assertNothingLeftTheHome();
    Result check = home.run("check");
    assertThat(check.out() + check.err()).doesNotContain("\u001B", "\u202E", "\u009B", SECRET);
  }

  /** Every value that is free text, in a show whose name alone would do harm in a shell. */
  private static String hostileShow() {
    String nasty = "'" + NASTY.replace("'", "''") + "'";
    return TestHome.SHOW
        .replace("title: Test Show", "title: " + nasty)
        .replace("author: Ada Example", "author: " + nasty)
        .replace("copyright: 2024 Ada Example", "copyright: " + nasty)
        .replace("description: A show for tests.", "description: " + nasty);
  }

  @Test
  void aTerminalIsSentNothingButTheProgress() throws Exception {
    new OutsideJudge("script", "bsdutils").required();
    home.file(
        "scripts/2024-03-03-escapes.md", script("title: \"\\e[2J\\e]0;owned\\a\\u202Eevil\""));
    home.file("scripts/2024-03-04-bad.md", script("title: \"\\e[2Jx\"\n\"\\e[31mkey\": 1"));

    String seen =
        new OutsideJudge("script", "bsdutils")
            .ask("-qec", "NO_COLOR=1 java -jar " + Jar.FILE + " --home " + root, "/dev/null")
            .output();

    assertThat(seen).contains("2024-03-04-bad.md");
    // The bar clears its line and keeps it from being wrapped.
    assertThat(seen.replaceAll("\u001B\\[(K|\\?7[lh])", ""))
        .doesNotContain("\u001B", "\u202E", "\u0007");
    assertNothingLeftTheHome();
  }

  @Test
  void aCoverThatIsATrapIsReportedAndAnotherIsDrawn() throws Exception {
    Map<String, byte[]> traps =
        Map.of(
            "bomb.png", png(50_000, 50_000),
            "lie.jpg", jpegHeader(65_500, 65_500),
            "xxe.png",
                ("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file://" + outside + "/secret.txt\">]><svg/>")
                    .getBytes(UTF_8));
    for (Map.Entry<String, byte[]> trap : traps.entrySet()) {
      home.file("scripts/" + trap.getKey(), trap.getValue());
      home.file("scripts/show.yaml", TestHome.SHOW + "cover: " + trap.getKey() + "\n");

      Result result = home.run().expect(3);

      assertThat(result.err()).contains("'" + trap.getKey() + "'").doesNotContain("\tat ");
      assertThat(home.assertFeedHolds().items()).hasSize(1);
    }
    home.file("scripts/show.yaml", TestHome.SHOW + "cover: ../outside/secret.txt\n");
    assertThat(home.run().expect(2).err()).contains("show.yaml:16:8");
    assertNothingLeftTheHome();
  }

  /** A feed is read when the ledger is lost, and somebody may have put another in its place. */
  @Test
  void aFeedWithEntitiesIsNotExpanded() throws Exception {
    home.run().expect(0);
    for (String entity :
        List.of(
            "<!ENTITY x SYSTEM \"file://" + outside + "/secret.txt\">",
            "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \""
                + "&a;".repeat(5000)
                + "\"><!ENTITY x \""
                + "&b;".repeat(5000)
                + "\">")) {
      home.delete("feed/ledger.json");
      home.file(
          "feed/feed.xml",
          "<?xml version=\"1.0\"?><!DOCTYPE rss ["
              + entity
              + "]><rss version=\"2.0\"><channel>"
              + "<title>&x;</title></channel></rss>");

      Result result = home.run().expect(0);

      assertThat(result.err()).contains("warning: ").doesNotContain(SECRET, "\tat ");
      assertThat(home.assertFeedHolds().items()).hasSize(1);
      assertNothingLeftTheHome();
    }
  }

  /** The ledger tells which old files may go; it may not speak of others. */
  @Test
  void aLedgerCannotReachOutOfTheHome() throws Exception {
    home.run().expect(0);
    Path ledger = root.resolve("feed/ledger.json");
    for (String path :
        List.of("../outside/secret.txt", "scripts/2024-03-01-good.md", outside + "/secret.txt")) {
      String text = Files.readString(ledger);
      String with =
          text.replaceFirst(
              "\"retired\" : \\[",
              "\"retired\" : [ {\"path\" : \""
                  + path
                  + "\", \"sinceEpochSecond\" : 0} "
                  + (text.contains("\"retired\" : [ ]") ? "" : ","));
      assertThat(with).isNotEqualTo(text);
      Files.writeString(ledger, with);
      home.episode("2024-03-02", "more-" + path.length(), "More " + path.length());

      home.run().expect(0);

      assertThat(outside.resolve("secret.txt")).exists();
      assertThat(root.resolve("scripts/2024-03-01-good.md")).exists();
      home.assertFeedHolds();
    }
  }

  /** Root may read anything, so the jar runs as another user. */
  @Test
  void aFileThatMayNotBeReadKeepsBackNoOther() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs another user");
    home.file("scripts/2024-03-02-closed.md", script("title: Closed"));
    home.file("scripts/notes/private.bin", "x");
    new OutsideJudge("chown", "coreutils").askOk("-R", "65534", folder.toString());
    for (String closed : List.of("scripts/2024-03-02-closed.md", "scripts/notes")) {
      Files.setPosixFilePermissions(
          root.resolve(closed), PosixFilePermissions.fromString("---------"));
    }

    Result result = new Jar(root).at(NOW).under("setpriv", "--reuid=65534", "--clear-groups").run();

    Files.setPosixFilePermissions(
        root.resolve("scripts/notes"), PosixFilePermissions.fromString("rwx------"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.err()).contains("2024-03-02-closed.md:1:1: ", "scripts/notes:1:1: ");
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }

  private void assertNothingLeftTheHome() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      assertThat(tree.filter(file -> file.getFileName().toString().equals("pwned"))).isEmpty();
    }
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).hasSize(2);
    }
    for (String file : Outputs.of(root).keySet()) {
      assertThat(new String(Files.readAllBytes(root.resolve(file)), UTF_8))
          .as(file)
          .doesNotContain(SECRET);
    }
  }

  private static String script(String frontMatter) {
    return "---\n" + frontMatter + "\n---\nA short text.\n";
  }

  private static String bomb() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n");
    }
    return yaml + "title: *a11";
  }

  /** A header that promises this many pixels, and no more. */
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeBytes("IHDR");
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.toByteArray());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    out.writeInt(13);
    out.write(header.toByteArray());
    out.writeInt((int) crc.getValue());
    out.writeInt(0);
    out.writeBytes("IEND");
    out.writeInt(0xAE426082);
    return bytes.toByteArray();
  }

  /** Promises a baseline picture in colour, and ends. */
  private static byte[] jpegHeader(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0xFFD8);
    out.writeShort(0xFFC0);
    out.writeShort(17);
    out.writeByte(8);
    out.writeShort(height);
    out.writeShort(width);
    out.write(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
    out.writeShort(0xFFD9);
    return bytes.toByteArray();
  }
}
