package com.kaizencast.episode;

import java.net.URI;
import java.time.ZoneId;
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
    AudioSettings audio) {

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
}
