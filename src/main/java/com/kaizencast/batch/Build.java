package com.kaizencast.batch;

import com.kaizencast.artwork.CoverArt;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Planner;
import com.kaizencast.publish.RunLock;
import com.kaizencast.publish.Sha256;
import com.kaizencast.publish.Stamp;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A build from beginning to end: lock, plan, job, summary. What is stale is decided before Spring is
 * started, and Spring is started only if something is.
 */
public final class Build {

  /** Version of the program; part of what makes an episode stale. */
  public static final String VERSION = "0.1.0";

  /**
   * What the command line says.
   *
   * @param home folder that holds {@code scripts/}
   * @param ffmpeg null: the bundled one
   */
  public record Options(
      Path home, @Nullable Path ffmpeg, boolean verbose, InstantSource clock) {}
}
