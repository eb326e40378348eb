package com.kaizencast.episode;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The show as its host describes it in {@code show.yaml}.
 *
 * @param language BCP 47 tag
 * @param website the show's home page
 * @param baseUrl what the folders {@code feed} and {@code audio} are published under, ending in a
 *     slash
 * @param license SPDX identifier or name
 * @param guid the show's {@code podcast:guid} where the host fixes it
 * @param cover path of the cover image relative to the scripts folder; null: one is generated
 * @param tags what the podcast namespace says of the show
 */
public record Show(
    String title,
    String description,
    String author,
    Owner owner,
    String language,
    URI website,
    URI baseUrl,
    Category category,
    boolean explicit,
    Type type,
    String copyright,
    @Nullable String license,
    ZoneId timeZone,
    @Nullable String guid,
    @Nullable String cover,
    VoiceSettings voice,
    AudioSettings audio,
    PodcastTags tags,
    Sound sound,
    Distribution distribution,
    Nightly nightly) {

  /** A show that says nothing of tags, sound, distribution and the nightly run. */
  public Show(
      String title,
      String description,
      String author,
      Owner owner,
      String language,
      URI website,
      URI baseUrl,
      Category category,
      boolean explicit,
      Type type,
      String copyright,
      @Nullable String license,
      ZoneId timeZone,
      @Nullable String guid,
      @Nullable String cover,
      VoiceSettings voice,
      AudioSettings audio) {
    this(
        title,
        description,
        author,
        owner,
        language,
        website,
        baseUrl,
        category,
        explicit,
        type,
        copyright,
        license,
        timeZone,
        guid,
        cover,
        voice,
        audio,
        PodcastTags.of(author),
        Sound.DEFAULT,
        Distribution.DEFAULT,
        Nightly.DEFAULT);
  }

  /**
   * What all that is published stands under: the base URL and, for a private feed, its secret
   * segment; ends in a slash.
   */
  public URI publicUrl() {
    String secret = distribution.privatePath();
    return secret == null ? baseUrl : baseUrl.resolve(secret + "/");
  }

  /** Whom directories write to. */
  public record Owner(String name, String email) {}

  /** A category of Apple's list. */
  public record Category(String name, @Nullable String subcategory) {}

  /** The values of {@code itunes:type}. */
  public enum Type {
    EPISODIC,
    SERIAL
  }

  /**
   * How the voice speaks; null leaves the voice's own value.
   *
   * @param rateWpm words a minute
   * @param pitchHz mean fundamental frequency
   * @param rangeHz standard deviation of the fundamental frequency
   */
  public record VoiceSettings(
      String name, @Nullable Double rateWpm, @Nullable Double pitchHz, @Nullable Double rangeHz) {}

  /**
   * How an episode is mastered and encoded.
   *
   * @param loudnessLufs integrated loudness of the finished file, ITU-R BS.1770-4
   * @param peakDbtp highest true peak of the finished file
   * @param bitRateKbps constant bit rate of the MP3
   */
  public record AudioSettings(double loudnessLufs, double peakDbtp, int bitRateKbps) {}

  /**
   * What the podcast namespace says of a show.
   *
   * @param locked whether other platforms must not import the feed
   * @param persons at least one
   * @param medium a value of {@code podcast:medium}
   * @param trailer slug of the episode that is the show's trailer
   * @param aiContent whether the feed says that a machine made part of the show
   * @param podping whether changes are announced by Podping
   */
  public record PodcastTags(
      boolean locked,
      List<Person> persons,
      @Nullable Location location,
      @Nullable Funding funding,
      String medium,
      @Nullable UpdateFrequency updateFrequency,
      @Nullable String trailer,
      boolean aiContent,
      boolean podping) {

    public PodcastTags {
      persons = List.copyOf(persons);
    }

    /** The tags of a show whose host says nothing of them. */
    public static PodcastTags of(String author) {
      return new PodcastTags(
          true,
          List.of(new Person(author, "host", "cast", null, null)),
          null,
          null,
          "podcast",
          null,
          null,
          true,
          false);
    }
  }

  /**
   * Someone who takes part.
   *
   * @param role in lower case, as the Podcast Taxonomy has it
   * @param group likewise
   * @param href page about the person
   * @param image address of a picture
   */
  public record Person(
      String name, String role, String group, @Nullable URI href, @Nullable URI image) {}

  /**
   * A place that the show is about.
   *
   * @param geo a {@code geo:} address, RFC 5870
   * @param osm OpenStreetMap's type and number of the place, like {@code R113314}
   */
  public record Location(String name, @Nullable String geo, @Nullable String osm) {}

  /** Where listeners can give. */
  public record Funding(URI url, String text) {}

  /**
   * How often there is a new episode.
   *
   * @param rrule a recurrence rule, RFC 5545 section 3.3.10
   */
  public record UpdateFrequency(String text, @Nullable String rrule) {}

  /**
   * What is heard around the script.
   *
   * @param disclosure the sentence that says the voice is synthetic; unused if the place is none
   * @param disclosurePosition where the host says so
   * @param intro what is heard before the text
   * @param bed what is heard under its opening
   * @param outro what is heard after it
   */
  public record Sound(
      String disclosure,
      Place disclosurePlace,
      SourcePosition disclosurePosition,
      @Nullable Music intro,
      @Nullable Music bed,
      @Nullable Music outro) {

    public static final Sound DEFAULT =
        new Sound(
            "This episode is read by a synthetic voice.",
            Place.END,
            new SourcePosition("scripts/show.yaml", 1, 1),
            null,
            null,
            null);

    /** Where something is said. */
    public enum Place {
      START,
      END,
      NONE
    }

    /**
     * A piece of music.
     *
     * @param file path of an audio file relative to the scripts folder; null: one is generated
     * @param position where the host names it
     */
    public record Music(@Nullable String file, SourcePosition position) {}
  }

  /**
   * How the feed reaches its subscribers.
   *
   * @param pageSize most items on one page of the feed
   * @param hub WebSub hub
   * @param newFeedUrl where the feed has moved to
   * @param block whether directories must not list it
   * @param complete whether there will be no more episodes
   * @param privatePath path segment that keeps a private feed's addresses secret
   * @param page whether there is a page to listen on, beside the feed
   */
  public record Distribution(
      int pageSize,
      @Nullable URI hub,
      @Nullable URI newFeedUrl,
      boolean block,
      boolean complete,
      @Nullable String privatePath,
      boolean page) {

    public static final Distribution DEFAULT =
        new Distribution(500, null, null, false, false, null);

    /** With a page. */
    public Distribution(
        int pageSize,
        @Nullable URI hub,
        @Nullable URI newFeedUrl,
        boolean block,
        boolean complete,
        @Nullable String privatePath) {
      this(pageSize, hub, newFeedUrl, block, complete, privatePath, true);
    }

    /** Whether nobody is to come upon the show who has not been told of it. */
    public boolean isUnlisted() {
      return block || privatePath != null;
    }
  }

  /**
   * What a run in the night may and must do.
   *
   * @param keepAudioDays how long files stay that the feed has stopped naming; 0: not at all
   * @param verifyDays after how long all files are read and compared with their digests; 0: never
   * @param largestRemovalPercent of the episodes in the feed; what would remove more is refused
   * @param historyRuns how many runs the job repository remembers
   */
  public record Nightly(
      int keepAudioDays, int verifyDays, int largestRemovalPercent, int historyRuns) {

    public static final Nightly DEFAULT = new Nightly(7, 30, 10, 400);
  }
}
