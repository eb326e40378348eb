package com.kaizencast.artwork;

import com.kaizencast.episode.SourcePosition;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

class CoverArtTest {
  @Test
  void draws() throws Exception {
    var pos = new SourcePosition("scripts/show.yaml", 1, 1);
    String[] titles = {
      "Continuous Improvement",
      "Tales & Tools",
      "A",
      "Certificate Pinning in Practice for Mobile Teams",
      "Überraschung! Łódź & Ősz: čaj",
      "Радио Москва",
      "Donaudampfschifffahrtsgesellschaft",
      "The art of negotiation and presentation for enterprise architects who have too little time, and much too long titles that go on and on without end",
      "שלום עולם",
      "😀 Smile"
    };
    for (int i = 0; i < titles.length; i++) {
      long t = System.nanoTime();
      var a = CoverArt.forShow(titles[i], "Victor Leung", pos);
      System.out.println(
          titles[i] + " " + a.bytes().length + " " + (System.nanoTime() - t) / 1000000 + "ms");
      Files.write(Path.of("target/cover" + i + ".png"), a.bytes());
      Path p = Path.of("target/cover" + i + ".png");
      CoverArt.given(p, pos);
    }
    Files.write(
        Path.of("target/ep.png"),
        CoverArt.forEpisode(
                "Continuous Improvement", "Deploying a Web Server to Kubernetes", 12, pos)
            .bytes());
    try {
      CoverArt.forShow("你好", "x", pos);
      System.out.println("han ok");
    } catch (Exception e) {
      System.out.println(e.getMessage());
    }
  }
}
