#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""printfont.py INTER.otf OUT.otf STYLE: the typeface of the prep PDF, cut from Inter (OFL 1.1; no name is reserved).

Left out: the features that swap signs for variants without a character of their own, which would be missing when text is copied
from a PDF. The characters are a plain array (cmap format 6): Qt looks up all of the BMP for every font that it embeds, and an
array answers several times as fast as a search.
"""
import sys

from fontTools import subset, ttLib
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FAMILY = "Crema Print"
END = 0x2C00  # letters of Europe, punctuation, currencies, arrows; fonts made for other scripts follow


def cut(font):
    options = subset.Options(layout_features=["ccmp", "kern", "locl", "mark", "mkmk"], hinting=False, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code < END])
    subsetter.subset(font)


def set_characters(font):
    table = CmapSubtable.newSubtable(6)
    table.platformID, table.platEncID, table.language = 3, 1, 0
    table.cmap = font.getBestCmap()
    font["cmap"].tables = [table]


def set_names(font, style):
    names = {1: FAMILY, 4: f"{FAMILY} {style}", 6: f"{FAMILY.replace(' ', '')}-{style}", 16: FAMILY}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.toUnicode())


def main(source, out, style):
    font = ttLib.TTFont(source, recalcTimestamp=False)
    cut(font)
    set_characters(font)
    set_names(font, style)
    font.save(out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
