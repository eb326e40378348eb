package com.kaizencast.script;

import com.kaizencast.script.YamlNode.Broken;
import com.kaizencast.script.YamlNode.Entry;
import com.kaizencast.script.YamlNode.Mapping;
import com.kaizencast.script.YamlNode.Scalar;
import com.kaizencast.script.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 text to a mapping. Only what a host's settings need: mappings, lists and plain values;
 * anchors, aliases, tags and further documents are mistakes, so nothing in a file can grow beyond
 * what is written there.
 */
final class YamlReader {

  private static final int DEEPEST = 8;

  private final SourceText source;
  private final int start;
  private final String yaml;
  private final Problems problems;
  private final Iterator<Event> events;

  private int lastCodePoint;
  private int lastUnit;

  private YamlReader(SourceText source, int start, int end, Problems problems) {
    this.source = source;
    this.start = start;
    this.yaml = source.text().substring(start, end);
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.file()).setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseString(yaml).iterator();
  }

  /**
   * Reads the text from one offset up to another; an empty text is an empty mapping.
   *
   * @return null if it is no YAML, which has then been reported
   */
  static @Nullable Mapping read(SourceText source, int start, int end, Problems problems) {
    YamlReader reader = new YamlReader(source, start, end, problems);
    try {
      return reader.document();
    } catch (Abandoned e) {
      return null;
    } catch (MarkedYamlEngineException e) {
      problems.error(
          source.position(reader.offset(e.getProblemMark().or(e::getContextMark))),
          "this is not YAML: "
              + SourceText.oneLine(e.getProblem())
              + "; check the indentation, and put a value in quotes if it holds ': ' or ' #' or"
              + " starts with a special character");
    } catch (ReaderException e) {
      problems.error(
          source.position(reader.offset(e.getPosition())), "YAML does not allow this character");
    } catch (YamlEngineException e) {
      problems.error(
          source.position(start),
          "this is not YAML: " + SourceText.oneLine(String.valueOf(e.getMessage())));
    }
    return null;
  }

  /** Thrown after a report of something that is not worth reading on: the scanner's time grows. */
  private static final class Abandoned extends Exception {}

  private @Nullable Mapping document() throws Abandoned {
    events.next(); // the start of the stream
    Event event = events.next();
    if (event.getEventId() == Event.ID.StreamEnd) {
      return new Mapping(List.of(), start);
    }
    YamlNode root = node(events.next(), 1);
    events.next(); // the end of the document
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      error(after, "a second YAML document begins here; keep everything in one");
    }
    if (root instanceof Scalar scalar && scalar.isNull()) {
      return new Mapping(List.of(), start);
    }
    if (root instanceof Mapping mapping) {
      return mapping;
    }
    if (!(root instanceof Broken)) {
      problems.error(source.position(root.offset()), "expected lines of the form 'key: value'");
    }
    return null;
  }

  private YamlNode node(Event event, int depth) throws Abandoned {
    int offset = offset(event.getStartMark());
    if (event instanceof AliasEvent) {
      error(
          event, "aliases (*name) are not used here; write the value itself, or put it in quotes");
      return new Broken(offset);
    }
    NodeEvent node = (NodeEvent) event;
    boolean broken = hasAnchorOrTag(node);
    if (node instanceof ScalarEvent scalar) {
      return broken
          ? new Broken(offset)
          : new Scalar(SourceText.clean(scalar.getValue()), scalar.isPlain(), offset);
    }
    if (depth > DEEPEST) {
      error(event, "nested more than " + DEEPEST + " deep; make it flatter");
      throw new Abandoned();
    }
    YamlNode read =
        node.getEventId() == Event.ID.MappingStart
            ? mapping(offset, depth)
            : sequence(offset, depth);
    return broken ? new Broken(offset) : read;
  }

  private boolean hasAnchorOrTag(NodeEvent event) {
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag.isPresent()) {
      error(event, "tags (" + tag.get() + ") are not used here; delete it, or quote the value");
      return true;
    }
    if (event.getAnchor().isPresent()) {
      error(event, "anchors (&name) are not used here; delete it, or put the value in quotes");
      return true;
    }
    return false;
  }

  private Mapping mapping(int offset, int depth) throws Abandoned {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      YamlNode key = node(event, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (key instanceof Scalar scalar) {
        if (keys.add(scalar.value())) {
          entries.add(new Entry(scalar, value));
        } else {
          error(event, "'" + scalar.value() + "' is given twice; keep one of them");
        }
      } else if (!(key instanceof Broken)) {
        error(event, "a key is a plain word");
      }
    }
    return new Mapping(List.copyOf(entries), offset);
  }

  private Sequence sequence(int offset, int depth) throws Abandoned {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Sequence(List.copyOf(items), offset);
  }

  private void error(Event event, String message) {
    problems.error(source.position(offset(event.getStartMark())), message);
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(there -> offset(there.getIndex())).orElse(start);
  }

  /** The library counts code points; marks come nearly in order, so count on from the last one. */
  private int offset(int codePoint) {
    lastUnit = yaml.offsetByCodePoints(lastUnit, codePoint - lastCodePoint);
    lastCodePoint = codePoint;
    return start + lastUnit;
  }
}
