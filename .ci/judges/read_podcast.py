"""Prints as JSON what podcastparser reads in the feed whose file is named; its warnings are errors."""
import json
import logging
import sys

import podcastparser


class Strict(logging.Handler):
    def emit(self, record):
        sys.exit(record.getMessage())


logging.getLogger("podcastparser").addHandler(Strict(logging.WARNING))
with open(sys.argv[1], "rb") as feed:
    print(json.dumps(podcastparser.parse("https://example.com/feed.xml", feed)))
