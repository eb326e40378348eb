package com.kaizencast.script;

import com.kaizencast.script.YamlNode.Scalar;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of the values in a host's settings. */
final class Forms {

  /** Longest text on one line. */
  private static final int LONGEST_LINE = 255;

  /** Most bytes of UTF-8 that Apple takes for a description or a summary. */
  private static final int MOST_BYTES = 4000;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Forms() {}

  /** Text on one line. */
  static final Form<String> LINE = scalar -> line(scalar, LONGEST_LINE);

  /** Text of at most 4000 bytes; line breaks are kept. */
  static final Form<String> TEXT =
      scalar -> {
        words(scalar);
        return bounded(scalar.value().replaceAll("\r\n?", "\n").strip());
      };

  /** Text of at most 4000 bytes, brought on one line. */
  static final Form<String> SUMMARY =
      scalar -> {
        words(scalar);
        return bounded(SourceText.oneLine(scalar.value()));
      };

  static final Form<Boolean> BOOLEAN =
      scalar ->
          switch (scalar.value()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default ->
                throw new Form.Wrong("is " + quoted(scalar.value()) + "; write true or false");
          };

  static final Form<String> EMAIL_ADDRESS =
      matching(EMAIL, "no e-mail address; write it like host@example.com");

  static final Form<String> GUID =
      scalar ->
          matching(UUID, "no UUID; copy it from the feed that holds it, or delete the line")
              .read(scalar)
              .toLowerCase(Locale.ROOT);

  static final Form<URI> WEB_ADDRESS = scalar -> webAddress(scalar.value().strip());

