package com.kaizencast.script;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blocks to sections.
 *
 * <p>Where there are headings, each of the second and third level opens a section. Where there are
 * none, but at least two items of numbered lists that begin with a label ({@code 1. Label: text}),
 * each of these opens one under its label; a paragraph that follows a list opens one under its own
 * first words; and the sign-off is the closing. Everything else is one section.
 */
final class Outline {

  private static final String INTRODUCTION = "Introduction";
  private static final String CLOSING = "Closing";
  private static final int LONGEST_TITLE = 60;
  private static final int CLOSING_PARAGRAPHS = 3;

  private static final Pattern LABEL =
      Pattern.compile("((?:[^:：.!?]|[.!?](?=\\S)){1,60})(?::(?=\\s|$)|：)");
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "\\b(thank|thanks|that wraps|wraps up|that's all|that is all|that's it|until next time"
              + "|see you|signing off|goodbye|bye|stay tuned|join us next|tune in next)\\b");

  private final List<Section> sections = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private String title = INTRODUCTION;
  private @Nullable URI link;

  private Outline() {}

  /**
   * The sections of a script.
   *
   * @param pieces at least one
   * @param episodeTitle the title of a section that is the whole episode
   */
  static List<Section> sections(List<Piece> pieces, String episodeTitle, Show show) {
    Outline outline = new Outline();
    if (pieces.stream().anyMatch(piece -> piece.place() == Piece.Place.OPENING)) {
      outline.byHeadings(pieces);
    } else if (pieces.stream().filter(piece -> label(piece) != null).count() >= 2) {
      outline.byLabels(pieces, show);
    } else {
      outline.open(episodeTitle, null);
      pieces.forEach(piece -> outline.blocks.add(piece.block()));
    }
    outline.close();
    return List.copyOf(outline.sections);
  }

  private void byHeadings(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece.place() == Piece.Place.OPENING) {
        open(piece.shownText(), link(piece.block()));
      }
      blocks.add(piece.block());
    }
  }

  private void byLabels(List<Piece> pieces, Show show) {
    int closing = closing(pieces, show);
    boolean inList = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String label = label(piece);
      if (label != null) {
        open(label, null);
        inList = true;
      } else if (i == closing) {
        open(CLOSING, null);
        inList = false;
      } else if (inList && isParagraph(piece)) {
        open(Sentences.title(piece.shownText(), LONGEST_TITLE), null);
        inList = false;
      }
      blocks.add(piece.block());
    }
  }

  private void open(String newTitle, @Nullable URI newLink) {
    close();
    title = newTitle;
    link = newLink;
  }

  private void close() {
    if (!blocks.isEmpty()) {
      sections.add(new Section(title, link, blocks));
      blocks.clear();
    }
  }

  private static boolean isParagraph(Piece piece) {
    return piece.place() == Piece.Place.OTHER
        && piece.block() instanceof TextBlock text
        && (text.role() == BlockRole.PARAGRAPH || text.role() == BlockRole.QUOTE)
        && !piece.shownText().isEmpty();
  }

  private static @Nullable String label(Piece piece) {
    if (!(piece.block() instanceof TextBlock item)
        || item.role() != BlockRole.LIST_ITEM
        || item.ordinal() == 0
        || item.level() != 1) {
      return null;
    }
    Matcher label = LABEL.matcher(piece.shownText());
    boolean named = label.lookingAt() && label.group(1).codePoints().anyMatch(Character::isLetter);
    return named ? label.group(1).strip() : null;
  }

  /** Index of the paragraph where the sign-off begins, or -1. */
  private static int closing(List<Piece> pieces, Show show) {
    String title = Pattern.quote(folded(show.title()));
    String author = Pattern.quote(folded(show.author()));
    Pattern names = Pattern.compile(title + "|" + author);
    Pattern signature =
        Pattern.compile(
            "\\b(?:i'm|i am|this is|this was) "
                + author
                + "|\\b(?:this was|this has been|listening to|listened to) "
                + title);
    StringBuilder said = new StringBuilder();
    int begins = -1;
    int first = Math.max(0, pieces.size() - CLOSING_PARAGRAPHS);
    for (int i = pieces.size() - 1; i >= first && isParagraph(pieces.get(i)); i--) {
      String text = folded(pieces.get(i).shownText());
      said.insert(0, text);
      boolean ours = names.matcher(said).find();
      if (signature.matcher(text).find() || (ours && SIGN_OFF.matcher(text).find())) {
        begins = i;
      }
    }
    return begins;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static @Nullable URI link(Block heading) {
    if (!(heading instanceof TextBlock text)) {
      return null;
    }
    for (Span span : text.spans()) {
      if (span.style() == SpanStyle.LINK && span.value() != null) {
        try {
          URI uri = new URI(span.value());
          if (uri.getScheme() != null && uri.getScheme().matches("(?i:https?)")) {
            return uri;
          }
        } catch (URISyntaxException e) {
          // No address to put beside the chapter; the link stays in the notes.
        }
      }
    }
    return null;
  }
}
