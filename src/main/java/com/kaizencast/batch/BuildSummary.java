package com.kaizencast.batch;

import com.kaizencast.publish.LedgerFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a build did.
 *
 * @param exitCode 0 done or nothing to do, 1 failed and nothing published, 3 published, some
 *     episodes quarantined, 4 asked to stop
 * @param rendered episodes whose audio is new
 * @param unchanged episodes that stayed as they were
 * @param failed scripts that are quarantined
 * @param waiting drafts and episodes that are not due
 * @param episodes in the feed
 * @param minutes of audio in the feed
 * @param feed path of the feed file
 * @param changed whether the feed changed
 * @param quarantined the reasons, a line each
 * @param warnings a line each
 */
public record BuildSummary(
    int exitCode,
    int rendered,
    int unchanged,
    int failed,
    int waiting,
    int episodes,
    double minutes,
    String feed,
    boolean changed,
    List<String> quarantined,
    List<String> warnings) {
  public BuildSummary {
    quarantined = List.copyOf(quarantined);
    warnings = List.copyOf(warnings);
  }

  public String toJson() {
    return new String(LedgerFile.toJson(this), StandardCharsets.UTF_8);
  }
}
