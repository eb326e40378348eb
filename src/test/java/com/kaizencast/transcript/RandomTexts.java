package com.kaizencast.transcript;

import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.episode.WrittenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts such as no narrator would make, with times such as no voice would. */
final class RandomTexts {

  private static final SourcePosition HERE = new SourcePosition("random.md", 1, 1);
  private static final List<String> ODD =
      List.of(
          "&",
          "<b>",
          "a-->b",
          "-->",
          "--",
          ">",
          "\"said\"",
          "back\\slash",
          "—",
          "😀",
          "👨‍👩‍👧‍👦",
          "🇭🇰🇨🇭",
          "é".repeat(20),
          "改善不断持續改進。每一天都是新的開始，我們一起努力吧！持續改進每一天都是新的開始",
          "שלום,",
          "مرحبا.",
          "x".repeat(200),
          "https://example.com/a/very/long/path-that-goes-on/and?on=1&and=2#until-the-end",
          "👩🏽‍🚀".repeat(12),
          "İstanbul",
          "bell\u0007",
          "\ud800half",
          "two\nlines",
          "\u0000",
          "\u200b",
          "\ufeffmark",
          "\u2028",
          "1.",
          "2024",
          "…");

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  Recorded recording() {
    int rate = new int[] {8_000, 16_000, 22_050, 44_100, 48_000}[random.nextInt(5)];
    List<TimedText> texts = new ArrayList<>();
    long frame = random.nextInt(rate);
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      TimedText text = text(frame, rate);
      texts.add(text);
      frame = text.endFrame() + (random.nextInt(3) == 0 ? 0 : random.nextInt(rate));
    }
    return new Recorded(texts, rate, frame);
  }

  private TimedText text(long start, int rate) {
    int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 120 : 15);
    List<WrittenWord> written = new ArrayList<>();
    List<SpokenWord> spoken = new ArrayList<>();
    List<WordTiming> timings = new ArrayList<>();
    long frame = random.nextBoolean() ? 0 : random.nextInt(rate / 2);
    boolean isHasty = random.nextInt(8) == 0;
    boolean isSilent = random.nextInt(4) == 0;
    for (int i = 0; i < count; i++) {
      written.add(new WrittenWord(word(), HERE));
      int said = isSilent && random.nextInt(10) > 0 ? 0 : 1 + random.nextInt(3);
      if (i == count - 1 && spoken.isEmpty()) {
        said = 1;
      }
      for (int k = 0; k < said; k++) {
        int length = isHasty ? random.nextInt(20) : rate / 10 + random.nextInt(rate / 2);
        timings.add(new WordTiming(spoken.size(), frame, frame + length));
        spoken.add(new SpokenWord("word", null, "", i));
        frame += length + (random.nextInt(5) == 0 ? random.nextInt(rate / 3) : 0);
      }
    }
    SpokenText text =
        new SpokenText(
            BlockRole.values()[random.nextInt(BlockRole.values().length)],
            HERE,
            written,
            spoken,
            Duration.ZERO,
            random.nextInt(3) == 0);
    return new TimedText(text, start, timings);
  }

  private String word() {
    if (random.nextInt(6) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(10);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    String mark = List.of("", "", "", "", ",", ".", "?", ".”", ":", ")").get(random.nextInt(10));
    return word + mark;
  }
}