  /** A web address that others are appended to; ends in a slash. */
  static final Form<URI> BASE_ADDRESS =
      scalar -> {
        String value = scalar.value().strip();
        URI uri = webAddress(value.endsWith("/") ? value : value + "/");
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
          throw new Form.Wrong("is " + quoted(value) + "; leave out what follows '?' or '#'");
        }
        return uri;
      };

  /** What stands for a piece of music that the program makes itself. */
  static final String GENERATED = "generated";

  /** {@link #GENERATED}, or a file that is really there and really below the scripts folder. */
  static Form<String> music(Path scripts) {
    return scalar -> {
      String file = file(scalar.value().strip());
      if (file.equals(GENERATED)) {
        return file;
      }
      try {
        Path path = scripts.resolve(file).toRealPath();
        if (!path.startsWith(scripts.toRealPath())) {
          throw new Form.Wrong("is " + quoted(file) + ", which leads out of the scripts folder");
        }
        if (Files.isRegularFile(path)) {
          return file;
        }
      } catch (IOException | InvalidPathException e) {
        // Falls through to the one message for all that is no file.
      }
      throw new Form.Wrong(
          "is "
              + quoted(file)
              + ", and there is no such file below scripts/; put it there, or write generated");
    };
  }

  static final Form<String> PICTURE =
      scalar -> {
        String file = file(scalar.value().strip());
        if (!file.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)")) {
          throw new Form.Wrong("is " + quoted(file) + "; give a .jpg or .png file");
        }
        return file;
      };

  static final Form<ZoneId> TIME_ZONE =
      scalar -> {
        String value = scalar.value().strip();
        if (ZoneId.getAvailableZoneIds().contains(value)) {
          return ZoneId.of(value);
        }
        throw new Form.Wrong(
            "is "
                + quoted(value)
                + ", which is no time zone"
                + or(
                    Suggestion.phrase(value, new TreeSet<>(ZoneId.getAvailableZoneIds())),
                    "; write it like Asia/Hong_Kong or UTC"));
      };

  /** A BCP 47 tag whose language is one of ISO 639-1, or has the form of one of ISO 639-3. */
  static final Form<String> LANGUAGE =
      scalar -> {
        String value = scalar.value().strip();
        try {
          Locale locale = new Locale.Builder().setLanguageTag(value).build();
          String language = locale.getLanguage();
          boolean known =
              language.length() == 3 || Arrays.asList(Locale.getISOLanguages()).contains(language);
          boolean somewhere =
              locale.getCountry().isEmpty()
                  || locale.getCountry().matches("[0-9]{3}")
                  || Arrays.asList(Locale.getISOCountries()).contains(locale.getCountry());
          if (known && somewhere) {
            return locale.toLanguageTag();
          }
        } catch (IllformedLocaleException e) {
          // Falls through to the one message for all that is no tag.
        }
        throw new Form.Wrong(
            "is " + quoted(value) + ", which is no language tag" + languageAdvice(value));
      };

  private static String languageAdvice(String value) {
    for (String code : Locale.getISOLanguages()) {
      if (Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(value)) {
        return "; did you mean '" + code + "'?";
      }
    }
    return value.matches("[A-Za-z]{2,3}_[A-Za-z]{2}")
        ? "; did you mean '" + value.replace('_', '-') + "'?"
        : "; write it like en or en-GB";
  }

  static Form<Integer> integer(int least, int most) {
    return scalar -> {
      String value = scalar.value().strip();
      if (!value.matches("[-+]?[0-9]{1,9}")) {
        throw new Form.Wrong("is " + quoted(value) + "; write a whole number");
      }
      int number = Integer.parseInt(value);
      if (number < least || number > most) {
        throw new Form.Wrong("is " + value + "; it goes from " + least + " to " + most);
      }
      return number;
    };
  }

  /**
   * @param range in words, for the message
   */
  static Form<Double> decimal(double least, double most, String range) {
    return scalar -> {
      // A host may well write the minus sign, U+2212.
      String value = scalar.value().strip().replace('\u2212', '-');
      if (!value.matches("[-+]?[0-9]{1,6}(\\.[0-9]{1,6})?")) {
        throw new Form.Wrong("is " + quoted(value) + "; write a number");
      }
      double number = Double.parseDouble(value);
      if (number < least || number > most) {
        throw new Form.Wrong("is " + value + "; it goes " + range);
      }
      return number;
    };
  }

  static Form<String> oneOf(List<String> choices) {
    return choice(choices.stream().collect(Collectors.toMap(c -> c, c -> c)), choices);
  }

  /** An enum constant by its name, in lower case and with hyphens. */
  static <E extends Enum<E>> Form<E> constant(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    Function<E, String> name = e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return choice(
        constants.stream().collect(Collectors.toMap(name, e -> e)),
        constants.stream().map(name).toList());
  }

  private static <T> Form<T> choice(Map<String, T> values, List<String> choices) {
    return scalar -> {
      String value = scalar.value().strip();
      T chosen = values.get(value);
      if (chosen == null) {
        throw new Form.Wrong(
            "is "
                + quoted(value)
                + or(Suggestion.phrase(value, choices), "; choose " + String.join(", ", choices)));
      }
      return chosen;
    };
  }

  /**
   * @param not what the value then is not, and how to write it
   */
  static Form<String> matching(Pattern pattern, String not) {
    return scalar -> {
      String value = scalar.value().strip();
      if (value.length() > LONGEST_LINE || !pattern.matcher(value).matches()) {
        throw new Form.Wrong("is " + quoted(value) + ", which is " + not);
      }
      return value;
    };
  }

  /** Text on one line of a length. */
  static String line(Scalar scalar, int longest) throws Form.Wrong {
    words(scalar);
    String text = SourceText.oneLine(scalar.value());
    if (text.length() > longest) {
      throw new Form.Wrong("has " + text.length() + " characters; shorten it to " + longest);
    }
    if (text.isEmpty()) {
      throw new Form.Wrong("is empty; give it a value or delete the line");
    }
    return text;
  }

  private static String bounded(String text) throws Form.Wrong {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new Form.Wrong("has " + bytes + " bytes; shorten it to " + MOST_BYTES);
    }
    return text;
  }

  private static void words(Scalar scalar) throws Form.Wrong {
    if (scalar.plain() && scalar.value().matches("true|True|TRUE|false|False|FALSE")) {
      throw new Form.Wrong("takes a text; put " + scalar.value() + " in quotes if it is meant");
    }
  }

  private static URI webAddress(String value) throws Form.Wrong {
    try {
      URI uri = new URI(value);
      boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i:https?)");
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one message for all that is no address.
    }
    throw new Form.Wrong(
        "is "
            + quoted(value)
            + ", which is no web address; write it in full, like https://example.com/page");
  }

  private static String file(String value) throws Form.Wrong {
    boolean outside =
        value.startsWith("/")
            || value.contains("\\")
            || value.contains(":")
            || Arrays.asList(value.split("/", -1)).stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (outside) {
      throw new Form.Wrong(
          "is "
              + quoted(value)
              + "; name a file below the scripts folder, like art/cover.png, without '..'");
    }
    return value;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  /** A value as a message shows it. */
  static String quoted(String value) {
    String line = SourceText.oneLine(value);
    int end = Math.min(line.length(), 40);
    if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return "'" + line.substring(0, end) + (end < line.length() ? "…" : "") + "'";
  }
}
