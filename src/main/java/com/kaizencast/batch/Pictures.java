package com.kaizencast.batch;

import com.kaizencast.artwork.Artwork;
import com.kaizencast.artwork.CoverArt;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Sha256;
import com.kaizencast.script.SettingPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of episodes: the host's; else, where the show's cover is drawn, one drawn like it;
 * else the show's cover.
 */
final class Pictures {

  /** In an audio file, where the picture is part of every download. */
  private static final int TAG_PIXELS = 600;

  private final Home home;
  private final Home published;
  private final Show show;
  private final Cover cover;
  private @Nullable Artwork smallCover;

  Pictures(Home home, Show show, Cover cover) {
    this(home, home, show, cover);
  }

  /**
   * @param published where the cover is
   */
  Pictures(Home home, Home published, Show show, Cover cover) {
    this.home = home;
    this.published = published;
    this.show = show;
    this.cover = cover;
  }

  /** What the episode's picture is made from, beside the titles. */
  String source(EpisodeScript script) {
    String image = script.episode().image();
    if (image == null) {
      return show.cover() == null ? "drawn 1" : cover.published().source();
    }
    Path file = home.scripts().resolve(image);
    try {
      return Files.isRegularFile(file) ? Sha256.of(file) : "missing";
    } catch (IOException e) {
      return "unreadable";
    }
  }

  /**
   * The episode's picture as it is published, if it does not go by the show's cover, and as it goes
   * into the audio file.
   *
   * @throws ScriptException if the host's picture is not fit to be one
   */
  CoverArt.Sizes of(EpisodeScript script) throws ScriptException, IOException {
    Episode episode = script.episode();
    if (episode.image() != null) {
      Artwork given =
          CoverArt.given(
              home.scripts().resolve(episode.image()),
              SettingPosition.of(home.root(), script.file(), "image"));
      return new CoverArt.Sizes(given, CoverArt.reduced(given, TAG_PIXELS));
    }
    if (show.cover() == null) {
      try {
        return CoverArt.forEpisode(
            show.title(),
            episode.title(),
            episode.number(),
            new SourcePosition(script.file(), 1, 1),
            TAG_PIXELS);
      } catch (ScriptException noFont) {
        // The cover was drawn where there was one.
      }
    }
    return new CoverArt.Sizes(null, smallCover());
  }

  private synchronized Artwork smallCover() throws ScriptException, IOException {
    if (smallCover == null) {
      Path file = published.published(cover.published().path());
      smallCover =
          CoverArt.reduced(
              CoverArt.given(file, new SourcePosition("scripts/show.yaml", 1, 1)), TAG_PIXELS);
    }
    return smallCover;
  }
}
