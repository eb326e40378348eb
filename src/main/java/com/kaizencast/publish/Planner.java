package com.kaizencast.publish;

import static java.util.Comparator.comparing;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.NameBasedUuid;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.publish.Plan.Change;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Plan.Waiting;
import com.kaizencast.publish.Plan.Withheld;
import com.kaizencast.publish.RenderStore.Rendered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the scripts with the ledger and decides what is to be done. */
public final class Planner {

  private final Home home;
  private final Show show;
  private final Ledger ledger;
  private final Map<String, String> commonInputs;
  private final Function<EpisodeScript, Map<String, String>> ownInputs;
  private final Instant now;
  private final boolean byDigest;
  private final RenderStore store;
  private final List<ScriptProblem> warnings = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();

  /**
   * A planner for one plan.
   *
   * @param commonInputs digests of what goes into every episode's audio, by name
   * @param ownInputs digests of what else goes into an episode's audio, by name
   * @param byDigest whether published files are read and compared with their digests
   */
  public Planner(
      Home home,
      Show show,
      Ledger ledger,
      Map<String, String> commonInputs,
      Function<EpisodeScript, Map<String, String>> ownInputs,
      Instant now,
      boolean byDigest) {
    this.home = home;
    this.show = show;
    this.ledger = ledger;
    this.commonInputs = Map.copyOf(commonInputs);
    this.ownInputs = ownInputs;
    this.now = now;
    this.byDigest = byDigest;
    this.store = new RenderStore(home);
  }

  /**
   * Makes the plan.
   *
   * @param valid the scripts that could be read
   * @param invalid the others
   */
  public Plan plan(List<EpisodeScript> valid, List<Quarantined> invalid) {
    quarantined.addAll(invalid);
    String showGuid = showGuid();
    IdentityHashMap<EpisodeScript, Ledger.Entry> previous = match(valid);
    List<EpisodeScript> distinct = withoutDoubles(valid, previous);

    List<EpisodeScript> due = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (EpisodeScript script : distinct) {
      Episode episode = script.episode();
      Ledger.Retracted retracted = previous.containsKey(script) ? null : retracted(script);
      if (retracted != null) {
        withheld.add(
            new Withheld(script.file(), retracted.entry().item().episode().slug(), retracted.at()));
      } else if (episode.draft()) {
        waiting.add(new Waiting(script.file(), episode.title(), null));
      } else if (episode.publishedAt().isAfter(now) && !previous.containsKey(script)) {
        waiting.add(new Waiting(script.file(), episode.title(), episode.publishedAt()));
      } else {
        due.add(script);
      }
    }
    due.sort(
        comparing((EpisodeScript s) -> publishedAt(s, previous.get(s)))
            .thenComparing(EpisodeScript::file));

    IdentityHashMap<EpisodeScript, Integer> numbers = number(due, previous);
    List<Planned> episodes = new ArrayList<>();
    Set<Ledger.Entry> planned = Collections.newSetFromMap(new IdentityHashMap<>());
    for (EpisodeScript script : due) {
      Ledger.Entry entry = previous.get(script);
      episodes.add(plan(script, entry, numbers.get(script), showGuid));
      if (entry != null) {
        planned.add(entry);
      }
      warnings.addAll(script.warnings());
    }
    List<Ledger.Entry> kept =
        ledger.entries().stream().filter(entry -> !planned.contains(entry)).toList();
    for (Ledger.Entry entry : kept) {
      if (entry.cameFromElsewhere()) {
        continue;
      }
      warnings.add(
          ScriptProblem.warning(
              new SourcePosition(entry.script().isEmpty() ? "scripts" : entry.script(), 1, 1),
              "no valid script for the published episode '"
                  + entry.item().episode().title()
                  + "': it stays in the feed as it is"));
      if (!isSound(Rendered.of(entry.item()))) {
        warnings.add(
            ScriptProblem.warning(
                new SourcePosition(entry.item().audio().path(), 1, 1),
                "files of '"
                    + entry.item().episode().title()
                    + "' are missing or altered, and without its script they can't be made again;"
                    + " restore the script or the files"));
      }
    }
    return new Plan(show, showGuid, episodes, waiting, quarantined, kept, withheld, warnings);
  }

