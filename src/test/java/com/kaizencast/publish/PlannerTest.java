package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.ExampleShow;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.Section;
import com.kaizencast.publish.Plan.Change;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.RenderStore.Rendered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  private static final Map<String, String> INPUTS = Map.of("voice", "v1", "show", "s1");

  @TempDir Path root;
  private Home home;
  private Ledger ledger = Ledger.EMPTY;

  @BeforeEach
  void folders() throws Exception {
    home = new Home(root);
    Files.createDirectories(home.audio());
  }

  @Test
  void numbersFollowTheEpisodeBeforeAndSkipThoseInUse() throws Exception {
    Plan plan =
        plan(
            script("a", "2024-01-01", null),
            script("b", "2024-01-02", 2),
            script("c", "2024-01-03", null),
            script("d", "2024-01-04", 4),
            script("e", "2024-01-05", 10),
            script("f", "2024-01-06", null));

    assertThat(plan.episodes())
        .extracting(p -> p.script().episode().number())
        .containsExactly(1, 2, 3, 4, 10, 11);
  }

  @Test
  void lateComerDoesNotRenumberTheOthers() throws Exception {
    publish(plan(script("a", "2024-01-01", null), script("c", "2024-01-03", null)));

    Plan plan =
        plan(
            script("a", "2024-01-01", null),
            script("b", "2024-01-02", null),
            script("c", "2024-01-03", null));

    assertThat(plan.episodes())
        .extracting(p -> p.script().episode().number())
        .containsExactly(1, 3, 2);
  }

  @Test
  void saysWhyAnEpisodeIsStale() throws Exception {
    publish(plan(script("a", "2024-01-01", null)));

    Plan plan =
        planner(Map.of("voice", "v2", "show", "s1"))
            .plan(List.of(script("a", "2024-01-01", null)), List.of());

    assertThat(plan.episodes().get(0).change()).isEqualTo(Change.CHANGED);
    assertThat(plan.episodes().get(0).reasons()).containsExactly("voice");
    assertThat(plan.stale()).hasSize(1);
  }

  @Test
  void missingAudioIsStale() throws Exception {
    publish(plan(script("a", "2024-01-01", null)));
    Files.delete(root.resolve("audio/a.mp3"));

    Planned planned = plan(script("a", "2024-01-01", null)).episodes().get(0);

    assertThat(planned.reasons()).containsExactly("files");
    assertThat(planned.rendered()).isNull();
  }

  @Test
  void finishedRenderingOfAKilledRunIsFound() throws Exception {
    Planned planned = plan(script("a", "2024-01-01", null)).episodes().get(0);
    new RenderStore(home).put(planned.digest(), new Rendered(audio("a"), List.of(), List.of()));

    Plan again = plan(script("a", "2024-01-01", null));

    assertThat(again.stale()).isEmpty();
    assertThat(again.episodes().get(0).change()).isEqualTo(Change.NEW);
  }

  @Test
  void swappedFileNamesAreFollowedByTheirText() throws Exception {
    publish(plan(script("a", "2024-01-01", null), script("b", "2024-01-02", null)));
    EpisodeScript a = script("a", "2024-01-01", null);
    EpisodeScript b = script("b", "2024-01-02", null);

    Plan plan = plan(withText(a, b.sha256()), withText(b, a.sha256()));

    assertThat(plan.episodes())
        .extracting(p -> p.script().file() + " is " + p.script().episode().slug())
        .containsExactly("scripts/b.md is a", "scripts/a.md is b");
    assertThat(plan.stale()).isEmpty();
  }

  @Test
  void explicitGuidFindsItsEpisodeWhateverElseChanged() throws Exception {
    publish(plan(guid(script("a", "2024-01-01", null), "urn:x:1")));

    Plan plan = plan(guid(script("z", "2024-02-02", null), "urn:x:1"));

    assertThat(plan.kept()).isEmpty();
    assertThat(plan.episodes().get(0).script().episode().publishedAt())
        .isEqualTo("2024-01-01T00:00:00Z");
  }

  @Test
  void twoScriptsOfOneSlugLeaveThePublishedOne() throws Exception {
    publish(plan(script("b", "2024-01-01", null)));
    EpisodeScript published = script("b", "2024-01-01", null);
    EpisodeScript intruder =
        new EpisodeScript(
            "scripts/a.md",
            "other",
            published.episode(),
            published.sections(),
            "",
            List.of(),
            List.of());

    Plan plan = plan(intruder, published);

    assertThat(plan.episodes()).hasSize(1);
    assertThat(plan.quarantined()).extracting(Quarantined::file).containsExactly("scripts/a.md");
    assertThat(plan.quarantined().get(0).problems().get(0).toString())
        .isEqualTo(
            "scripts/a.md:1:1: the slug 'b' is taken by scripts/b.md; give this script its own");
  }

  @Test
  void clockSetBackUnpublishesNothing() throws Exception {
    publish(plan(script("a", "2024-01-01", null)));

    Plan plan =
        new Planner(
                home,
                ExampleShow.SHOW,
                ledger,
                INPUTS,
                s -> Map.of("lexicon", ""),
                Instant.EPOCH,
                false)
            .plan(List.of(script("a", "2024-01-01", null)), List.of());

    assertThat(plan.episodes()).hasSize(1);
    assertThat(plan.waiting()).isEmpty();
  }

  private Plan plan(EpisodeScript... scripts) {
    return planner(INPUTS).plan(List.of(scripts), List.of());
  }

  private Planner planner(Map<String, String> inputs) {
    return new Planner(
        home, ExampleShow.SHOW, ledger, inputs, s -> Map.of("lexicon", ""), NOW, false);
  }

  /** Publishes the plan with audio that is a few bytes. */
  private void publish(Plan plan) throws Exception {
    Map<String, Rendered> rendered = new HashMap<>();
    for (Planned planned : plan.episodes()) {
      rendered.put(
          planned.digest(),
          new Rendered(audio(planned.script().episode().slug()), List.of(), List.of()));
    }
    Publication publication = new Publication(home, ledger, plan, rendered, Set.of());
    assertThat(publication.items()).hasSize(plan.episodes().size());
    byte[] json =
        LedgerFile.toJson(
            publication.ledger(
                plan.showGuid(),
                NOW,
                new Ledger.Feed("f", 1),
                new Ledger.Cover("feed/c.png", "c"),
                NOW));
    Files.createDirectories(home.feed());
    AtomicFile.write(home.ledgerFile(), json);
    ledger = LedgerFile.read(home.ledgerFile()).orElseThrow();
  }

  private AudioFile audio(String name) throws Exception {
    byte[] bytes = ("audio of " + name).getBytes(UTF_8);
    Files.write(root.resolve("audio/" + name + ".mp3"), bytes);
    return new AudioFile(
        "audio/" + name + ".mp3",
        "audio/mpeg",
        bytes.length,
        Duration.ofSeconds(3),
        64,
        Sha256.of(bytes));
  }

  private static EpisodeScript script(String slug, String date, @Nullable Integer number) {
    return new EpisodeScript(
        "scripts/" + slug + ".md",
        Sha256.of(slug),
        new Episode(
            slug,
            "Title " + slug,
            null,
            number,
            null,
            "",
            Instant.parse(date + "T00:00:00Z"),
            EpisodeType.FULL,
            null,
            false,
            null),
        List.of(new Section("All", null, new ArrayList<>())),
        "",
        List.of(),
        List.of());
  }

  private static EpisodeScript withText(EpisodeScript script, String sha256) {
    return new EpisodeScript(
        script.file(), sha256, script.episode(), script.sections(), "", List.of(), List.of());
  }

  private static EpisodeScript guid(EpisodeScript script, String guid) {
    Episode e = script.episode();
    return script.with(e.identified(e.slug(), guid, e.number(), e.publishedAt()));
  }
}
