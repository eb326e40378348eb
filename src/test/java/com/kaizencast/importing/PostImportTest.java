package com.kaizencast.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import com.kaizencast.episode.Episode;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of other generators become scripts without mistakes. */
class PostImportTest {

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show();
  }

  private TestHome post(String name, String text) throws IOException {
    return home.file("blog/" + name, text);
  }

  private Result run(String... options) {
    return home.run(
        Stream.concat(
                Stream.concat(Stream.of("import"), Stream.of(options)),
                Stream.of(root.resolve("blog").toString()))
            .toArray(String[]::new));
  }

  private List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("scripts"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("show.yaml"))
          .sorted()
          .toList();
    }
  }

  private Episode read(String name) throws Exception {
    return ScriptReader.read(
            ScriptFile.read(name, root.resolve("scripts/" + name)), ShowReader.read(root))
        .episode();
  }

  private String body(String name) throws IOException {
    return Files.readString(root.resolve("scripts/" + name))
        .replaceFirst("(?s)\\A---.*?\n---\n", "");
  }

  @Test
  void hugoInTomlWithShortcodes() throws Exception {
    post(
        "posts/kafka/index.md",
        """
        +++
        title = "Kafka: what it's for"
        date = 2024-03-08T09:00:00+08:00
        draft = false
        description = "A log, not a queue."
        tags = ["kafka", "java"]
        [params]
          featured = true
        +++
        A log, not a queue. See [the other post]({{< ref "queues.md" >}}) and [home](/about/).

        {{< figure src="/img/log.png" alt="A log" title="x" >}}

        {{< highlight java "linenos=table" >}}
        consume("{{ not a tag }}");
        {{< /highlight >}}

        {{% notice tip %}}Keep *keys* small.{{% /notice %}}

        {{< youtube abc123 >}}
        The end, with a [relative link](../queues/) and ![a picture](diagram.png).
        """);

    run("--site", "https://blog.example/").expect(0);

    assertThat(scripts()).containsExactly("2024-03-08-kafka.md");
    Episode episode = read("2024-03-08-kafka.md");
    assertThat(episode.title()).isEqualTo("Kafka: what it's for");
    assertThat(episode.publishedAt()).isEqualTo(Instant.parse("2024-03-08T01:00:00Z"));
    assertThat(episode.summary()).isEqualTo("A log, not a queue.");
    assertThat(body("2024-03-08-kafka.md"))
        .isEqualTo(
            """
            A log, not a queue. See the other post and [home](https://blog.example/about/).

            ![A log](https://blog.example/img/log.png)

            ```
            consume("{{ not a tag }}");
            ```

            Keep *keys* small.

            The end, with a relative link and a picture.
            """);
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }

  @Test
  void jekyllWithFileNamesAndLiquid() throws Exception {
    post(
        "_posts/2024-02-29-leap-day.markdown",
        """
        ---
        layout: post
        title:  "Leap day"
        date:   2024-02-29 10:30:00 +0100
        categories: [time, calendars]
        permalink: /:categories/:title.html
        ---
        {% include header.html %}
        A day that is rare. Read [this]({% post_url 2023-01-01-years %}) too.
        {: .lead}

        {% highlight ruby %}
        puts "{% raw %}"
        {% endhighlight %}

        {% comment %} not for readers {% endcomment %}
        It comes at [our site]({{ site.url }}/rare).
        """);
    post("_drafts/idea.md", "---\ntitle: An idea\n---\nNot thought through.\n");
    post("_posts/2023-05-05-hidden.md", "---\npublished: false\n---\nStill hidden from all.\n");
    post("about.md", "---\nlayout: page\ntitle: About\n---\nWho we are.\n");

    Result result = run("--site", "https://days.example").expect(0);

    assertThat(scripts())
        .containsExactly("2023-05-05-hidden.md", "2024-02-29-leap-day.md", "2024-06-01-idea.md");
    assertThat(read("2024-02-29-leap-day.md").publishedAt())
        .isEqualTo(Instant.parse("2024-02-29T09:30:00Z"));
    assertThat(read("2024-02-29-leap-day.md").draft()).isFalse();
    assertThat(read("2024-06-01-idea.md").draft()).isTrue();
    assertThat(read("2023-05-05-hidden.md").draft()).isTrue();
    assertThat(body("2024-02-29-leap-day.md"))
        .isEqualTo(
            """
            A day that is rare. Read this too.

            ```
            puts "{% raw %}"
            ```

            It comes at [our site](https://days.example/rare).
            """);
    assertThat(result.out()).contains("passed over  about.md: About (a page: it has no date)");
  }

  @Test
  void mkDocsMaterialWithAdmonitions() throws Exception {
    post(
        "docs/blog/posts/setup.md",
        """
        ---
        date:
          created: 2024-01-31
          updated: 2024-02-02
        authors: [squid]
        slug: my-setup
        ---

        # My setup { #setup }

        How I work, in short. :material-cog:

        <!-- more -->

        !!! note "Mind this"
            Save often.

            And twice.

        ??? tip
            Use tabs.

        === "Linux"
            Press a key.

        Done.
        """);

    run().expect(0);

    Episode episode = read("2024-01-31-my-setup.md");
    assertThat(episode.title()).isEqualTo("My setup");
    assertThat(body("2024-01-31-my-setup.md"))
        .contains("**Mind this**\n\nSave often.\n\nAnd twice.", "**Tip**\n\nUse tabs.", "**Linux**")
        .doesNotContain("!!!", "???", ":material", "{ #setup }");
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }

  @Test
  void gatsbyInMdx() throws Exception {
    post(
        "content/blog/hello-world/index.mdx",
        """
        ---
        title: Hello World
        date: "2024-05-01T22:12:03.284Z"
        path: /hello/world-one/
        ---
        import Chart from '../../components/chart'

        export const meta = { a: 1 }

        The first post. <Chart year={2024} />

        ```js
        import x from 'y'
        ```
        """);

    run().expect(0);

    assertThat(read("2024-05-01-world-one.md").publishedAt())
        .isEqualTo(Instant.parse("2024-05-01T22:12:03Z"));
    assertThat(body("2024-05-01-world-one.md"))
        .isEqualTo("The first post.\n\n```js\nimport x from 'y'\n```\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-08 | 2024-03-08T00:00:00Z",
        "2024-03-08 09:30 | 2024-03-08T09:30:00Z",
        "2024-03-08 09:30:00 -0500 | 2024-03-08T14:30:00Z",
        "2024/3/8 | 2024-03-08T00:00:00Z",
        "March 8, 2024 | 2024-03-08T00:00:00Z",
        "Mar 8th, 2024 | 2024-03-08T00:00:00Z",
        "8 march 2024 | 2024-03-08T00:00:00Z",
        "Fri, 8 Mar 2024 10:00:00 +0100 | 2024-03-08T09:00:00Z"
      })
  void datesAsBlogsWriteThem(String written, String instant) throws Exception {
    post("one.md", "---\ntitle: One\ndate: " + written + "\n---\nSome words.\n");

    run().expect(0);

    assertThat(read("2024-03-08-one.md").publishedAt()).isEqualTo(Instant.parse(instant));
  }

  @Test
  void whatCannotBeReadIsSaidAndTheOthersCome() throws Exception {
    post("good.md", "---\ntitle: Good\ndate: 2024-03-08\n---\nSome words.\n");
    post("when.md", "---\ntitle: When\ndate: next week\n---\nSome words.\n");
    post("yaml.md", "---\ntitle: [a\ndate: 2024-03-08\n---\nSome words.\n");
    post("toml.md", "+++\ntitle = \n+++\nSome words.\n");
    post("silent.md", "---\ntitle: Silent\ndate: 2024-03-09\n---\n{{< youtube x >}}\n");

    Result result = run().expect(3);

    assertThat(scripts()).containsExactly("2024-03-08-good.md");
    assertThat(result.out())
        .contains(
            "'next week' is no date; write it as 2024-03-08",
            "yaml.md:3:5: ",
            "toml.md:2:",
            "there is nothing to say",
            "1 scripts, 0 episodes as published, 0 there already, 0 passed over, 4 refused");
  }

  @Test
  void translationsAreLeftOut() throws Exception {
    post("2024-03-08-tea.md", "---\ntitle: Tea\n---\nTea is a leaf in water.\n");
    post("2024-03-08-tea.de.md", "---\ntitle: Tee\n---\nTee ist ein Blatt.\n");
    post("2024-03-08-cha.md", "---\ntitle: 茶\n---\n茶是一片葉子在水裡面,味道很好。\n");

    assertThat(run().expect(0).out()).contains("1 scripts", "2 passed over");
    assertThat(scripts()).containsExactly("2024-03-08-tea.md");
  }

  @Test
  void twoPostsOfOneNameBothComeAndComeOnce() throws Exception {
    post("a/2024-03-08-notes.md", "---\ntitle: Notes\n---\nThe notes of one week.\n");
    post("b/2024-03-15-notes.md", "---\ntitle: Notes\n---\nThe notes of another week.\n");
    run().expect(0);

    assertThat(run().expect(0).out()).contains("0 scripts", "2 there already");

    assertThat(scripts()).containsExactly("2024-03-08-notes.md", "2024-03-15-notes-2.md");
  }

  @Test
  void longAndUnfinishedMarkupIsSurvived() throws Exception {
    String words = "word ".repeat(20_000);
    post("2024-03-08-long.md", "A [" + words + "](x) and a {{< tag " + words + " end.\n");
    post("2024-03-09-open.md", "Some words.\n" + "{{< a ".repeat(20_000) + "[b ".repeat(20_000));

    assertThat(run().expect(3).out()).contains("1 scripts", "more than 1000 '['", "1 refused");
  }

  @Test
  void allCanBecomeDrafts() throws Exception {
    post("2024-03-08-tea.md", "---\ntitle: Tea\n---\nTea is a leaf in water.\n");

    run("--draft").expect(0);

    assertThat(read("2024-03-08-tea.md").draft()).isTrue();
  }
}
