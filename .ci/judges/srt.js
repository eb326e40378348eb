// Prints as JSON what srt-validator has against each of the SubRip files that are named, and the
// cues that it reads.
const fs = require("fs");
const { validator, parser } = require("srt-validator");

function read(file) {
  const text = fs.readFileSync(file, "utf8");
  const errors = validator(text);
  return { errors, cues: errors.length > 0 ? [] : parser.parse(text) };
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
