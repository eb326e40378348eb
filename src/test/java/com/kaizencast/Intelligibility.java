package com.kaizencast;

import com.kaizencast.intelligibility.Listener;
import com.kaizencast.intelligibility.Measurement;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Has a recogniser listen to finished episodes and prints how many of the words it mishears, for
 * each voice; {@code src/docs/intelligibility.md} tells how. Asserts nothing. Takes the beginning
 * of the kinds of passages to be heard, {@code real} for instance (without it, all are), and a
 * filter that rms is to be tried with besides, {@code bass:-6} for instance. Without the recogniser
 * it says which packages are missing; with {@code CI=true} it fails then.
 */
public final class Intelligibility {

  private Intelligibility() {}

  public static void main(String[] args) throws Exception {
    try {
      String kinds = args.length > 0 ? args[0] : "";
      String shelf = args.length > 1 ? args[1] : "";
      Listener listener = new Listener();
      System.out.println(
          new Measurement(Path.of("target/intelligibility"), listener, kinds, shelf).table());
    } catch (TestAbortedException e) {
      System.out.println(e.getMessage());
    }
  }
}
