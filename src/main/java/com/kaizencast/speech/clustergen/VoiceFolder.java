package com.kaizencast.speech.clustergen;

import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The voices there are: {@code rms}, which comes with the program, and those that the host has put
 * into a folder, each in a file {@code NAME.flitevox}. Each is read once.
 */
public final class VoiceFolder {

  /** The voice that comes with the program. */
  public static final String BUILT_IN = "rms";

  private static final String SUFFIX = ".flitevox";
  private static final String NAME = "[a-z][a-z0-9_-]{0,40}";
  private static final int FLITE_SECONDS = 60;

  private static @Nullable VoiceModel builtIn;

  private final Path folder;
  private final ConcurrentHashMap<String, VoiceModel> read = new ConcurrentHashMap<>();

  /**
   * The voices of a folder.
   *
   * @param folder need not exist
   */
  public VoiceFolder(Path folder) {
    this.folder = folder;
  }

  /** Names of all voices, the one that comes with the program first. */
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>(List.of(BUILT_IN));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(SUFFIX))
            .map(file -> file.substring(0, file.length() - SUFFIX.length()))
            .filter(name -> name.matches(NAME) && !name.equals(BUILT_IN))
            .sorted()
            .forEach(names::add);
      }
    }
    return names;
  }

  /**
   * A voice to speak with.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws ToolException if its file is damaged
   */
  public VoiceModel open(String name) throws ToolException, IOException {
    if (name.equals(BUILT_IN)) {
      return builtIn();
    }
    VoiceModel known = read.get(name);
    if (known == null) {
      if (!names().contains(name)) {
        throw new IllegalArgumentException("no voice '" + name + "'; there is " + names());
      }
      known = model(folder.resolve(name + SUFFIX));
      read.put(name, known);
    }
    return known;
  }

  /** The voice that comes with the program. */
  public static synchronized VoiceModel builtIn() {
    VoiceModel model = builtIn;
    if (model == null) {
      String file = BUILT_IN + SUFFIX;
      try (InputStream in = Objects.requireNonNull(VoiceFolder.class.getResourceAsStream(file))) {
        model = VoiceModel.read(file, in.readAllBytes());
      } catch (IOException | VoiceFileException e) {
        throw new IllegalStateException("the voice that comes with the program is damaged", e);
      }
      builtIn = model;
    }
    return model;
  }

  /**
   * Adds a voice, or replaces it.
   *
   * @param file as {@code flite -voicedump} writes it
   * @throws ToolException if that is no name for a voice, or the file is none of a voice
   */
  public VoiceModel add(String name, Path file) throws ToolException, IOException {
    if (!name.matches(NAME) || name.equals(BUILT_IN)) {
      throw problem("'" + name + "' can't be the name of a voice; take other lower-case letters");
    }
    VoiceModel model = model(file);
    Files.createDirectories(folder);
    Path copy = Files.createTempFile(folder, name, ".part");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, folder.resolve(name + SUFFIX), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(copy);
    }
    read.remove(name);
    return model;
  }

  /**
   * Adds a voice of the installed {@code flite}.
   *
   * @param name as flite calls it, for instance {@code slt} or {@code awb}
   * @throws ToolException if flite is not installed or has no such voice
   */
  public VoiceModel addFromFlite(String name)
      throws ToolException, IOException, InterruptedException {
    if (!name.matches(NAME)) {
      throw problem("'" + name + "' can't be the name of a voice");
    }
    Path dump = Files.createTempFile("voice", SUFFIX);
    try {
      String said = flite("-voice", name, "-voicedump", dump.toString(), "-t", "a", "-o", "none");
      // flite takes another voice, and says nothing, where it has not the one asked for
      if (Files.size(dump) == 0 || !model(dump).name().endsWith("_" + name)) {
        throw problem("the installed flite has no voice '" + name + "' of this kind; " + said);
      }
      return add(name, dump);
    } finally {
      Files.deleteIfExists(dump);
    }
  }

  private static String flite(String... arguments)
      throws ToolException, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("flite"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("flite", ".txt");
    try {
      Process flite;
      try {
        flite =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
      } catch (IOException e) {
        throw new ToolException(
            "flite", "can't be run; install it (Debian package flite)", false, e);
      }
      flite.getOutputStream().close();
      if (!flite.waitFor(FLITE_SECONDS, TimeUnit.SECONDS)) {
        flite.destroyForcibly();
        throw new ToolException(
            "flite", "did not end within " + FLITE_SECONDS + " seconds", true, null);
      }
      return Files.readString(output, StandardCharsets.ISO_8859_1).strip();
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static VoiceModel model(Path file) throws ToolException, IOException {
    if (Files.size(file) > VoiceModel.MAX_FILE_BYTES) {
      throw problem(file.getFileName() + " is larger than any file of a voice");
    }
    try {
      return VoiceModel.read(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (VoiceFileException e) {
      throw new ToolException("voice", String.valueOf(e.getMessage()), false, e);
    }
  }

  private static ToolException problem(String message) {
    return new ToolException("voice", message, false, null);
  }
}
