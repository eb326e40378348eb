package com.kaizencast.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.ExampleShow;
import com.kaizencast.TestHome;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Planner;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

  private static final String SCRIPT =
      "---\ntitle: Numbers\ndate: 2024-01-01\n---\n"
          + "In 1987 it was 1,234,567.89 dollars, or 17 % of $7,300,000.\n".repeat(20);

  @TempDir Path root;
  private Home home;
  private Plan plan;

  @BeforeEach
  void plan() throws Exception {
    home = new Home(root);
    plan =
        new Planner(
                home,
                ExampleShow.SHOW,
                Ledger.EMPTY,
                Map.of(),
                script -> Map.of(),
                Instant.parse("2024-06-01T00:00:00Z"),
                false)
            .plan(
                List.of(
                    ScriptReader.read(
                        ScriptFile.of("scripts/numbers.md", SCRIPT), ExampleShow.SHOW, List.of())),
                List.of());
  }

  @Test
  void tooLittleRoomIsSaidBeforeAnythingIsBegun() {
    long needed = DiskSpace.needed(plan, home, 2);

    assertThatThrownBy(() -> DiskSpace.check(plan, home, 2, folder -> needed - 1))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("rendering 1 episodes may need ")
        .hasMessageContaining(home.root().toString());
  }

  @Test
  void enoughRoomPasses() throws Exception {
    DiskSpace.check(plan, home, 2, folder -> DiskSpace.needed(plan, home, 2));
  }

  @Test
  void theEstimateIsMoreThanIsNeededForATextFullOfNumbers() throws Exception {
    TestHome real = new TestHome(root).show().file("scripts/numbers.md", SCRIPT);
    real.run().expect(0);

    long made = 0;
    for (String folder : List.of("audio", "feed")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          made += Files.size(file);
        }
      }
    }
    assertThat(DiskSpace.needed(plan, home, 1)).isGreaterThan(made);
  }
}
