package com.kaizencast.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The ledger and other records of a run as JSON files. */
public final class LedgerFile {

  /** Stable key order and ISO dates, so that equal records are equal bytes. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private LedgerFile() {}

  /** The ledger in the file; empty if there is none or it can't be read as one. */
  public static Optional<Ledger> read(Path file) throws IOException {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Ledger.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Copies the ledger of the published feed, in case it is lost. */
  public static void copy(Home home) throws IOException {
    if (Files.isRegularFile(home.ledgerFile())) {
      AtomicFile.write(home.ledgerCopy(), Files.readAllBytes(home.ledgerFile()));
    }
  }

  public static byte[] toJson(Object value) {
    return JSON.writeValueAsBytes(value);
  }
}
