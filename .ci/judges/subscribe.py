"""Loads every enclosure that podcastparser finds in the feed at an address into a folder."""
import os
import sys
import urllib.request

import podcastparser

address, folder = sys.argv[1:]
with urllib.request.urlopen(address) as feed:
    podcast = podcastparser.parse(address, feed)
for episode in podcast["episodes"]:
    for enclosure in episode["enclosures"]:
        with urllib.request.urlopen(enclosure["url"]) as audio:
            content = audio.read()
        if len(content) != enclosure["file_size"]:
            sys.exit(f"{enclosure['url']} has {len(content)} bytes, not {enclosure['file_size']}")
        with open(os.path.join(folder, enclosure["url"].rsplit("/", 1)[1]), "wb") as file:
            file.write(content)
