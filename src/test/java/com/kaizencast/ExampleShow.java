package com.kaizencast;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A show for tests that need one and care little which: {@link TestHome#SHOW}. */
public final class ExampleShow {

  public static final Show SHOW = read();

  private ExampleShow() {}

  private static Show read() {
    try {
      Path home = Files.createTempDirectory("show");
      new TestHome(home).show();
      Show show = ShowReader.read(home);
      Files.delete(home.resolve("scripts/show.yaml"));
      Files.delete(home.resolve("scripts"));
      Files.delete(home);
      return show;
    } catch (ScriptException | IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
