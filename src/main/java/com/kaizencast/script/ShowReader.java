package com.kaizencast.script;

import com.kaizencast.episode.AppleCategories;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.script.YamlNode.Mapping;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code scripts/show.yaml}; every key is described in {@code show.sample.yaml}. */
public final class ShowReader {

  static final String FILE = "scripts/show.yaml";

  private static final Pattern RRULE =
      Pattern.compile("FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)(;[A-Z]+=[A-Z0-9,+-]+)*");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  /** Constant bit rates of MPEG-1 Layer III, ISO/IEC 11172-3 section 2.4.2.3. */
  private static final List<String> BIT_RATES =
      List.of(
          "32", "40", "48", "56", "64", "80", "96", "112", "128", "160", "192", "224", "256",
          "320");

  /** The values of {@code podcast:medium} that stand for one kind of content. */
  private static final List<String> MEDIA =
      List.of(
          "podcast",
          "music",
          "video",
          "film",
          "audiobook",
          "newsletter",
          "blog",
          "publisher",
          "course",
          "mixed");

  /** Stands in for an address that is missing, until the mistakes are reported. */
  private static final URI NOWHERE = URI.create("https://invalid/");

  private final Path scripts;
  private final Fields fields;
  private final Collection<String> voices;

  private ShowReader(Path scripts, Fields fields, Collection<String> voices) {
    this.scripts = scripts;
    this.fields = fields;
    this.voices = voices;
  }

  /** Reads the show of a home folder, whether or not there is the voice that it names. */
  public static Show read(Path home) throws ScriptException, IOException {
    return read(home, List.of());
  }

  /**
   * Reads the show of a home folder.
   *
   * @param home the folder that holds {@code scripts/}
   * @param voices names of the voices there are; empty: any name will do
   * @throws ScriptException with every mistake in the file
   */
  public static Show read(Path home, Collection<String> voices)
      throws ScriptException, IOException {
    Problems problems = new Problems();
    SourceText source = SettingsFile.read(home, FILE, problems);
    if (source == null) {
      throw new ScriptException(
          List.of(
              ScriptProblem.error(
                  new SourcePosition(FILE, 1, 1),
                  "there is no show.yaml; create it with the keys title, description, author,"
                      + " owner, language, website, base-url and category (show.sample.yaml"
                      + " describes them)")));
    }
    return read(home, source, voices, problems);
  }

  /**
   * Reads a show that is in memory, so that no files of its own can be with it.
   *
   * @throws ScriptException with every mistake in it
   */
  public static Show of(String yaml) throws ScriptException {
    Problems problems = new Problems();
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    SourceText source = SourceText.decode(FILE, bytes, problems::error);
    return read(Path.of(""), source, List.of(), problems);
  }

  private static Show read(
      Path home, SourceText source, Collection<String> voices, Problems problems)
      throws ScriptException {
    Mapping mapping = YamlReader.read(source, 0, source.text().length(), problems);
    problems.throwIfErrors();
    Fields fields = new Fields(source, Objects.requireNonNull(mapping), problems);
    Show show = new ShowReader(home.resolve("scripts"), fields, voices).show();
    CrawlPatterns.of(fields, show);
    fields.finish();
    problems.throwIfErrors();
    return show;
  }

  private Show show() {
    String author = fields.required("author", Forms.LINE, "Ada Lovelace", "?");
    return new Show(
        fields.required("title", Forms.LINE, "The Engine Room", "?"),
        fields.required("description", Forms.TEXT, "What the show is about.", "?"),
        author,
        owner(),
        fields.required("language", Forms.LANGUAGE, "en", "en"),
        fields.required("website", Forms.WEB_ADDRESS, "https://example.com/", NOWHERE),
        fields.required("base-url", Forms.BASE_ADDRESS, "https://example.com/podcast/", NOWHERE),
        category(),
        fields.optional("explicit", Forms.BOOLEAN, false),
        fields.optional("type", Forms.constant(Show.Type.class), Show.Type.EPISODIC),
        fields.optional("copyright", Forms.LINE, "© " + author),
        fields.optional("license", Forms.LINE),
        fields.optional("time-zone", Forms.TIME_ZONE, ZoneOffset.UTC),
        fields.optional("guid", Forms.GUID),
        fields.optional("cover", Forms.PICTURE),
        voice(),
        audio(),
        tags(author),
        sound(),
        distribution(),
        nightly());
  }

  private Show.Owner owner() {
    Fields owner = fields.requiredMapping("owner", "{name: Ada Lovelace, email: ada@example.com}");
    if (owner == null) {
      return new Show.Owner("?", "?");
    }
    Show.Owner read =
        new Show.Owner(
            owner.required("name", Forms.LINE, "Ada Lovelace", "?"),
            owner.required("email", Forms.EMAIL_ADDRESS, "ada@example.com", "?"));
    owner.finish();
    return read;
  }

