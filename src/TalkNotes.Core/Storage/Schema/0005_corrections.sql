-- What people put right, beside what the sources say. Append-only: an undo is a row of its own, and undoing the undo one
-- more. Everything that corrections change in other tables is worked out anew from sources and corrections whenever
-- either of them changes, so it outlives a re-ingest.

CREATE TABLE corrections (
  id                INTEGER PRIMARY KEY,
  kind              TEXT NOT NULL CHECK (kind IN (
                      'field', 'topics', 'part', 'rename', 'alias', 'merge', 'split', 'label', 'turns', 'words',
                      'primary', 'same-talk', 'different-talks', 'undo')),
  talk_id           INTEGER REFERENCES talks (id),    -- null: in the whole library
  other_talk_id     INTEGER REFERENCES talks (id),    -- same-talk: the talk that became part of talk_id
  speaker_id        INTEGER REFERENCES speakers (id), -- whom it is about; for label and turns: who speaks, null for nobody named
  other_speaker_id  INTEGER REFERENCES speakers (id), -- merge: who it was all along; split: who it is in this talk
  detail            TEXT NOT NULL CHECK (json_valid(detail)), -- what was said, by kind; see docs/curation.md
  undoes_id         INTEGER REFERENCES corrections (id),
  curator           TEXT NOT NULL CHECK (curator <> ''),
  given_at          INTEGER NOT NULL,
  CHECK ((kind = 'undo') = (undoes_id IS NOT NULL))
) STRICT;
CREATE INDEX corrections_by_talk ON corrections (talk_id, id);
CREATE INDEX corrections_by_speaker ON corrections (speaker_id, id) WHERE speaker_id IS NOT NULL;
CREATE INDEX corrections_undone ON corrections (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TRIGGER corrections_keep BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TABLE correction_places (                     -- worked out: in how many places of a talk a correction in force holds now
  correction_id     INTEGER NOT NULL REFERENCES corrections (id),
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  places            INTEGER NOT NULL,                -- 0: the words it is about no longer stand there
  PRIMARY KEY (correction_id, talk_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_places_by_talk ON correction_places (talk_id);

ALTER TABLE talks ADD COLUMN merged_into_id INTEGER REFERENCES talks (id);       -- a person said that it is the same talk; its address redirects
ALTER TABLE speakers ADD COLUMN written_name TEXT;                               -- as first written, where a person renamed; else null
ALTER TABLE speakers ADD COLUMN merged_into_id INTEGER REFERENCES speakers (id); -- a person said that it is the same person
ALTER TABLE segments ADD COLUMN label TEXT;                                      -- the label as written; speaker is the name shown
ALTER TABLE segments ADD COLUMN readings TEXT CHECK (readings IS NULL OR json_valid(readings)); -- words put right: [{from, to, text}], UTF-16 offsets in text
ALTER TABLE passages ADD COLUMN readings TEXT CHECK (readings IS NULL OR json_valid(readings)); -- the same, in the passage's text
UPDATE segments SET label = speaker WHERE speaker IS NOT NULL;

CREATE TABLE sketches (                              -- a sample of a transcript's runs of four words: finds other transcripts of the same talk
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  hash              INTEGER NOT NULL,
  PRIMARY KEY (source_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketches_by_hash ON sketches (hash, source_id);
ALTER TABLE sources ADD COLUMN sketch_size INTEGER;  -- rows of its sketch; null while it has none
