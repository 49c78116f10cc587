"""Makes the embedded fonts of official documents: the standard characters, symbols and latin letters
of four free faces, and one face for rarer characters."""
import bz2, glob, os, sys
from fontTools.ttLib import TTFont
from fontTools import subset

UNIHAN, OUT = sys.argv[1:3]
SERIF, ROMAN, SANS, LIGHT, REGULAR, BOLD = sys.argv[3:9]

standard = set()
with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
    for line in lines:
        if "\tkTGH\t" in line:
            standard.add(int(line.split("\t")[0][2:], 16))
assert len(standard) == 8105, len(standard)
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        character = bytes([high, low]).decode("gb2312", "ignore")
        if character:
            standard.add(ord(character))
for first, last in [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B),
                    (0x2190, 0x2199), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2640, 0x2642), (0x2713, 0x2718), (0x3000, 0x303F),
                    (0x3200, 0x32FF), (0x3380, 0x33DF), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6)]:
    standard.update(range(first, last + 1))

# Take a whole square in Chinese text, in this part of it.
CELLS = {0x201C: 1, 0x2018: 1, 0x201D: 0, 0x2019: 0, 0x2014: 0.5, 0x2026: 0.5}


def whole_cell(font, character, place):
    name = font.getBestCmap().get(character)
    if name is None:
        return
    advance, bearing = font["hmtx"][name]
    shift = round((font["head"].unitsPerEm - advance) * place)
    if advance >= font["head"].unitsPerEm:
        return
    glyph = font["glyf"][name]
    if glyph.isComposite():
        for component in glyph.components:
            component.x += shift
    elif glyph.numberOfContours > 0:
        glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["head"].unitsPerEm, bearing + shift)


def make(source, name, file, characters):
    font = TTFont(source)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "fpgm", "cvt ", "vhea", "vmtx", "VORG", "DSIG", "meta"]
    options.name_IDs = [0, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(unicodes=characters)
    tool.subset(font)
    table = font["name"]
    original = [n for n in table.names if n.nameID == 0][0].toUnicode()
    table.names = []
    for identifier, text in [(0, original), (1, name), (2, "Regular"), (3, name + " 1"), (4, name), (5, "Version 1.000"),
                             (6, name.replace(" ", "")),
                             (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
                             (14, "https://openfontlicense.org")]:
        table.setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].fsType = 0
    for character, place in CELLS.items():
        whole_cell(font, character, place)
    path = os.path.join(OUT, file)
    font.save(path)
    print(file, len(font.getBestCmap()), os.path.getsize(path), sorted(chr(c) for c in characters if c > 0x3400 and c not in font.getBestCmap())[:20])


def han(c):
    return 0x3400 <= c <= 0x9FFF or 0x20000 <= c < 0x2F800

make(SERIF, "Yueyuetan Song", "song.ttf", standard)
make(ROMAN, "Yueyuetan Number", "number.ttf", set(range(0x20, 0x7F)) | {0x2014})
make(SANS, "Yueyuetan Hei", "hei.ttf", standard)
make(LIGHT, "Yueyuetan Fang", "fang.ttf", standard)
make(BOLD, "Yueyuetan Kai", "kai.ttf", standard)
make(REGULAR, "Yueyuetan Rare", "rare.ttf", {c for c in TTFont(REGULAR, lazy=True).getBestCmap() if c not in standard and han(c)})
