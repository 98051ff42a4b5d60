-- The forum as the platform has it, and what of the person's own state its lists need: the truth of that is
-- in the work. Thrown away whenever something is wrong with it. Times are UTC milliseconds since 1970.

CREATE TABLE forum(
    id INTEGER PRIMARY KEY,
    category INTEGER NOT NULL,
    is_category INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    description TEXT NOT NULL,
    topics INTEGER NOT NULL,
    posts INTEGER NOT NULL,
    last_post INTEGER
);

CREATE TABLE user(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    trust INTEGER NOT NULL,
    staff INTEGER NOT NULL,
    moderates INTEGER NOT NULL
);

CREATE TABLE topic(
    id INTEGER PRIMARY KEY,
    forum INTEGER NOT NULL,
    subject TEXT NOT NULL,
    slug TEXT NOT NULL,
    author INTEGER NOT NULL,
    created INTEGER,
    updated INTEGER,
    last_post INTEGER,
    last_author INTEGER NOT NULL DEFAULT 0,
    views INTEGER NOT NULL DEFAULT 0,
    posts INTEGER NOT NULL DEFAULT 0,
    rank INTEGER NOT NULL DEFAULT 0, -- 2: an announcement, 1: pinned
    locked INTEGER NOT NULL DEFAULT 0,
    loaded INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    read_to INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    subscribed INTEGER NOT NULL DEFAULT 0,
    wanted INTEGER, -- what the person wants and the platform has not heard yet; NULL: nothing else
    opened INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0,
    complete_to INTEGER,
    listing INTEGER NOT NULL DEFAULT 0, -- number of the last one of the platform's list it was in
    seen_to INTEGER NOT NULL DEFAULT 0, -- marked read up to this last post, here or not
    course TEXT NOT NULL DEFAULT '',
    exercise TEXT NOT NULL DEFAULT ''
);

CREATE INDEX topic_activity ON topic(rank DESC, last_post DESC, id DESC);
CREATE INDEX topic_forum ON topic(forum, rank DESC, last_post DESC, id DESC);
CREATE INDEX topic_unread ON topic(last_post DESC) WHERE unread > 0;
CREATE INDEX topic_exercise ON topic(course, exercise) WHERE exercise <> '';
CREATE INDEX topic_to_fetch ON topic(opened DESC, last_post DESC) WHERE complete = 0;

CREATE TABLE post(
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    forum INTEGER NOT NULL, -- of its topic, kept for the search; 0: that is not here
    author INTEGER NOT NULL,
    created INTEGER,
    updated INTEGER,
    rights INTEGER NOT NULL, -- 1: the first one, 2: may be edited, 4: may be deleted
    bookmarked INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL
);

CREATE INDEX post_topic ON post(topic, id);
CREATE INDEX post_author ON post(author);
CREATE INDEX post_bookmarked ON post(topic) WHERE bookmarked;

-- The person's own, also of what is not here yet.
CREATE TABLE own_topic(
    topic INTEGER PRIMARY KEY,
    read_to INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    wanted INTEGER
);

CREATE TABLE own_bookmark(
    post INTEGER PRIMARY KEY
);

CREATE TABLE notification(
    id INTEGER NOT NULL,
    kind INTEGER NOT NULL, -- ForumNotification::Kind
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    topic INTEGER NOT NULL,
    post INTEGER NOT NULL,
    at INTEGER,
    read INTEGER NOT NULL,
    PRIMARY KEY(kind, id)
) WITHOUT ROWID;

CREATE TABLE blog(
    slug TEXT PRIMARY KEY,
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    intro TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER,
    minutes INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE state(
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
