package com.kaizencast.script;

import com.kaizencast.episode.AppleCategories;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A {@code show.yaml} for a show that has been published before. What is empty or makes no sense
 * and is needed becomes an example.
 */
public record ShowDraft(
    String title,
    String description,
    String author,
    String ownerName,
    String ownerEmail,
    String language,
    String website,
    String category,
    String subcategory,
    boolean explicit,
    boolean serial,
    String copyright) {

  private static final DumpSettings YAML =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setUseUnicodeEncoding(true)
          .setWidth(100)
          .build();

  /** The file. */
  public String text() {
    Map<String, Object> show = new LinkedHashMap<>();
    String name = or(line(title), "Untitled show");
    String host = or(line(author), or(line(ownerName), name));
    show.put("title", name);
    show.put("description", or(bounded(description), name));
    show.put("author", host);
    Map<String, Object> owner = new LinkedHashMap<>();
    owner.put("name", or(line(ownerName), host));
    owner.put("email", fitting(Forms.EMAIL_ADDRESS, ownerEmail, "host@example.com"));
    show.put("owner", owner);
    show.put("language", fitting(Forms.LANGUAGE, language, "en"));
    show.put("website", fitting(Forms.WEB_ADDRESS, website, "https://example.com/"));
    show.put("base-url", "https://example.com/podcast/");
    boolean known = AppleCategories.ALL.containsKey(category);
    show.put("category", known ? category : "Technology");
    if (AppleCategories.ALL.getOrDefault(category, List.of()).contains(subcategory)) {
      show.put("subcategory", subcategory);
    }
    show.put("explicit", explicit);
    if (serial) {
      show.put("type", "serial");
    }
    if (!line(copyright).isEmpty()) {
      show.put("copyright", line(copyright));
    }
    return "# Made of a feed. Set base-url to what the folders feed and audio are published"
        + " under;\n"
        + "# show.sample.yaml explains every key.\n"
        + new Dump(YAML).dumpToString(show);
  }

  private static String line(String text) {
    String line = SourceText.oneLine(text);
    return line.substring(0, Math.min(255, line.length()));
  }

  private static String bounded(String text) {
    String whole = text.strip();
    return whole.substring(0, Math.min(1000, whole.length()));
  }

  private static String or(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static String fitting(Form<?> form, String value, String otherwise) {
    try {
      form.read(new YamlNode.Scalar(value, false, 0));
      return value;
    } catch (Form.Wrong e) {
      return otherwise;
    }
  }
}
