package com.kaizencast.importing;

import com.kaizencast.script.CrawlPatterns;
import com.kaizencast.script.ScriptDraft;
import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a whole site, page after page as a browser shows it: articles, translations and,
 * among them, the scripts of the show. A script goes from the line of its title before a greeting
 * to the first sign-off after it.
 */
final class Crawl {

  /** Letters of a paragraph that is prose, and neither heading nor command; ideographs say more. */
  private static final int PROSE = 60;

  private static final int PROSE_IN_IDEOGRAPHS = 20;
  private static final String ENDS = ".?!:…)。?!:”\"";

  private final String name;
  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private final CrawlPatterns patterns;
  private final UnicodeScript own;
  private final List<Found> scripts = new ArrayList<>();
  private final List<Report.Line> others = new ArrayList<>();

  /**
   * @param language of the show; what is written in another script is no script of the show
   */
  Crawl(String name, String text, CrawlPatterns patterns, String language) {
    this.name = name;
    this.lines = text.lines().toList();
    this.patterns = patterns;
    this.own = WritingSystem.ofLanguage(language);
    split();
    read();
  }

  /**
   * Lines between blank ones.
   *
   * @param first and
   * @param last both counted from 0
   */
  private record Block(int first, int last, String text) {
    boolean isOneLine() {
      return first == last;
    }

    boolean isProse() {
      boolean ideographs = WritingSystem.of(text) == UnicodeScript.HAN;
      return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0
          && text.codePoints().filter(Character::isLetter).count()
              >= (ideographs ? PROSE_IN_IDEOGRAPHS : PROSE);
    }
  }

  List<Found> scripts() {
    return scripts;
  }

  /** What was passed over, page by page. */
  List<Report.Line> others() {
    return others;
  }

  private void split() {
    int first = -1;
    for (int i = 0; i <= lines.size(); i++) {
      boolean blank = i == lines.size() || lines.get(i).isBlank();
      if (!blank && first < 0) {
        first = i;
      } else if (blank && first >= 0) {
        String text = String.join("\n", lines.subList(first, i)).strip();
        blocks.add(new Block(first, i - 1, text));
        first = -1;
      }
    }
  }

  private void read() {
    Set<String> titles = new HashSet<>();
    for (int i = 1; i < blocks.size(); i++) {
      if (isGreeting(i)) {
        titles.add(blocks.get(i - 1).text().toLowerCase(Locale.ROOT));
      }
    }
    int start = 0;
    for (int i = 1; i < blocks.size(); i++) {
      if (!isGreeting(i)) {
        continue;
      }
      int end = signOff(i);
      if (end < 0) {
        others.add(
            line(
                Report.Outcome.REFUSED,
                i - 1,
                "a greeting in line "
                    + (blocks.get(i).first() + 1)
                    + " and no sign-off behind it; set import.sign-off in show.yaml"));
        continue;
      }
      pages(start, i - 1, titles);
      script(i - 1, i, end);
      start = end + 1;
      i = end;
    }
    pages(start, blocks.size(), titles);
  }

  private boolean isTitle(int block) {
    return blocks.get(block).isOneLine()
        && patterns.title().matcher(blocks.get(block).text()).matches();
  }

  private boolean isGreeting(int block) {
    Block greeting = blocks.get(block);
    return WritingSystem.of(greeting.text()) == own
        && isTitle(block - 1)
        && patterns.greeting().matcher(greeting.text()).find();
  }

  /** The block of the sign-off to a greeting, or -1. */
  private int signOff(int greeting) {
    for (int i = greeting + 1; i < blocks.size(); i++) {
      if (isGreeting(i)) {
        return -1;
      }
      if (isSignOff(i)) {
        // Two sentences of farewell may be two paragraphs.
        return i + 1 < blocks.size() && isSignOff(i + 1) ? i + 1 : i;
      }
    }
    return -1;
  }

  private boolean isSignOff(int block) {
    String text = blocks.get(block).text();
    return WritingSystem.of(text) == own && patterns.signOff().matcher(text).find();
  }

  private void script(int title, int greeting, int end) {
    String heading = blocks.get(title).text();
    String body =
        String.join("\n", lines.subList(blocks.get(greeting).first(), blocks.get(end).last() + 1));
    scripts.add(
        new Found(
            ScriptDraft.plain(heading, Instant.EPOCH, ScriptDraft.slug(heading), body),
            false,
            name + ":" + (blocks.get(title).first() + 1),
            "greeting in line "
                + (blocks.get(greeting).first() + 1)
                + ", sign-off in line "
                + (blocks.get(end).first() + 1)));
  }

  /** The pages between two scripts: a new one begins where the writing changes, or at a title. */
  private void pages(int from, int to, Set<String> titles) {
    int start = from;
    UnicodeScript writing = null;
    for (int i = from; i < to; i++) {
      UnicodeScript here = blocks.get(i).isProse() ? WritingSystem.of(blocks.get(i).text()) : null;
      boolean named = titles.contains(blocks.get(i).text().toLowerCase(Locale.ROOT));
      boolean changed = here != null && writing != null && here != writing;
      if (named || changed) {
        int begin = named ? i : titleOf(i, start);
        page(start, begin, writing);
        start = begin;
        writing = null;
      }
      writing = here == null ? writing : here;
    }
    page(start, to, writing);
  }

  /** The block of the heading right before a paragraph, or the paragraph itself. */
  private int titleOf(int block, int notBefore) {
    return block > notBefore && isTitle(block - 1) ? block - 1 : block;
  }

  private void page(int from, int to, @Nullable UnicodeScript writing) {
    int title = from;
    while (title + 1 < to && !blocks.get(title + 1).isProse()) {
      title++;
    }
    if (writing == null || title >= to) {
      return;
    }
    others.add(
        line(
            Report.Outcome.PASSED_OVER,
            title,
            writing == own
                ? "an article: it has no greeting"
                : "a translation: written in " + WritingSystem.name(writing)));
  }

  private Report.Line line(Report.Outcome outcome, int block, String why) {
    return new Report.Line(
        outcome,
        name + ":" + (blocks.get(block).first() + 1),
        blocks.get(block).text().lines().findFirst().orElse(""),
        "",
        why);
  }
}
