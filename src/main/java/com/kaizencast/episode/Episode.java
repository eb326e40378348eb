package com.kaizencast.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an episode besides its text.
 *
 * @param slug lower-case ASCII letters, digits and single hyphens; identifies the episode
 * @param guid from the front matter or, once planned, the one it is published under
 * @param number from the front matter or, once planned, the assigned one; at least 1
 * @param season at least 1
 * @param summary one or two sentences of plain text
 * @param publishedAt when it is, was, or will be due
 * @param explicit null: as the show
 * @param image path of the episode's own artwork, relative to the scripts folder
 * @param tags what the podcast namespace says of the episode
 */
public record Episode(
    String slug,
    String title,
    @Nullable String guid,
    @Nullable Integer number,
    @Nullable Integer season,
    String summary,
    Instant publishedAt,
    EpisodeType type,
    @Nullable Boolean explicit,
    boolean draft,
    @Nullable String image,
    Tags tags) {

  /** An episode of which the podcast namespace says nothing. */
  public Episode(
      String slug,
      String title,
      @Nullable String guid,
      @Nullable Integer number,
      @Nullable Integer season,
      String summary,
      Instant publishedAt,
      EpisodeType type,
      @Nullable Boolean explicit,
      boolean draft,
      @Nullable String image) {
    this(
        slug,
        title,
        guid,
        number,
        season,
        summary,
        publishedAt,
        type,
        explicit,
        draft,
        image,
        Tags.NONE);
  }

  public Episode {
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a slug: '" + slug + "'");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("an episode needs a title");
    }
    if ((number != null && number < 1) || (season != null && season < 1)) {
      throw new IllegalArgumentException("number and season count from 1");
    }
  }

  /** The same episode under the identity it is published with. */
  public Episode identified(
      String newSlug, String newGuid, @Nullable Integer newNumber, Instant newPublishedAt) {
    return new Episode(
        newSlug,
        title,
        newGuid,
        newNumber,
        season,
        summary,
        newPublishedAt,
        type,
        explicit,
        draft,
        image,
        tags);
  }

  /**
   * What the podcast namespace says of an episode.
   *
   * @param persons empty: those of the show
   * @param license SPDX identifier; null: that of the show
   */
  public record Tags(
      List<Show.Person> persons,
      Show.@Nullable Location location,
      @Nullable String license,
      List<Soundbite> soundbites) {

    public static final Tags NONE = new Tags(List.of(), null, null, List.of());

    public Tags {
      persons = List.copyOf(persons);
      soundbites = List.copyOf(soundbites);
    }
  }

  /**
   * A stretch of the audio that may stand for the whole.
   *
   * @param start from the beginning of the audio
   */
  public record Soundbite(Duration start, Duration length, @Nullable String title) {}
}
