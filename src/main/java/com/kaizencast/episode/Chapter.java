package com.kaizencast.episode;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A chapter of an episode; it ends where the next one starts. */
public record Chapter(Duration start, String title, @Nullable URI link) {}
