package com.kaizencast.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.Chapter;
import java.util.List;

/** Chapters as {@code podcast:chapters} names them (podcast namespace, JSON chapters, 1.2). */
public final class ChaptersFile {

  public static final String EXTENSION = "chapters.json";
  public static final String MEDIA_TYPE = "application/json+chapters";

  private ChaptersFile() {}

  /**
   * The file, UTF-8.
   *
   * @param chapters in order
   */
  public static byte[] of(List<Chapter> chapters) {
    StringBuilder json = new StringBuilder("{\n  \"version\": \"1.2.0\",\n  \"chapters\": [");
    String separator = "\n";
    for (Chapter chapter : chapters) {
      json.append(separator)
          .append("    {\"startTime\": ")
          .append(Clock.seconds(chapter.start().toMillis()));
      String title = ShownText.clean(chapter.title());
      if (!title.isEmpty()) {
        json.append(", \"title\": ").append(Markup.quoted(title));
      }
      if (chapter.link() != null) {
        json.append(", \"url\": ").append(Markup.quoted(chapter.link().toASCIIString()));
      }
      json.append('}');
      separator = ",\n";
    }
    return json.append("\n  ]\n}\n").toString().getBytes(UTF_8);
  }
}