  /** What the host has retracted and this script is of; null: nothing. */
  private Ledger.@Nullable Retracted retracted(EpisodeScript script) {
    return ledger.retracted().stream()
        .filter(
            retracted -> {
              Ledger.Entry entry = retracted.entry();
              return entry.item().guid().equals(script.episode().guid())
                  || entry.scriptSha256().equals(script.sha256())
                  || entry.script().equals(script.file())
                  || entry.item().episode().slug().equals(script.episode().slug());
            })
        .findFirst()
        .orElse(null);
  }

  private String showGuid() {
    if (show.guid() != null) {
      return show.guid();
    }
    return ledger.showGuid() != null
        ? ledger.showGuid()
        : NameBasedUuid.ofFeed(show.publicUrl().resolve("feed/feed.xml")).toString();
  }

  /** What a script and its published episode have in common; null where it does not apply. */
  private record Likeness(
      Function<EpisodeScript, @Nullable String> ofScript,
      Function<Ledger.Entry, @Nullable String> ofEntry) {}

  /**
   * Finds each script's published episode: by its explicit GUID; the same text in the same or in
   * another file; the same file; the same slug; or, where the file is gone, the same title.
   */
  private IdentityHashMap<EpisodeScript, Ledger.Entry> match(List<EpisodeScript> scripts) {
    Set<String> files = new HashSet<>();
    scripts.forEach(script -> files.add(script.file()));
    quarantined.forEach(bad -> files.add(bad.file()));
    List<Likeness> rounds =
        List.of(
            new Likeness(s -> s.episode().guid(), e -> e.item().guid()),
            new Likeness(
                s -> s.sha256() + " " + s.file(), e -> e.scriptSha256() + " " + e.script()),
            new Likeness(EpisodeScript::sha256, Ledger.Entry::scriptSha256),
            new Likeness(EpisodeScript::file, Ledger.Entry::script),
            new Likeness(s -> s.episode().slug(), e -> e.item().episode().slug()),
            new Likeness(
                s -> s.episode().title(),
                e -> files.contains(e.script()) ? null : e.item().episode().title()));
    IdentityHashMap<EpisodeScript, Ledger.Entry> matches = new IdentityHashMap<>();
    Set<Ledger.Entry> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Likeness likeness : rounds) {
      Map<String, Ledger.Entry> byKey = new HashMap<>();
      for (Ledger.Entry entry : ledger.entries()) {
        String key = taken.contains(entry) ? null : likeness.ofEntry().apply(entry);
        if (key != null) {
          byKey.putIfAbsent(key, entry);
        }
      }
      for (EpisodeScript script : scripts) {
        String key = matches.containsKey(script) ? null : likeness.ofScript().apply(script);
        Ledger.Entry entry = key == null ? null : byKey.remove(key);
        if (entry != null) {
          matches.put(script, entry);
          taken.add(entry);
        }
      }
    }
    return matches;
  }

  /** Of scripts with one slug or one GUID, the published one stays, else the first by file name. */
  private List<EpisodeScript> withoutDoubles(
      List<EpisodeScript> scripts, IdentityHashMap<EpisodeScript, Ledger.Entry> previous) {
    List<EpisodeScript> ordered = new ArrayList<>(scripts);
    ordered.sort(
        Comparator.comparing((EpisodeScript s) -> !previous.containsKey(s))
            .thenComparing(EpisodeScript::file));
    Map<String, String> slugs = new HashMap<>();
    Map<String, String> guids = new HashMap<>();
    List<EpisodeScript> distinct = new ArrayList<>();
    for (EpisodeScript script : ordered) {
      Episode episode = script.episode();
      String slug = slug(script, previous.get(script));
      String first = slugs.putIfAbsent(slug, script.file());
      String what = "slug '" + slug + "'";
      if (first == null && episode.guid() != null) {
        first = guids.putIfAbsent(episode.guid(), script.file());
        what = "guid '" + episode.guid() + "'";
      }
      if (first == null) {
        distinct.add(script);
      } else {
        quarantined.add(
            new Quarantined(
                script.file(),
                List.of(
                    ScriptProblem.error(
                        new SourcePosition(script.file(), 1, 1),
                        "the " + what + " is taken by " + first + "; give this script its own"))));
      }
    }
    return distinct;
  }

  /** Given numbers stay; the others follow the episode before them, past numbers in use. */
  private IdentityHashMap<EpisodeScript, Integer> number(
      List<EpisodeScript> due, IdentityHashMap<EpisodeScript, Ledger.Entry> previous) {
    IdentityHashMap<EpisodeScript, Integer> numbers = new IdentityHashMap<>();
    NavigableSet<Integer> taken = new TreeSet<>();
    Stream.concat(
            ledger.entries().stream(), ledger.retracted().stream().map(Ledger.Retracted::entry))
        .map(entry -> entry.item().episode().number())
        .filter(Objects::nonNull)
        .forEach(taken::add);
    for (EpisodeScript script : due) {
      Integer number = knownNumber(script, previous.get(script));
      if (number != null) {
        numbers.put(script, number);
        taken.add(number);
      }
    }
    int last = lastImport();
    for (EpisodeScript script : due) {
      Integer number = numbers.get(script);
      if (number == null && script.episode().type() == EpisodeType.FULL) {
        number = last + 1;
        while (taken.contains(number)) {
          number++;
        }
        numbers.put(script, number);
        taken.add(number);
      }
      last = number == null ? last : number;
    }
    return numbers;
  }

  /**
   * The show goes on behind what came with its old feed: by number, or where there is none, count.
   */
  private int lastImport() {
    List<Episode> imports =
        ledger.entries().stream()
            .filter(Ledger.Entry::cameFromElsewhere)
            .map(entry -> entry.item().episode())
            .filter(episode -> episode.type() == EpisodeType.FULL)
            .toList();
    int last = 0;
    int unnumbered = 0;
    for (Episode episode : imports) {
      last = Math.max(last, Objects.requireNonNullElse(episode.number(), 0));
      unnumbered += episode.number() == null ? 1 : 0;
    }
    return Math.max(last, unnumbered);
  }

  private static @Nullable Integer knownNumber(EpisodeScript script, Ledger.@Nullable Entry entry) {
    Integer given = script.episode().number();
    return given != null || entry == null ? given : entry.item().episode().number();
  }

  private static String slug(EpisodeScript script, Ledger.@Nullable Entry entry) {
    return entry == null ? script.episode().slug() : entry.item().episode().slug();
  }

  private static Instant publishedAt(EpisodeScript script, Ledger.@Nullable Entry entry) {
    return entry == null ? script.episode().publishedAt() : entry.item().episode().publishedAt();
  }

  private Planned plan(
      EpisodeScript script, Ledger.@Nullable Entry entry, @Nullable Integer number, String show) {
    Episode written = script.episode();
    Instant publishedAt = publishedAt(script, entry);
    if (!publishedAt.equals(written.publishedAt())) {
      warnings.add(
          ScriptProblem.warning(
              new SourcePosition(script.file(), 1, 1),
              "published on " + publishedAt + ": a published date does not move"));
    }
    String slug = slug(script, entry);
    String guid;
    if (entry != null) {
      guid = entry.item().guid();
    } else if (written.guid() != null) {
      guid = written.guid();
    } else {
      guid = NameBasedUuid.of(UUID.fromString(show), "episode/" + slug).toString();
    }
    EpisodeScript identified = script.with(written.identified(slug, guid, number, publishedAt));

    Map<String, String> inputs = new TreeMap<>(commonInputs);
    inputs.put("script", script.sha256());
    inputs.putAll(ownInputs.apply(script));
    inputs.put("number", String.valueOf(number));
    inputs.put("date", publishedAt.toString());

    Rendered published = entry == null ? null : Rendered.of(entry.item());
    boolean same =
        entry != null && published != null && entry.inputs().equals(inputs) && isSound(published);
    Rendered rendered =
        same ? published : store.find(Plan.digestOf(inputs)).filter(this::isSound).orElse(null);
    List<String> reasons = entry == null || same ? List.of() : reasons(entry, inputs);
    Change change = Change.UNCHANGED;
    if (entry == null) {
      change = Change.NEW;
    } else if (!same) {
      change = Change.CHANGED;
    }
    return new Planned(identified, inputs, change, reasons, rendered, entry);
  }

  private boolean isSound(Rendered rendered) {
    return byDigest ? rendered.isUnaltered(home) : rendered.isThere(home);
  }

  /** Names of the inputs that differ, or what else made the episode stale. */
  private static List<String> reasons(Ledger.Entry entry, Map<String, String> inputs) {
    if (entry.inputs().isEmpty()) {
      return List.of("ledger");
    }
    List<String> differing =
        inputs.keySet().stream()
            .filter(name -> !Objects.equals(inputs.get(name), entry.inputs().get(name)))
            .toList();
    return differing.isEmpty() ? List.of("files") : differing;
  }
}
