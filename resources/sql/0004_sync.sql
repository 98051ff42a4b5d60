-- What is between this work and the hosted platform. Bodies are packed: a letter, then the bytes, compressed
-- or not. `hash` is SHA-256 over what makes the entry what it is.

ALTER TABLE lesson ADD COLUMN notes TEXT NOT NULL DEFAULT '';
-- Milliseconds that are in `time` and in no entry of the outbox yet: less than a minute.
ALTER TABLE lesson ADD COLUMN unsent INTEGER NOT NULL DEFAULT 0;

CREATE TABLE account(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    server TEXT NOT NULL,
    user INTEGER NOT NULL,
    username TEXT NOT NULL,
    email TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    vault INTEGER NOT NULL,
    shared_computer INTEGER NOT NULL,
    signed_in INTEGER
);

CREATE TABLE outbox(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    op BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    course TEXT NOT NULL,
    item TEXT NOT NULL,
    body BLOB NOT NULL,
    hash BLOB NOT NULL,
    made INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK(state IN('new', 'sent')),
    base INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    refusals INTEGER NOT NULL DEFAULT 0,
    server_errors INTEGER NOT NULL DEFAULT 0,
    maybe_twice INTEGER NOT NULL DEFAULT 0,
    first_tried INTEGER,
    problem TEXT NOT NULL DEFAULT ''
);

CREATE INDEX outbox_lane ON outbox(lane, seq);

CREATE TABLE kept(
    seq INTEGER PRIMARY KEY,
    op BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    course TEXT NOT NULL,
    item TEXT NOT NULL,
    body BLOB NOT NULL,
    hash BLOB NOT NULL,
    made INTEGER NOT NULL,
    maybe_twice INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL,
    status INTEGER NOT NULL,
    server_text TEXT NOT NULL,
    kept_at INTEGER NOT NULL
);

-- What the platform said it has: shows what it lost when it was restored from a backup.
CREATE TABLE confirmed(
    op BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    lane TEXT NOT NULL,
    at INTEGER NOT NULL,
    hash BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX confirmed_lane ON confirmed(lane, kind);

-- The platform's values as last seen.
CREATE TABLE platform_lesson(
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    row INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    notes TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL,
    PRIMARY KEY(course, lesson)
) WITHOUT ROWID;

CREATE TABLE platform_answer(
    course TEXT NOT NULL,
    exercise TEXT NOT NULL,
    version INTEGER NOT NULL,
    code BLOB NOT NULL,
    completed INTEGER NOT NULL,
    PRIMARY KEY(course, exercise)
) WITHOUT ROWID;

CREATE TABLE enrolment(
    course TEXT PRIMARY KEY,
    wanted INTEGER,
    seen INTEGER
) WITHOUT ROWID;

CREATE TABLE conflict(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    course TEXT NOT NULL,
    item TEXT NOT NULL,
    what TEXT NOT NULL,
    mine TEXT NOT NULL,
    theirs TEXT NOT NULL,
    mine_at INTEGER,
    theirs_at INTEGER
);

CREATE TABLE cursor(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL,
    generation BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE synclog(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    verdict TEXT NOT NULL,
    status INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    request BLOB NOT NULL
);

CREATE TABLE sync_state(
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

INSERT INTO sync_state VALUES('generation', randomblob(16));
