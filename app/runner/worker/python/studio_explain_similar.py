"""Words that are spelled nearly the same."""

MOST_WORDS = 3000
LONGEST = 60


def distance(one, other, most):
    """How many letters have to be added, taken out, changed or swapped; more than `most` is not counted out."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = None, list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row, earlier = row, [i], before
        for j, right in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if earlier is not None and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > most:
            return most + 1
    return row[-1]


def close(word, words, short=3):
    """The word that is spelled most alike, or None; words that differ only in capitals count as alike.

    A word of fewer than `short` letters is like no other, one of twice as many may differ in two letters."""
    if len(word) > LONGEST:
        return None
    small, found = word.lower(), None
    most = 0 if len(word) < short else 1 if len(word) < max(5, 2 * short - 2) else 2
    for each in [each for each in words if isinstance(each, str) and len(each) <= LONGEST][:MOST_WORDS]:
        if each.startswith("__") or each == word:
            continue
        here = distance(small, each.lower(), most)
        if here <= most and (found is None or here < found[0]):
            found = here, each
    return found[1] if found else None
