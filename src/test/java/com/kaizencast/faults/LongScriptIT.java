package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run holds in memory does not grow with the length of a script. */
class LongScriptIT {

  private static final int PARAGRAPHS = 300;

  @TempDir Path folder;

  /** The samples alone, as floats, would take more than this heap. */
  @Test
  void halfAnHourAndMoreIsRenderedInASmallHeap() throws Exception {
    StringBuilder text = new StringBuilder("---\ntitle: Long\n---\n");
    for (int i = 0; i < PARAGRAPHS; i++) {
      text.append("This is paragraph number ")
          .append(i)
          .append(" of many, and it is there to be said. It takes its time, as they all do.\n\n");
      if (i % 20 == 0) {
        text.append("## Part ").append(i / 20 + 1).append("\n\n");
      }
    }
    TestHome home = new TestHome(folder).show().file("scripts/2024-03-01-long.md", text.toString());

    Result result = new Jar(folder).options("-Xmx112m", "-XX:+UseSerialGC").run().expect(0);

    assertThat(result.out()).contains("1 rendered");
    assertThat(minutes(result.out())).isGreaterThan(30);
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }

  private static double minutes(String said) {
    return Double.parseDouble(said.replaceFirst("(?s).*?([0-9.]+) minutes.*", "$1"));
  }
}
