package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.script.YamlNode.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What tells an episode script from an article in the text of a whole site: the key {@code import}
 * of {@code scripts/show.yaml}.
 *
 * @param title what the line before the greeting looks like
 * @param greeting found in the first paragraph of a script
 * @param signOff found in its last paragraph
 */
public record CrawlPatterns(Pattern title, Pattern greeting, Pattern signOff) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

  /** Without an end that only a sentence has. */
  static final String TITLE = ".{0,119}[^.,;:。,;:]";

  static final String GREETING =
      "\\b(welcome|hello|hi there|hi, everyone|greetings|listening to|this is|good"
          + " (morning|evening))\\b";

  static final String SIGN_OFF =
      "\\b(thanks|thank you|that['’]s all|that wraps|until next time|see you|stay tuned|good ?bye"
          + "|signing off|keep|till next time)\\b";

  /** Those of a show; the names of show and host belong to greeting and sign-off by default. */
  public static CrawlPatterns read(Path home, Show show) throws ScriptException, IOException {
    Problems problems = new Problems();
    SourceText source =
        Objects.requireNonNull(
            SettingsFile.read(home, ShowReader.FILE, problems), "the show has been read from it");
    Mapping mapping = YamlReader.read(source, 0, source.text().length(), problems);
    problems.throwIfErrors();
    CrawlPatterns patterns =
        of(new Fields(source, Objects.requireNonNull(mapping), problems), show);
    problems.throwIfErrors();
    return patterns;
  }

  /** Those that the keys of a show say. */
  static CrawlPatterns of(Fields show, Show names) {
    String named =
        "(?=.*(" + Pattern.quote(names.title()) + "|" + Pattern.quote(names.author()) + "))";
    Pattern title = Pattern.compile(TITLE, FLAGS);
    Pattern greeting = Pattern.compile("\\A" + named + ".*" + GREETING, FLAGS);
    Pattern signOff = Pattern.compile("\\A" + named + ".*" + SIGN_OFF, FLAGS);
    Fields own = show.mapping("import");
    if (own == null) {
      return new CrawlPatterns(title, greeting, signOff);
    }
    CrawlPatterns read =
        new CrawlPatterns(
            own.optional("title", CrawlPatterns::pattern, title),
            own.optional("greeting", CrawlPatterns::pattern, greeting),
            own.optional("sign-off", CrawlPatterns::pattern, signOff));
    own.finish();
    return read;
  }

  private static Pattern pattern(YamlNode.Scalar scalar) throws Form.Wrong {
    try {
      return Pattern.compile(scalar.value(), FLAGS);
    } catch (PatternSyntaxException e) {
      throw new Form.Wrong(
          "is " + Forms.quoted(scalar.value()) + ", no regular expression: " + e.getDescription());
    }
  }
}