  private Show.Category category() {
    List<String> names = List.copyOf(AppleCategories.ALL.keySet());
    String name = fields.required("category", Forms.oneOf(names), "Technology", "");
    List<String> within = AppleCategories.ALL.getOrDefault(name, List.of());
    Form<String> form = Forms.oneOf(within);
    if (name.isEmpty()) {
      // Which subcategories there are is not known; take any, its category is reported.
      form = Forms.LINE;
    } else if (within.isEmpty()) {
      form =
          scalar -> {
            throw new Form.Wrong("has to go: the category " + name + " has no subcategories");
          };
    }
    return new Show.Category(name, fields.optional("subcategory", form));
  }

  private Show.VoiceSettings voice() {
    Show.VoiceSettings usual = new Show.VoiceSettings("rms", null, null, null);
    return Objects.requireNonNullElse(VoiceFields.read(fields, usual, voices), usual);
  }

  private Show.AudioSettings audio() {
    return new Show.AudioSettings(
        fields.optional("loudness", Forms.decimal(-24, -14, "from -24 to -14 LUFS"), -19.0),
        fields.optional("peak", Forms.decimal(-9, -1, "from -9 to -1 dBTP"), -1.0),
        Integer.parseInt(fields.optional("bit-rate", Forms.oneOf(BIT_RATES), "64")));
  }

  private Show.PodcastTags tags(String author) {
    Show.PodcastTags usual = Show.PodcastTags.of(author);
    List<Show.Person> persons = TagFields.persons(fields);
    return new Show.PodcastTags(
        fields.optional("locked", Forms.BOOLEAN, usual.locked()),
        persons.isEmpty() ? usual.persons() : persons,
        TagFields.location(fields),
        funding(),
        fields.optional("medium", Forms.oneOf(MEDIA), usual.medium()),
        updateFrequency(),
        fields.optional("trailer", Slug.FORM),
        fields.optional("ai-content", Forms.BOOLEAN, usual.aiContent()),
        fields.optional("podping", Forms.BOOLEAN, usual.podping()));
  }

  private Show.@Nullable Funding funding() {
    Fields funding = fields.mapping("funding");
    if (funding == null) {
      return null;
    }
    Show.Funding read =
        new Show.Funding(
            funding.required("url", Forms.WEB_ADDRESS, "https://example.com/give", NOWHERE),
            funding.required("text", Forms.LINE, "Support the show", "?"));
    funding.finish();
    return read;
  }

  private Show.@Nullable UpdateFrequency updateFrequency() {
    Fields frequency = fields.mapping("update-frequency");
    if (frequency == null) {
      return null;
    }
    Show.UpdateFrequency read =
        new Show.UpdateFrequency(
            frequency.required("text", Forms.LINE, "every Friday", "?"),
            frequency.optional(
                "rrule",
                Forms.matching(RRULE, "no recurrence rule; write it like FREQ=WEEKLY;BYDAY=FR")));
    frequency.finish();
    return read;
  }

  private Show.Sound sound() {
    Show.Sound usual = Show.Sound.DEFAULT;
    return new Show.Sound(
        fields.optional("disclosure", Forms.LINE, usual.disclosure()),
        fields.optional(
            "disclosure-place", Forms.constant(Show.Sound.Place.class), usual.disclosurePlace()),
        fields.position("disclosure"),
        music("intro"),
        music("bed"),
        music("outro"));
  }

  private Show.Sound.@Nullable Music music(String key) {
    String file = fields.optional(key, Forms.music(scripts));
    return file == null
        ? null
        : new Show.Sound.Music(file.equals(Forms.GENERATED) ? null : file, fields.position(key));
  }

  private Show.Distribution distribution() {
    Show.Distribution usual = Show.Distribution.DEFAULT;
    return new Show.Distribution(
        fields.optional("page-size", Forms.integer(1, 100_000), usual.pageSize()),
        fields.optional("hub", Forms.WEB_ADDRESS),
        fields.optional("new-feed-url", Forms.WEB_ADDRESS),
        fields.optional("block", Forms.BOOLEAN, usual.block()),
        fields.optional("complete", Forms.BOOLEAN, usual.complete()),
        fields.optional(
            "private-path",
            Forms.matching(
                SECRET, "no secret path; write 8 to 64 letters, digits, hyphens, underscores")),
        fields.optional("page", Forms.BOOLEAN, usual.page()));
  }

  private Show.Nightly nightly() {
    Show.Nightly usual = Show.Nightly.DEFAULT;
    Fields nightly = fields.mapping("nightly");
    if (nightly == null) {
      return usual;
    }
    Show.Nightly read =
        new Show.Nightly(
            nightly.optional("keep-audio", Forms.integer(0, 3650), usual.keepAudioDays()),
            nightly.optional("verify", Forms.integer(0, 3650), usual.verifyDays()),
            nightly.optional(
                "largest-removal", Forms.integer(0, 100), usual.largestRemovalPercent()),
            nightly.optional("history", Forms.integer(1, 100_000), usual.historyRuns()));
    nightly.finish();
    return read;
  }
}
