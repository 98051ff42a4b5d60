-- A version is a whole text (base is NULL) or the difference to the version `base`. `checksum` is that of the
-- whole text. A version beside the line of typing (`beside`) is always whole, and nothing builds on it.

CREATE TABLE document(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    caret INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    head INTEGER,
    removed INTEGER,
    thinned INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE version(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document(id),
    base INTEGER,
    steps INTEGER NOT NULL,
    beside INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    length INTEGER NOT NULL,
    kept_front INTEGER NOT NULL,
    kept_back INTEGER NOT NULL,
    text BLOB NOT NULL,
    checksum BLOB NOT NULL
);

CREATE INDEX version_document ON version(document, id);

ALTER TABLE attempt ADD COLUMN version INTEGER REFERENCES version(id);
