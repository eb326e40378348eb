package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The checker of HTML that the W3C runs, the Nu Html Checker. */
public final class HtmlJudge {

  private static final Path JAR = Path.of(".ci/judges/node_modules/vnu-jar/build/dist/vnu.jar");

  private HtmlJudge() {}

  /** Fails for whatever it has to say of the pages but a guess at their language. */
  public static void acceptsWithoutAWord(List<Path> pages) throws Exception {
    OutsideJudge.require(
        Files.exists(JAR), "vnu-jar is missing: npm ci --prefix .ci/judges --ignore-scripts");
    assertThat(pages).isNotEmpty();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-jar", JAR.toString(), "--format", "json", "--stdout", "--html", "--no-langdetect"));
    pages.forEach(page -> arguments.add(page.toString()));
    String said =
        new OutsideJudge(java, "openjdk-17-jre").ask(arguments.toArray(String[]::new)).output();
    assertThat(JsonMapper.shared().readTree(said).get("messages")).as(said).isEmpty();
  }

  /** A page that holds a fragment. */
  public static String page(String title, String fragment) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>"
        + title.replace("&", "&amp;").replace("<", "&lt;")
        + "</title></head>\n<body>\n<h1>Notes</h1>\n"
        + fragment
        + "\n</body>\n</html>\n";
  }
}
