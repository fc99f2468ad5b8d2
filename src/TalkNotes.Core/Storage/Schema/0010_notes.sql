-- Folders of notes that are edited elsewhere, and what people decided about those edits.

CREATE TABLE note_files (                           -- what a folder and this library last agreed on
  id                INTEGER PRIMARY KEY,
  folder            TEXT NOT NULL,                  -- full path
  path              TEXT NOT NULL,                  -- within the folder, with /
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  base              BLOB NOT NULL,                  -- the text that both have seen
  edited            BLOB,                           -- the file as last read, while it holds edits nobody has decided; else null
  synced_at         INTEGER NOT NULL,
  UNIQUE (folder, path)
) STRICT;
CREATE INDEX note_files_by_talk ON note_files (talk_id, folder);

CREATE TABLE note_decisions (                       -- append-only: both sides of every edit stay on record
  id                INTEGER PRIMARY KEY,
  file_id           INTEGER NOT NULL REFERENCES note_files (id),
  kind              TEXT NOT NULL CHECK (kind IN ('marker', 'wording', 'added', 'removed', 'text')),
  before            TEXT,                           -- as both had it; null for what was added
  after             TEXT,                           -- as it was edited outside; null for what was removed
  ours              TEXT,                           -- as the library had it then
  answer            TEXT NOT NULL CHECK (answer IN ('accepted', 'rejected')),
  outcome           TEXT NOT NULL,                  -- what came of it, in words
  curator           TEXT NOT NULL CHECK (curator <> ''),
  decided_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX note_decisions_by_file ON note_decisions (file_id, id);

CREATE TRIGGER note_decisions_keep BEFORE UPDATE ON note_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER note_decisions_stay BEFORE DELETE ON note_decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
