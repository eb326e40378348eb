"""Prints as JSON what mutagen reads in the ID3 tags of the MP3 files that are named."""
import json
import sys

import mutagen.id3


def text(tag, name):
    return str(tag[name]) if name in tag else None


def picture(frame):
    return {"type": frame.mime, "size": len(frame.data), "kind": int(frame.type)}


def read(file):
    tag = mutagen.id3.ID3(file, translate=False)
    return {
        "version": list(tag.version),
        "unknown": len(tag.unknown_frames),
        "title": text(tag, "TIT2"),
        "artist": text(tag, "TPE1"),
        "album": text(tag, "TALB"),
        "track": text(tag, "TRCK"),
        "comments": ["\n".join(frame.text) for frame in tag.getall("COMM")],
        "pictures": [picture(frame) for frame in tag.getall("APIC")],
        "contents": [
            {"flags": int(frame.flags), "children": frame.child_element_ids}
            for frame in tag.getall("CTOC")
        ],
        "chapters": [
            {
                "id": frame.element_id,
                "start": frame.start_time,
                "end": frame.end_time,
                "title": str(frame.sub_frames["TIT2"]),
                "links": [link.url for link in frame.sub_frames.getall("WXXX")],
                "pictures": [picture(image) for image in frame.sub_frames.getall("APIC")],
            }
            for frame in tag.getall("CHAP")
        ],
    }


print(json.dumps([read(file) for file in sys.argv[1:]]))
