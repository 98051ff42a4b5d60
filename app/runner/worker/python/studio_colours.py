"""The colour names that Tk knows, as turtle programs use them: no Tk is there to ask."""

_NAMES = """
    aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
    black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0
    chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c
    cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400
    darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000
    darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkturquoise 00ced1
    darkviolet 9400d3 debianred d70751 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dodgerblue 1e90ff
    firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff
    gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f honeydew f0fff0 hotpink ff69b4
    indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00
    lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrod eedd82
    lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightpink ffb6c1 lightsalmon ffa07a
    lightseagreen 20b2aa lightskyblue 87cefa lightslateblue 8470ff lightslategray 778899 lightsteelblue b0c4de
    lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000
    mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371
    mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
    midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080
    navyblue 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6
    palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5
    peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 red ff0000
    rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57
    seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 snow fffafa
    springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0
    violet ee82ee violetred d02090 wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
"""

# Families of which 1 to 4 can be asked for (`orchid1`): the first of each. The others are darker by fixed factors,
# which agrees with X11's table to within 1 of 255.
_FIRST = """
    antiquewhite ffefdb aquamarine 7fffd4 azure f0ffff bisque ffe4c4 blue 0000ff brown ff4040 burlywood ffd39b
    cadetblue 98f5ff chartreuse 7fff00 chocolate ff7f24 coral ff7256 cornsilk fff8dc cyan 00ffff
    darkgoldenrod ffb90f darkolivegreen caff70 darkorange ff7f00 darkorchid bf3eff darkseagreen c1ffc1
    darkslategray 97ffff deeppink ff1493 deepskyblue 00bfff dodgerblue 1e90ff firebrick ff3030 gold ffd700
    goldenrod ffc125 green 00ff00 honeydew f0fff0 hotpink ff6eb4 indianred ff6a6a ivory fffff0 khaki fff68f
    lavenderblush fff0f5 lemonchiffon fffacd lightblue bfefff lightcyan e0ffff lightgoldenrod ffec8b
    lightpink ffaeb9 lightsalmon ffa07a lightskyblue b0e2ff lightsteelblue cae1ff lightyellow ffffe0 magenta ff00ff
    maroon ff34b3 mediumorchid e066ff mediumpurple ab82ff mistyrose ffe4e1 navajowhite ffdead olivedrab c0ff3e
    orange ffa500 orangered ff4500 orchid ff83fa palegreen 9aff9a paleturquoise bbffff palevioletred ff82ab
    peachpuff ffdab9 pink ffb5c5 plum ffbbff purple 9b30ff red ff0000 rosybrown ffc1c1 royalblue 4876ff
    salmon ff8c69 seagreen 54ff9f seashell fff5ee sienna ff8247 skyblue 87ceff slateblue 836fff slategray c6e2ff
    snow fffafa springgreen 00ff7f steelblue 63b8ff tan ffa54f thistle ffe1ff tomato ff6347 turquoise 00f5ff
    violetred ff3e96 wheat ffe7ba yellow ffff00
"""

_FACTORS = (1.0, 0.933, 0.8037, 0.5461)


def _table(text):
    words = text.split()
    return {name: int(value, 16) for name, value in zip(words[::2], words[1::2])}


def _family(value, factor):
    return sum(int((value >> shift & 255) * factor + 0.5) << shift for shift in (16, 8, 0))


_names = {}


def _all_names():
    if not _names:
        _names.update(_table(_NAMES))
        for name, value in _table(_FIRST).items():
            for number, factor in enumerate(_FACTORS, 1):
                _names[f"{name}{number}"] = _family(value, factor)
        for percent in range(101):
            _names[f"gray{percent}"] = int(percent * 2.55 + 0.5) * 0x010101
    return _names


def number(colour):
    """0xRRGGBB of a Tk colour, None for no colour. Raises ValueError for what is no colour."""
    text = str(colour).strip()
    if text == "":
        return None
    if text.startswith("#"):
        digits, part = text[1:], (len(text) - 1) // 3
        if part in (1, 2, 3, 4) and len(digits) == 3 * part and all(c in "0123456789abcdefABCDEF" for c in digits):
            parts = (digits[at:at + part] for at in range(0, 3 * part, part))
            red, green, blue = (int(each * 2 if part == 1 else each[:2], 16) for each in parts)
            return red << 16 | green << 8 | blue
        raise ValueError(text)
    name = text.lower().replace(" ", "").replace("grey", "gray")
    try:
        return _all_names()[name]
    except KeyError:
        raise ValueError(text) from None
