package com.kaizencast.publish;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.PublishedPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Episodes that are rendered and not yet published, by the digest of what went into them: a run
 * that was killed has not worked in vain.
 */
public final class RenderStore {

  /** What a rendering yields. */
  public record Rendered(AudioFile audio, List<Chapter> chapters, List<CompanionFile> companions) {
    public Rendered {
      chapters = List.copyOf(chapters);
      companions = List.copyOf(companions);
    }

    /** That of a published item. */
    static Rendered of(FeedItem item) {
      return new Rendered(item.audio(), item.chapters(), item.companions());
    }

    /** Whether all of it is there, as far as sizes tell. */
    boolean isThere(Home home) {
      return RenderStore.isThere(home, audio.path(), audio.sizeBytes())
          && companions.stream().allMatch(file -> RenderStore.isThere(home, file));
    }

    /** Whether all of it is there byte by byte, as far as digests are known. */
    boolean isUnaltered(Home home) {
      if (!isThere(home)) {
        return false;
      }
      try {
        if (!audio.sha384().isEmpty()
            && !audio.sha384().equals(Sha256.sha384(home.published(audio.path())))) {
          return false;
        }
        for (CompanionFile file : companions) {
          if (!file.sha256().equals(Sha256.of(home.published(file.path())))) {
            return false;
          }
        }
        return true;
      } catch (IOException unreadable) {
        return false;
      }
    }
  }

  private final Home home;

  public RenderStore(Home home) {
    this.home = home;
  }

  /** The rendering of these inputs, if its audio is there in full length. */
  public Optional<Rendered> find(String digest) {
    try {
      Rendered rendered =
          LedgerFile.JSON.readValue(Files.readAllBytes(record(digest)), Rendered.class);
      return rendered.isThere(home) ? Optional.of(rendered) : Optional.empty();
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void put(String digest, Rendered rendered) throws IOException {
    Files.createDirectories(folder());
    AtomicFile.write(record(digest), LedgerFile.toJson(rendered));
  }

  /** Forgets everything: what is published is in the ledger. */
  public void clear() throws IOException {
    if (Files.isDirectory(folder())) {
      try (Stream<Path> records = Files.list(folder())) {
        for (Path record : records.toList()) {
          Files.delete(record);
        }
      }
    }
  }

  static boolean isThere(Home home, AudioFile audio) {
    return isThere(home, audio.path(), audio.sizeBytes());
  }

  static boolean isThere(Home home, CompanionFile file) {
    return isThere(home, file.path(), file.sizeBytes());
  }

  /** What is elsewhere is not looked after. */
  private static boolean isThere(Home home, String path, long sizeBytes) {
    try {
      return PublishedPath.isElsewhere(path) || Files.size(home.published(path)) == sizeBytes;
    } catch (IOException e) {
      return false;
    }
  }

  private Path folder() {
    return home.state().resolve("rendered");
  }

  private Path record(String digest) {
    return folder().resolve(digest + ".json");
  }
}
