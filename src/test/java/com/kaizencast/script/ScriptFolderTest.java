package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.ScriptProblem;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFolderTest {

  @TempDir private Path folder;
  private Path home;
  private Path elsewhere;

  @BeforeEach
  void makeFolders() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
  }

  private List<String> names() throws Exception {
    return ScriptFolder.read(home).files().stream().map(ScriptFile::name).toList();
  }

  private List<String> problems() throws Exception {
    return ScriptFolder.read(home).problems().stream().map(ScriptProblem::toString).toList();
  }

  @Test
  void isEmptyWithoutScripts() throws Exception {
    assertThat(names()).isEmpty();
    Files.createDirectory(home.resolve("scripts"));
    assertThat(names()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void listsScriptsOfBothFormsInTheOrderOfCodePoints() throws Exception {
    for (String file :
        List.of(
            "b.md",
            "a.txt",
            "Z.markdown",
            "2024/c.MD",
            "2024/03/d.txt",
            "é.md",
            "\uFF21.md",
            "😀.md",
            "i.md",
            "I.md")) {
      Reading.write(home, "scripts/" + file, file);
    }

    List<String> expected =
        List.of(
            "scripts/2024/03/d.txt",
            "scripts/2024/c.MD",
            "scripts/I.md",
            "scripts/Z.markdown",
            "scripts/a.txt",
            "scripts/b.md",
            "scripts/i.md",
            "scripts/é.md",
            "scripts/\uFF21.md",
            "scripts/😀.md");
    assertThat(names()).isEqualTo(expected);
    Reading.inTurkish(() -> assertThat(names()).isEqualTo(expected));
    assertThat(problems()).isEmpty();
  }

  @Test
  void passesOverWhatIsNoScript() throws Exception {
    for (String file :
        List.of(
            "show.yaml",
            "lexicon.yaml",
            "cover.png",
            "README.md",
            "readme.txt",
            "Readme_first.markdown",
            ".hidden.md",
            ".git/a.md",
            "sub/.b/c.md",
            "md",
            ".md",
            "a.md~",
            "folder.md/x.yaml")) {
      Reading.write(home, "scripts/" + file, "x");
    }
    Reading.write(home, "other/a.md", "x");

    assertThat(names()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void givesBytesAndDigest() throws Exception {
    Reading.write(home, "scripts/2024-03-08-my.talk.txt", "abc");

    ScriptFile file = ScriptFolder.read(home).files().get(0);

    assertThat(file.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(file.bytes()).containsExactly('a', 'b', 'c');
    assertThat(file.baseName()).isEqualTo("2024-03-08-my.talk");
  }

  @Test
  void readsUpToOneMebibyteAndNoMore() throws Exception {
    Reading.write(home, "scripts/most.txt", new byte[1 << 20]);
    Reading.write(home, "scripts/more.txt", new byte[(1 << 20) + 1]);
    try (var channel =
        Files.newByteChannel(
            home.resolve("scripts/huge.md"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.position(1L << 34).write(ByteBuffer.wrap(new byte[1]));
    }

    assertThat(names()).containsExactly("scripts/most.txt");
    assertThat(problems())
        .containsExactly(
            "scripts/huge.md:1:1: the file has 17179869185 bytes and a script at most 1048576"
                + " (1 MiB); split it, or move it out of scripts/ if it is none",
            "scripts/more.txt:1:1: the file has 1048577 bytes and a script at most 1048576"
                + " (1 MiB); split it, or move it out of scripts/ if it is none");
  }

  @Test
  void followsLinksWithinOnly() throws Exception {
    Path inside = Reading.write(home, "scripts/a.md", "x");
    Reading.write(home, "scripts/sub/b.md", "x");
    Path outside = Reading.write(elsewhere, "secret.md", "x");
    Path scripts = home.resolve("scripts");
    Files.createSymbolicLink(scripts.resolve("link.md"), inside);
    Files.createSymbolicLink(scripts.resolve("out.md"), outside);
    Files.createSymbolicLink(scripts.resolve("out.yaml"), outside);
    Files.createSymbolicLink(scripts.resolve("folder"), elsewhere);
    Files.createSymbolicLink(scripts.resolve("loop"), scripts);
    Files.createSymbolicLink(scripts.resolve("dead.md"), elsewhere.resolve("none"));

    assertThat(names()).containsExactly("scripts/a.md", "scripts/link.md", "scripts/sub/b.md");
    assertThat(problems())
        .containsExactly(
            "scripts/dead.md:1:1: this link leads nowhere; delete it or mend it",
            "scripts/folder:1:1: this link leads out of scripts/; put the folder itself here",
            "scripts/out.md:1:1: this link leads out of scripts/; put the file itself here");
  }

  @Test
  void isFoundThroughALinkToTheWholeFolder() throws Exception {
    Reading.write(elsewhere, "a.md", "x");
    Files.createSymbolicLink(home.resolve("scripts"), elsewhere);

    assertThat(names()).containsExactly("scripts/a.md");
  }

  @Test
  void showsNamesComposed() throws Exception {
    Reading.write(home, "scripts/e\u0301.md", "x");

    assertThat(names()).containsExactly("scripts/\u00E9.md");
  }

  @Test
  void rejectsNamesWithControlCharacters() throws Exception {
    Reading.write(home, "scripts/a\nb.md", "x");

    assertThat(names()).isEmpty();
    assertThat(problems())
        .singleElement()
        .asString()
        .endsWith("the file name holds a control character; rename the file");
  }
}
