-- What is found by words. The texts stay where they are: these tables hold only where each word is. The
-- tokenizer `code` is the program's own (store/search/code_tokenizer.h).

-- The numbers of author and forum are words beside the text, so that "by this person" and "in this forum" cost
-- no more than a word does.
CREATE VIRTUAL TABLE post_fts USING fts5(text, author, forum, content='post', content_rowid='id',
                                         tokenize='code', prefix='2 3 4');

CREATE TRIGGER post_fts_insert AFTER INSERT ON post BEGIN
    INSERT INTO post_fts(rowid, text, author, forum) VALUES(new.id, new.text, new.author, new.forum);
END;

CREATE TRIGGER post_fts_delete AFTER DELETE ON post BEGIN
    INSERT INTO post_fts(post_fts, rowid, text, author, forum)
        VALUES('delete', old.id, old.text, old.author, old.forum);
END;

CREATE TRIGGER post_fts_update AFTER UPDATE OF id, text, author, forum ON post
WHEN old.id <> new.id OR old.text IS NOT new.text OR old.author IS NOT new.author
    OR old.forum IS NOT new.forum BEGIN
    INSERT INTO post_fts(post_fts, rowid, text, author, forum)
        VALUES('delete', old.id, old.text, old.author, old.forum);
    INSERT INTO post_fts(rowid, text, author, forum) VALUES(new.id, new.text, new.author, new.forum);
END;

CREATE VIRTUAL TABLE topic_fts USING fts5(subject, forum, content='topic', content_rowid='id',
                                          tokenize='code', prefix='2 3 4');

CREATE TRIGGER topic_fts_insert AFTER INSERT ON topic BEGIN
    INSERT INTO topic_fts(rowid, subject, forum) VALUES(new.id, new.subject, new.forum);
END;

CREATE TRIGGER topic_fts_delete AFTER DELETE ON topic BEGIN
    INSERT INTO topic_fts(topic_fts, rowid, subject, forum) VALUES('delete', old.id, old.subject, old.forum);
END;

CREATE TRIGGER topic_fts_update AFTER UPDATE OF id, subject, forum ON topic
WHEN old.id <> new.id OR old.subject IS NOT new.subject OR old.forum IS NOT new.forum BEGIN
    INSERT INTO topic_fts(topic_fts, rowid, subject, forum) VALUES('delete', old.id, old.subject, old.forum);
    INSERT INTO topic_fts(rowid, subject, forum) VALUES(new.id, new.subject, new.forum);
END;

-- Posts go where their topic goes, also those that were here before it.
CREATE TRIGGER post_forum_insert AFTER INSERT ON topic BEGIN
    UPDATE post SET forum = new.forum WHERE topic = new.id AND forum <> new.forum;
END;

CREATE TRIGGER post_forum_update AFTER UPDATE OF forum ON topic WHEN old.forum <> new.forum BEGIN
    UPDATE post SET forum = new.forum WHERE topic = new.id AND forum <> new.forum;
END;

-- Lessons, exercises and the person's own code: SearchDocument.
CREATE TABLE document(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL, -- FoundKind
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    changed INTEGER,
    UNIQUE(kind, key)
);

CREATE VIRTUAL TABLE document_fts USING fts5(title, text, content='document', content_rowid='id',
                                             tokenize='code', prefix='2 3 4');

CREATE TRIGGER document_fts_insert AFTER INSERT ON document BEGIN
    INSERT INTO document_fts(rowid, title, text) VALUES(new.id, new.title, new.text);
END;

CREATE TRIGGER document_fts_delete AFTER DELETE ON document BEGIN
    INSERT INTO document_fts(document_fts, rowid, title, text) VALUES('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER document_fts_update AFTER UPDATE OF id, title, text ON document
WHEN old.id <> new.id OR old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
    INSERT INTO document_fts(document_fts, rowid, title, text) VALUES('delete', old.id, old.title, old.text);
    INSERT INTO document_fts(rowid, title, text) VALUES(new.id, new.title, new.text);
END;

CREATE INDEX user_name ON user(name COLLATE NOCASE);
