package com.kaizencast.audio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFfmpegTest {

  @TempDir Path folder;

  @Test
  void isUnpackedIntoAFolderOfOurOwn() throws Exception {
    Path own = folder.resolve("new/own");

    Path program = new BundledFfmpeg(own).executable();

    assertThat(program.getParent()).isEqualTo(own);
    assertThat(Files.getPosixFilePermissions(own))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(run(program, "-version")).startsWith("ffmpeg version");
    assertThat(files(own)).containsExactly(program);
  }

  @Test
  void isUnpackedOnce() throws Exception {
    Path program = unpackedIn(folder.resolve("own"));
    Object key = Files.readAttributes(program, BasicFileAttributes.class).fileKey();

    Path again = new BundledFfmpeg(folder.resolve("own")).executable();

    assertThat(again).isEqualTo(program);
    assertThat(Files.readAttributes(program, BasicFileAttributes.class).fileKey()).isEqualTo(key);
  }

  @Test
  void isUnpackedAgainIfItWasDamaged() throws Exception {
    Path own = folder.resolve("own");
    Path program = unpackedIn(own);

    try (var channel = Files.newByteChannel(program, StandardOpenOption.WRITE)) {
      channel.truncate(1_000_000);
    }
    assertThat(run(new BundledFfmpeg(own).executable(), "-version")).startsWith("ffmpeg version");

    byte[] bytes = Files.readAllBytes(program);
    bytes[bytes.length / 2] ^= 1;
    Files.write(program, bytes);
    new BundledFfmpeg(own).executable();
    bytes[bytes.length / 2] ^= 1;
    assertThat(program).hasBinaryContent(bytes);

    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-------"));
    assertThat(run(new BundledFfmpeg(own).executable(), "-version")).startsWith("ffmpeg version");
  }

  @Test
  void survivesManyStartsAtATime() throws Exception {
    Path own = folder.resolve("own");

    CompletableFuture<?>[] all =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return run(new BundledFfmpeg(own).executable(), "-version");
                          } catch (Exception e) {
                            throw new IllegalStateException(e);
                          }
                        },
                        task -> new Thread(task).start()))
            .limit(4)
            .toArray(CompletableFuture<?>[]::new);

    for (CompletableFuture<?> one : all) {
      assertThat((String) one.get()).startsWith("ffmpeg version");
    }
    assertThat(files(own)).hasSize(1);
  }

  @Test
  void takesAFolderFromOthersThatTheyCouldEnter() throws Exception {
    Path own = folder.resolve("own");
    unpackedIn(own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));

    new BundledFfmpeg(own).executable();

    assertThat(Files.getPosixFilePermissions(own))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void followsNoLink() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("own"), elsewhere);

    assertThatThrownBy(() -> new BundledFfmpeg(link).executable())
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("a link is not followed");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void runsNoProgramThatSomebodyPutInItsPlace() throws Exception {
    Path own = folder.resolve("own");
    Path program = unpackedIn(own);
    Path planted = Files.writeString(folder.resolve("planted"), "#!/bin/sh\necho planted\n");
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.delete(program);
    Files.createSymbolicLink(program, planted);

    assertThat(run(new BundledFfmpeg(own).executable(), "-version")).startsWith("ffmpeg version");
    assertThat(planted).hasContent("#!/bin/sh\necho planted\n");
    assertThat(Files.isSymbolicLink(program)).isFalse();
  }

  @Test
  void refusesAFolderOfSomebodyElse() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    try {
      Files.setAttribute(own, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      assumeTrue(false, "only root can give a folder away");
    }

    assertThatThrownBy(() -> new BundledFfmpeg(own).executable())
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("belongs to somebody else");
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new BundledFfmpeg(file.resolve("own")).executable())
        .isInstanceOfSatisfying(ToolException.class, e -> assertThat(e.isTransient()).isFalse())
        .hasMessageContaining("cannot be unpacked into");
    assertThatThrownBy(() -> new BundledFfmpeg(file).executable())
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("not a folder");
  }

  @Test
  void tellsItsIdentityWithoutUnpacking() throws Exception {
    String identity = new BundledFfmpeg(folder.resolve("own")).identity();

    assertThat(identity).matches("bundled ffmpeg-.*-[0-9a-f]{8}(\\.exe)?");
    assertThat(folder).isEmptyDirectory();
    assertThat(new BundledFfmpeg(folder.resolve("other")).identity()).isEqualTo(identity);
  }

  /** As an earlier run would have left it, only sooner. */
  private static Path unpackedIn(Path own) throws Exception {
    Path program = new BundledFfmpeg(SharedFfmpeg.FOLDER).executable();
    Files.createDirectory(own);
    return Files.copy(
        program, own.resolve(program.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String run(Path program, String argument) throws IOException {
    Process process = new ProcessBuilder(program.toString(), argument).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
