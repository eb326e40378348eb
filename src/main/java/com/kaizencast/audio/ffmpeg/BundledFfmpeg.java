package com.kaizencast.audio.ffmpeg;

import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The ffmpeg that comes with JAVE as a resource on the class path, copied into a folder that only
 * this user can enter. (JAVE's own locator copies to a path in the shared temporary folder that
 * anybody can guess, and writes over a file that another process may be running.)
 */
final class BundledFfmpeg implements FfmpegBinary {

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private @Nullable Path ready;

  BundledFfmpeg(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public String identity() throws ToolException {
    return "bundled " + resource().fileName();
  }

  @Override
  public synchronized Path executable() throws ToolException {
    if (ready == null) {
      Resource resource = resource();
      try {
        preparePrivateFolder();
        Path file = folder.resolve(resource.fileName());
        if (!Files.isExecutable(file) || !resource.isIn(file)) {
          extract(resource, file);
        }
        if (!Files.isExecutable(file)) {
          throw new IOException(
              "nothing there may be executed; name another folder or a system"
                  + " ffmpeg in the settings");
        }
        ready = file;
      } catch (IOException e) {
        throw new ToolException(
            Ffmpeg.TOOL, "cannot be unpacked into " + folder + ": " + e.getMessage(), false, e);
      }
    }
    return ready;
  }

  /** Copies under another name, then moves: other processes see the whole program or none. */
  private void extract(Resource resource, Path file) throws IOException {
    Path part = Files.createTempFile(folder, "ffmpeg", ".part");
    try {
      try (InputStream in = resource.open()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!resource.isIn(part)) {
        throw new IOException("the copy differs from the original");
      }
      if (isPosix()) {
        Files.setPosixFilePermissions(part, PRIVATE);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void preparePrivateFolder() throws IOException {
    Files.createDirectories(folder.getParent());
    try {
      if (isPosix()) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("it is not a folder (a link is not followed)", e);
      }
    }
    if (isPosix()) {
      Path own = Files.createTempFile(folder, "owner", ".tmp");
      try {
        if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
          throw new IOException("it belongs to somebody else");
        }
      } finally {
        Files.delete(own);
      }
      Files.setPosixFilePermissions(folder, PRIVATE);
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * The program within its jar.
   *
   * @param name as JAVE names it
   * @param crc32 of its bytes
   */
  private record Resource(URL url, String name, long size, long crc32) {

    /** Names the content, so that another version never meets this one's file. */
    String fileName() {
      boolean isExe = name.endsWith(".exe");
      String stem = isExe ? name.substring(0, name.length() - 4) : name;
      return String.format(Locale.ROOT, "%s-%08x%s", stem, crc32, isExe ? ".exe" : "");
    }

    InputStream open() throws IOException {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      return connection.getInputStream();
    }

    boolean isIn(Path file) throws IOException {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != size) {
        return false;
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        return crc32Of(in) == crc32;
      }
    }
  }

  private static Resource resource() throws ToolException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String suffix = os.contains("windows") ? ".exe" : os.contains("mac") ? "-osx" : "";
    String name = "ffmpeg-" + System.getProperty("os.arch", "") + suffix;
    URL url = BundledFfmpeg.class.getResource("/ws/schild/jave/nativebin/" + name);
    if (url == null) {
      throw new ToolException(
          Ffmpeg.TOOL,
          "no " + name + " comes with this build; name a system ffmpeg in the settings",
          false,
          null);
    }
    try {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return new Resource(url, name, jar.getJarEntry().getSize(), jar.getJarEntry().getCrc());
      }
      try (InputStream in = connection.getInputStream()) {
        return new Resource(url, name, connection.getContentLengthLong(), crc32Of(in));
      }
    } catch (IOException e) {
      throw new ToolException(Ffmpeg.TOOL, "cannot read " + url, false, e);
    }
  }

  private static long crc32Of(InputStream in) throws IOException {
    CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
    checked.transferTo(OutputStream.nullOutputStream());
    return checked.getChecksum().getValue();
  }
}
