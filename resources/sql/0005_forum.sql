-- The person's own in the forum of the platform: what is fetched of the forum is in another file, and may be
-- thrown away.

CREATE TABLE forum_mark(
    topic INTEGER PRIMARY KEY,
    post INTEGER NOT NULL
);

CREATE TABLE forum_bookmark(
    topic INTEGER NOT NULL,
    post INTEGER NOT NULL, -- 0: the topic
    at INTEGER NOT NULL,
    PRIMARY KEY(topic, post)
) WITHOUT ROWID;

-- What entries of the outbox became on the platform, so that no post is taken for two of them.
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
