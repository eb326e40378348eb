package com.kaizencast.site;

import com.kaizencast.episode.Show;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;

/** What all pages have in common. */
final class Layout {

  private static final int MAX_DESCRIPTION = 300;

  private static final Mustache.Compiler TEMPLATES =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .withLoader(name -> new StringReader(Assets.resource(name + ".mustache")));

  /** Compiles a template; a name that its view does not know is an error when it is used. */
  static Template template(String name) {
    return TEMPLATES.compile(Assets.resource(name + ".mustache"));
  }

  private final Show show;
  private final Addresses addresses;
  private final Assets assets;
  private final String cover;

  Layout(Show show, Addresses addresses, Assets assets, String cover) {
    this.show = show;
    this.addresses = addresses;
    this.assets = assets;
    this.cover = cover;
  }

  /** Path of the show's cover. */
  String cover() {
    return cover;
  }

  /**
   * The head of a page.
   *
   * @param toFeed from the page to the folder {@code feed}, empty or ending in a slash
   * @param canonical address of the page; empty: not to be told
   * @param audio address of what there is to hear; empty if there is nothing
   * @param audioOrigin where that comes from if it is somebody else's server; else empty
   */
  record Head(
      String language,
      String direction,
      String title,
      String description,
      boolean unlisted,
      boolean confidential,
      String canonical,
      String toFeed,
      String style,
      String script,
      String icon,
      String feed,
      String show,
      String type,
      String image,
      String audio,
      String audioOrigin,
      String linkedData) {}

  /**
   * @param path of the page under the home folder
   * @param picture path of the picture to show with it
   * @param audio path of what there is to hear; empty if there is nothing
   */
  Head head(
      String path,
      String title,
      String description,
      String type,
      String picture,
      String audio,
      String linkedData) {
    boolean confidential = show.distribution().privatePath() != null;
    String toFeed = "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
    return new Head(
        show.language(),
        Writing.direction(show.language()),
        title,
        shortened(description),
        show.distribution().isUnlisted(),
        confidential,
        confidential ? "" : addresses.of(path),
        toFeed,
        toFeed + assets.style(),
        toFeed + assets.script(),
        toFeed + assets.icon(),
        addresses.feed(),
        show.title(),
        type,
        addresses.of(picture),
        audio.isEmpty() ? "" : addresses.of(audio),
        Addresses.foreignOrigin(audio),
        linkedData);
  }

  /** The text on one line, cut between words where it gets long. */
  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= MAX_DESCRIPTION) {
      return line;
    }
    int blank = line.lastIndexOf(' ', MAX_DESCRIPTION);
    int end =
        blank > MAX_DESCRIPTION / 2
            ? blank
            : line.offsetByCodePoints(0, line.codePointCount(0, MAX_DESCRIPTION) - 1);
    return line.substring(0, end) + "…";
  }

  /** What stands below every page. */
  record Foot(String copyright, String license, String website, String host, boolean synthetic) {}

  Foot foot() {
    return new Foot(
        show.copyright(),
        show.license() == null ? "" : show.license(),
        show.website().toASCIIString(),
        show.website().getHost(),
        show.tags().aiContent());
  }

  /** A text with the language that its letters tell. */
  record Text(String text, String language) {}

  Text text(String text) {
    return new Text(text, Writing.language(text, show.language()));
  }
}
