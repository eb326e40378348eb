package com.kaizencast.feed;

import org.junit.jupiter.api.Test;

class FeedWriterTest {
  @Test
  void shows() throws Exception {
    String xml =
        FeedExamples.xml(
            FeedExamples.item(1),
            FeedExamples.item(
                2,
                "A <b> & 你好 😀",
                "see <script>alert(1)</script> &amp; x",
                "<p>Hi <a href='/rel?a=1&b=2'>there</a><script>1</script><img src='https://t.co/p.gif' onerror=x alt='pic'></p><pre><code class='language-java'>a &lt; b</code></pre><table><tr><th>A</th></tr></table><a href='javascript:alert(1)'>js</a>"));
    java.nio.file.Files.writeString(java.nio.file.Path.of("target/x.xml"), xml);
    System.out.println(FeedReader.read(xml.getBytes("UTF-8")));
  }
}
