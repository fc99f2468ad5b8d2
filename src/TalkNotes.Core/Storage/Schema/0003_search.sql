-- Search: what can be found, and full-text indexes over it, written in the transaction of the talk itself.
-- The indexes hold words, not texts (content=''): `words` the exact forms, `stems` what inflections share, position by
-- position. Core's Tokens cuts both, so SQLite's tokenizer only has to split at blanks.

CREATE TABLE passages (
  id                INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice; within a talk ascending in reading order
  talk_id           INTEGER NOT NULL REFERENCES talks (id) ON DELETE CASCADE,
  kind              TEXT NOT NULL CHECK (kind IN ('segment', 'bridge', 'claim', 'talk')),
  origin            TEXT NOT NULL CHECK (origin IN ('spoken', 'publisher', 'ai', 'person')),
  source_id         INTEGER REFERENCES sources (id) ON DELETE CASCADE,
  first_segment     INTEGER,                           -- spoken words: the segments the text lies in, both included
  last_segment      INTEGER,
  start_in_segment  INTEGER NOT NULL DEFAULT 0,        -- UTF-16 offset of the text in its first segment
  first_passage     INTEGER,                           -- bridges: the passages whose borders it spans, both included
  last_passage      INTEGER,
  borders           TEXT CHECK (json_valid(borders)),  -- bridges: UTF-16 offsets in the text where a passage begins
  speaker_id        INTEGER REFERENCES speakers (id),  -- whose words; null where no label says or several speak
  claim_id          INTEGER REFERENCES claims (id),
  chapter           INTEGER,                           -- kind talk: the chapter whose title this is; null is the talk's own title
  text              TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_talk ON passages (talk_id, id);

-- Passages, claims and titles: every spoken word stands in exactly one passage.
CREATE VIRTUAL TABLE passages_fts USING fts5 (words, stems, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'''");
CREATE VIRTUAL TABLE passages_terms USING fts5vocab (passages_fts, col);

-- Bridges: the words around the border of two passages, so that no phrase is lost there.
CREATE VIRTUAL TABLE bridges_fts USING fts5 (words, stems, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'''");

CREATE TRIGGER passages_leave_index AFTER DELETE ON passages BEGIN
  DELETE FROM passages_fts WHERE rowid = old.id AND old.kind <> 'bridge';
  DELETE FROM bridges_fts WHERE rowid = old.id AND old.kind = 'bridge';
END;

-- Words of the library, for spelling help and for names that sound alike. Only ever grows; passages_terms counts.
CREATE TABLE terms (
  term              TEXT PRIMARY KEY,
  sound             TEXT NOT NULL,                     -- SoundKey
  is_name           INTEGER NOT NULL                   -- 1 when seen capitalised inside a sentence
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_by_sound ON terms (sound, term);

CREATE TABLE search_state (
  id                INTEGER PRIMARY KEY CHECK (id = 1),
  token_revision    INTEGER NOT NULL                   -- Tokens.Revision that made the index; another one asks for a reindex
) STRICT;
INSERT INTO search_state (id, token_revision) VALUES (1, 0);
