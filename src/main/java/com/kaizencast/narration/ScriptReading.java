package com.kaizencast.narration;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.PauseBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.words.WordReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The reading of one script, block by block. */
final class ScriptReading {

  private final WordReader reader;
  private final Findings findings;
  private final List<SpokenSection> sections = new ArrayList<>();

  /** Those of the section that is being read. */
  private final List<SpokenText> texts = new ArrayList<>();

  ScriptReading(WordReader reader, List<ScriptProblem> problems) {
    this.reader = reader;
    this.findings = new Findings(problems);
  }

  void add(Section section) {
    texts.clear();
    for (Block block : section.blocks()) {
      add(block);
    }
    if (!texts.isEmpty()) {
      Pauses.afterLast(texts, Pauses.SECTION);
      sections.add(new SpokenSection(section.title(), section.link(), texts));
    }
  }

  private void add(Block block) {
    if (block instanceof TextBlock text) {
      addText(text);
    } else if (block instanceof CodeBlock) {
      describe(BlockRole.CODE, block);
    } else if (block instanceof TableBlock) {
      describe(BlockRole.TABLE, block);
    } else if (block instanceof PauseBlock pause) {
      Pauses.afterLast(texts, pause.length());
    }
  }

  /** Whether a block is heard. The title is the episode's, not its text; footnotes are notes. */
  static boolean isRead(TextBlock block) {
    return block.role() != BlockRole.TITLE && block.role() != BlockRole.FOOTNOTE;
  }

  private void addText(TextBlock block) {
    switch (block.role()) {
      case TITLE -> {}
      case FOOTNOTE ->
          findings.remark(block.position(), "a footnote is not read; it is in the notes");
      case HEADING -> {
        Pauses.afterLast(texts, Pauses.BEFORE_HEADING);
        addSentences(block.role(), block.spans(), Pauses.AFTER_HEADING);
      }
      case LIST_ITEM -> {
        if (block.ordinal() > 0) {
          String number = block.ordinal() + ".";
          Span span = new Span(SpanStyle.TEXT, number, null, block.position());
          addSentences(block.role(), List.of(span), Pauses.SENTENCE);
        }
        int first = texts.size();
        addSentences(block.role(), block.spans(), Pauses.LIST_ITEM);
        if (block.ordinal() > 0 && texts.size() > first) {
          texts.set(first, continued(texts.get(first)));
        }
      }
      default -> addSentences(block.role(), block.spans(), Pauses.PARAGRAPH);
    }
  }

  private static SpokenText continued(SpokenText text) {
    return new SpokenText(
        text.role(), text.position(), text.written(), text.words(), text.pauseAfter(), false);
  }

  private void describe(BlockRole role, Block block) {
    addSentences(role, Descriptions.passage(block), Pauses.PARAGRAPH);
    findings.remark(block.position(), "described instead of read: " + Descriptions.sentence(block));
  }

  private void addSentences(BlockRole role, List<Span> spans, Duration pauseAfter) {
    addSentences(role, PassageBuilder.of(spans), pauseAfter);
  }

  private void addSentences(BlockRole role, Passage passage, Duration pauseAfter) {
    List<SpokenText> said = Utterances.of(role, passage, reader, findings);
    if (!said.isEmpty()) {
      texts.addAll(said);
      Pauses.afterLast(texts, pauseAfter);
    }
  }

  Narration finish() {
    return new Narration(sections, findings.problems(), findings.remarks(), findings.words());
  }
}
