# Two lines, two prints
