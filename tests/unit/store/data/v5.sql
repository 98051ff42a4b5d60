-- work.db as schema 4 left it.

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
CREATE TABLE setting(
    key TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE place(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    page TEXT NOT NULL,
    course TEXT NOT NULL,
    item TEXT NOT NULL
);

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

INSERT INTO course VALUES(1,'c','local',1700000000000);
INSERT INTO lesson VALUES(1,'l',1,1,0.5,60000,1700000000000,'mine',30000);
INSERT INTO exercise VALUES(1,'e',1,2,1,30000,1,1700000001000,1700000001000);
INSERT INTO attempt(id,course,exercise,at,outcome,detail,answer,checksum)
 VALUES(1,1,'e',1700000001000,'passed','{}',x'707000720069006e007400280031002900',x'7c2bb6ede88c41f5979980da12422b5e376d7711');
INSERT INTO day VALUES('2023-11-14',90000,1);

INSERT INTO document VALUES(1,'answer/c/e','Title',3,1700000002000,2,NULL,0);
INSERT INTO version VALUES(1,1,NULL,0,0,1700000001000,'checked',8,0,0,x'707000720069006e007400280031002900',x'7c2bb6ede88c41f5979980da12422b5e376d7711');
INSERT INTO version VALUES(2,1,1,1,0,1700000002000,'typed',9,7,1,x'703200',x'b3f275355d673c249220ffe3fc5fcdc40ecab328');
UPDATE attempt SET version=1;

INSERT INTO setting VALUES('editor/size','14');
INSERT INTO place VALUES(1,'lesson','c','l');


INSERT INTO course VALUES(2,'classic-5','local',1700000000000);
INSERT INTO account VALUES(1,'https://learn.example.org',7,'ada','ada@example.org','Ada','Learner',0,0,1700000000000);
INSERT INTO enrolment VALUES('classic-5',1,NULL);
INSERT INTO outbox(seq,op,kind,lane,course,item,body,hash,made) VALUES(3,x'000102030405060708090a0b0c0d0e0f','enrol','course/classic-5','classic-5','',x'707b7d',x'ec88ba2f4566a3547f78b54e516be59662af594fb70fd94592cf2d9f65f09a71',1700000000000);

CREATE TABLE forum_mark(
    topic INTEGER PRIMARY KEY,
    post INTEGER NOT NULL
);

CREATE TABLE forum_bookmark(
    topic INTEGER NOT NULL,
    post INTEGER NOT NULL, 
    at INTEGER NOT NULL,
    PRIMARY KEY(topic, post)
) WITHOUT ROWID;


CREATE TABLE forum_sent(
    op BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    topic INTEGER NOT NULL,
    post INTEGER NOT NULL,
    body BLOB NOT NULL,
    made INTEGER NOT NULL,
    at INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX forum_sent_post ON forum_sent(post);
CREATE INDEX forum_sent_topic ON forum_sent(topic) WHERE kind = 'topic';

CREATE TABLE forum_state(
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO forum_mark VALUES(12, 90);
INSERT INTO forum_bookmark VALUES(12, 0, 1700000000000);
PRAGMA user_version=5;
