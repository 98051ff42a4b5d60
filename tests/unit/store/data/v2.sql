-- work.db as schema 2 left it.

-- Times are UTC milliseconds since 1970, spans are milliseconds, days are local dates.

CREATE TABLE course(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL DEFAULT 'local',
    first_seen INTEGER NOT NULL
);

CREATE TABLE lesson(
    course INTEGER NOT NULL REFERENCES course(id),
    key TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    position REAL NOT NULL DEFAULT 0,
    time INTEGER NOT NULL DEFAULT 0,
    last_seen INTEGER,
    PRIMARY KEY(course, key)
) WITHOUT ROWID;

CREATE TABLE exercise(
    course INTEGER NOT NULL REFERENCES course(id),
    key TEXT NOT NULL,
    passed INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    time INTEGER NOT NULL DEFAULT 0,
    hints_opened INTEGER NOT NULL DEFAULT 0,
    passed_at INTEGER,
    last_seen INTEGER,
    PRIMARY KEY(course, key)
) WITHOUT ROWID;

CREATE TABLE attempt(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    course INTEGER NOT NULL REFERENCES course(id),
    exercise TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    answer BLOB NOT NULL,
    checksum BLOB NOT NULL
);

CREATE INDEX attempt_exercise ON attempt(course, exercise, id);

CREATE TABLE day(
    day TEXT PRIMARY KEY,
    time INTEGER NOT NULL DEFAULT 0,
    solved INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
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

INSERT INTO course VALUES(1,'c','local',1700000000000);
INSERT INTO lesson VALUES(1,'l',1,1,0.5,60000,1700000000000);
INSERT INTO exercise VALUES(1,'e',1,2,1,30000,1,1700000001000,1700000001000);
INSERT INTO attempt(id,course,exercise,at,outcome,detail,answer,checksum)
 VALUES(1,1,'e',1700000001000,'passed','{}',x'707000720069006e007400280031002900',x'7c2bb6ede88c41f5979980da12422b5e376d7711');
INSERT INTO day VALUES('2023-11-14',90000,1);

INSERT INTO document VALUES(1,'answer/c/e','Title',3,1700000002000,2,NULL,0);
INSERT INTO version VALUES(1,1,NULL,0,0,1700000001000,'checked',8,0,0,x'707000720069006e007400280031002900',x'7c2bb6ede88c41f5979980da12422b5e376d7711');
INSERT INTO version VALUES(2,1,1,1,0,1700000002000,'typed',9,7,1,x'703200',x'b3f275355d673c249220ffe3fc5fcdc40ecab328');
UPDATE attempt SET version=1;

PRAGMA user_version=2;
