print(
    "a",
    max(
        [1, 2],
        key=undefined,
    ),
)
