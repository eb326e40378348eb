package com.kaizencast.script;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.Show;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said of a show and of an episode alike, and goes into the podcast namespace. */
final class TagFields {

  private static final Pattern GEO =
      Pattern.compile("geo:-?[0-9.]+,-?[0-9.]+(,-?[0-9.]+)?(;[a-z0-9-]+=[A-Za-z0-9._-]+)*");
  private static final Pattern OSM = Pattern.compile("[NWR][0-9]+(#[0-9]+)?");

  /** Minutes and seconds, or seconds alone; both may have a fraction. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?<minutes>[0-9]{1,4}):(?=[0-5][0-9]))?(?<seconds>[0-9]{1,6}(?:\\.[0-9]{1,3})?)");

  private static final Form<Duration> DURATION =
      scalar -> {
        Matcher time = TIME.matcher(scalar.value());
        if (!time.matches()) {
          throw new Form.Wrong("is no time; write it like 75 or 1:15");
        }
        String minutes = time.group("minutes");
        long millis = Math.round(Double.parseDouble(time.group("seconds")) * 1000);
        return Duration.ofMillis(millis)
            .plusMinutes(minutes == null ? 0 : Integer.parseInt(minutes));
      };

  private TagFields() {}

  /** The persons of the key {@code persons}; empty if it is absent. */
  static List<Show.Person> persons(Fields fields) {
    List<Show.Person> persons = new ArrayList<>();
    for (Fields person : list(fields, "persons")) {
      persons.add(
          new Show.Person(
              person.required("name", Forms.LINE, "Ada Lovelace", "?"),
              person.optional("role", Forms.LINE, "host"),
              person.optional("group", Forms.LINE, "cast"),
              person.optional("href", Forms.WEB_ADDRESS),
              person.optional("img", Forms.WEB_ADDRESS)));
      person.finish();
    }
    return persons;
  }

  /** The place of the key {@code location}. */
  static Show.@Nullable Location location(Fields fields) {
    Fields location = fields.mapping("location");
    if (location == null) {
      return null;
    }
    Show.Location read =
        new Show.Location(
            location.required("name", Forms.LINE, "Hong Kong", "?"),
            location.optional(
                "geo", Forms.matching(GEO, "no geo address; write it like geo:22.28,114.16")),
            location.optional(
                "osm", Forms.matching(OSM, "no OpenStreetMap place; write it like R913110")));
    location.finish();
    return read;
  }

  /** All that front matter says of an episode. */
  static Episode.Tags ofEpisode(Fields fields) {
    return new Episode.Tags(
        persons(fields),
        location(fields),
        fields.optional("license", Forms.LINE),
        soundbites(fields));
  }

  private static List<Episode.Soundbite> soundbites(Fields fields) {
    List<Episode.Soundbite> soundbites = new ArrayList<>();
    for (Fields soundbite : list(fields, "soundbites")) {
      soundbites.add(
          new Episode.Soundbite(
              soundbite.required("start", DURATION, "1:15", Duration.ZERO),
              soundbite.required("duration", DURATION, "30", Duration.ofSeconds(30)),
              soundbite.optional("title", Forms.LINE)));
      soundbite.finish();
    }
    return soundbites;
  }

  private static List<Fields> list(Fields fields, String key) {
    List<Fields> list = fields.mappings(key);
    return list == null ? List.of() : list;
  }
}
