package com.kaizencast;

import com.kaizencast.episode.Show;
import java.net.URI;
import java.time.ZoneId;

/** A show for tests that need one and care little which. */
public final class ExampleShow {

  private ExampleShow() {}
}
