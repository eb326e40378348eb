// Prints as JSON what webvtt-parser reads in each of the WebVTT files that are named: errors and
// cues.
const fs = require("fs");
const path = require("path");
const { WebVTTParser } = require("webvtt-parser");

const folder = path.dirname(require.resolve("webvtt-parser"));
const entities = JSON.parse(fs.readFileSync(path.join(folder, "html-entities.json"), "utf8"));

const text = (node) => (node.type === "text" ? node.value : (node.children || []).map(text).join(""));
const times = (node) =>
  node.type === "timestamp" ? [node.value] : (node.children || []).flatMap(times);

function read(file) {
  const { errors, cues } = new WebVTTParser(entities).parse(fs.readFileSync(file, "utf8"));
  return {
    errors,
    cues: cues.map((cue) => ({
      start: cue.startTime,
      end: cue.endTime,
      text: text(cue.tree),
      times: times(cue.tree),
    })),
  };
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
