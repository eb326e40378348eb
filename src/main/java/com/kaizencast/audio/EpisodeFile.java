package com.kaizencast.audio;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Show.AudioSettings;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes the finished file of an episode from its samples: loudness, MP3, tag, name. Safe for use by
 * several threads, each with its own recording.
 */
public final class EpisodeFile {

  /** To be raised whenever other bytes come out for the same samples. */
  private static final int VERSION = 1;

  private final AudioEncoder encoder;
  private final Path tempFolder;

  /**
   * @param tempFolder for files in the making, on the file system of the audio folder
   */
  public EpisodeFile(AudioEncoder encoder, Path tempFolder) {
    this.encoder = encoder;
    this.tempFolder = tempFolder;
  }

  /** Decides, with samples, settings and tag, the bytes that come out. Starts no process. */
  public String identity() throws ToolException {
    return "mastering " + VERSION + ", " + encoder.identity();
  }

  /**
   * Masters, encodes, tags and checks, then moves the file to its place under a name that changes
   * with its bytes: {@code <baseName>.<first 8 digits of its SHA-384>.mp3}. Whatever fails, nothing
   * is left behind.
   *
   * @param recording is left open
   * @param audioFolder is made if it is not there
   * @return its path begins with {@code audio/}
   * @throws ToolException if the encoder fails, or the recording is silent or cannot be brought to
   *     its loudness
   * @throws InterruptedException if this thread is interrupted
   */
  public AudioFile write(
      Recording recording, AudioSettings settings, Id3Tag tag, Path audioFolder, String baseName)
      throws IOException, ToolException, InterruptedException {
    Files.createDirectories(audioFolder);
    Path encoded = Files.createTempFile(tempFolder, "encoded", ".part");
    Path tagged = tempFolder.resolve(encoded.getFileName() + ".tagged");
    try {
      try (Mastering mastered = Mastering.of(recording, settings, encoder, tempFolder)) {
        encoder.encode(mastered, settings.bitRateKbps(), encoded);
      }
      String sha384 = join(tag.bytes(recording.duration()), encoded, tagged);
      String name = baseName + "." + sha384.substring(0, 8) + ".mp3";
      AudioFile file =
          new AudioFile(
              "audio/" + name,
              "audio/mpeg",
              Files.size(tagged),
              recording.duration(),
              settings.bitRateKbps(),
              sha384);
      Files.move(tagged, audioFolder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      syncFolder(audioFolder);
      return file;
    } catch (ClosedByInterruptException e) {
      InterruptedException interrupted = new InterruptedException();
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      Files.deleteIfExists(encoded);
      Files.deleteIfExists(tagged);
    }
  }

  /** Writes the tag and the frames, down to the disk; returns the SHA-384 of it all. */
  private static String join(byte[] tag, Path frames, Path target) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-384");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    // Not a temporary file of the JDK's: nobody else could read it, not even a web server.
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
      out.write(tag);
      Files.copy(frames, out);
      channel.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** So that the name, too, outlasts a power failure; not every system can. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; its moves are in its journal.
    }
  }
}
