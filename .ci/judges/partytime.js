// Prints as JSON what podcast-partytime reads in the feed whose file is named. Whatever else it has
// to say goes to standard output too, one line each, in front.
const fs = require("fs");
const partytime = require("podcast-partytime");

const feed = partytime.parseFeed(fs.readFileSync(process.argv[2], "utf8"));
process.stdout.write("\n" + JSON.stringify(feed) + "\n");
