-- The library: what came in, and what was understood of it.
-- Times in a talk are integer milliseconds (…_ms); instants are UTC milliseconds since 1970 (…_at); dates are yyyy-mm-dd.
-- Null means: the source does not say.

CREATE TABLE talks (
  id                INTEGER PRIMARY KEY,
  slug              TEXT NOT NULL UNIQUE,           -- address; never changes once given
  title             TEXT,                           -- this and what follows is worked out from all sources of the talk
  show              TEXT,
  url               TEXT,
  video_id          TEXT,
  published         TEXT,
  transcribed       TEXT,
  retrieved         TEXT,
  duration_ms       INTEGER,
  language          TEXT,
  status            TEXT,                           -- the source's word about itself
  summary           TEXT,
  transcript_id     INTEGER REFERENCES sources (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, -- the primary transcript
  word_count        INTEGER NOT NULL DEFAULT 0,     -- spoken words of the primary transcript
  added_at          INTEGER NOT NULL,
  changed_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX talks_by_date ON talks (published, id);
CREATE INDEX talks_by_show ON talks (show, id);
CREATE INDEX talks_by_added ON talks (added_at, id);
CREATE INDEX talks_by_video ON talks (video_id) WHERE video_id IS NOT NULL;

CREATE TABLE talk_slugs (                           -- addresses that redirect
  slug              TEXT PRIMARY KEY,
  talk_id           INTEGER NOT NULL REFERENCES talks (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE originals (                            -- every file that was taken in, byte for byte; never changed, never deleted
  sha256            TEXT PRIMARY KEY,
  bytes             BLOB NOT NULL
) STRICT;

CREATE TABLE sources (
  id                INTEGER PRIMARY KEY,
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  key               TEXT NOT NULL,                  -- video:…, url:…, title:… or content:…; sources of one key describe one talk
  path              TEXT NOT NULL,                  -- relative to the library or folder given, with /; two folders may share one
  sha256            TEXT NOT NULL REFERENCES originals (sha256),
  format            TEXT NOT NULL,
  format_revision   INTEGER NOT NULL,
  is_format_given   INTEGER NOT NULL CHECK (is_format_given IN (0, 1)), -- chosen by a person, not by the content
  confidence        REAL NOT NULL,
  match_reason      TEXT NOT NULL,
  line_count        INTEGER NOT NULL,
  blank_count       INTEGER NOT NULL,
  used_count        INTEGER NOT NULL,
  chrome_count      INTEGER NOT NULL,
  unrecognised_count INTEGER NOT NULL,
  segment_count     INTEGER NOT NULL,
  word_count        INTEGER NOT NULL,               -- words of its segments
  is_timed          INTEGER NOT NULL CHECK (is_timed IN (0, 1)),       -- some segment states its start
  is_labelled       INTEGER NOT NULL CHECK (is_labelled IN (0, 1)),    -- some segment has a speaker's label
  claim_count       INTEGER NOT NULL,
  taken_in_at       INTEGER NOT NULL,
  metadata          TEXT NOT NULL CHECK (json_valid(metadata)),        -- what this source says of the talk, with provenance
  diagnostics       TEXT NOT NULL CHECK (json_valid(diagnostics)),
  ledger            TEXT NOT NULL CHECK (json_valid(ledger)),          -- [[first, last, kind, owner], …] of all but blank lines
  CHECK (line_count = blank_count + used_count + chrome_count + unrecognised_count)
) STRICT;
CREATE INDEX sources_by_talk ON sources (talk_id, id);
CREATE INDEX sources_by_key ON sources (key, talk_id);
CREATE UNIQUE INDEX sources_by_hash ON sources (sha256);
CREATE INDEX sources_by_path ON sources (path, id);

CREATE TABLE source_versions (                      -- what a source held before its file was edited
  id                INTEGER PRIMARY KEY,
  source_id         INTEGER NOT NULL REFERENCES sources (id),
  sha256            TEXT NOT NULL REFERENCES originals (sha256),
  format            TEXT NOT NULL,
  format_revision   INTEGER NOT NULL,
  taken_in_at       INTEGER NOT NULL,
  replaced_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX source_versions_by_source ON source_versions (source_id, id);
CREATE INDEX source_versions_by_hash ON source_versions (sha256);

CREATE TABLE ingest_failures (                      -- a document that failed leaves only its report
  path              TEXT PRIMARY KEY,
  sha256            TEXT,
  message           TEXT NOT NULL,
  failed_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chapters (
  id                INTEGER PRIMARY KEY,
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  n                 INTEGER NOT NULL,
  title             TEXT NOT NULL,
  start_ms          INTEGER,
  end_ms            INTEGER,
  label             TEXT,
  summary           TEXT,
  first_segment     INTEGER,                        -- segment number; null when none belongs to it
  first_line        INTEGER NOT NULL,
  last_line         INTEGER NOT NULL,
  UNIQUE (source_id, n)
) STRICT;

CREATE TABLE speakers (
  id                INTEGER PRIMARY KEY,
  key               TEXT NOT NULL UNIQUE,           -- folded full name; a single word with #talk, since it names a person only there
  slug              TEXT NOT NULL UNIQUE,
  name              TEXT NOT NULL                   -- as first written
) STRICT;

CREATE TABLE speaker_aliases (                      -- from the glossary or a person; never guessed
  key               TEXT NOT NULL,
  speaker_id        INTEGER NOT NULL REFERENCES speakers (id),
  name              TEXT NOT NULL,
  origin            TEXT NOT NULL,                  -- glossary | person
  PRIMARY KEY (key, speaker_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE talk_speakers (                        -- who takes part, as each source says
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  speaker_id        INTEGER NOT NULL REFERENCES speakers (id),
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  position          INTEGER NOT NULL,
  role              TEXT CHECK (role IN ('host', 'guest')),
  turns             INTEGER NOT NULL,               -- turns under this label; 0 when only a header names them
  PRIMARY KEY (source_id, speaker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX talk_speakers_by_speaker ON talk_speakers (speaker_id, talk_id);
CREATE INDEX talk_speakers_by_talk ON talk_speakers (talk_id, position);

CREATE TABLE topics (
  id                INTEGER PRIMARY KEY,
  key               TEXT NOT NULL UNIQUE,           -- folded name
  slug              TEXT NOT NULL UNIQUE,
  name              TEXT NOT NULL                   -- as first written
) STRICT;

CREATE TABLE talk_topics (
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  topic_id          INTEGER NOT NULL REFERENCES topics (id),
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  position          INTEGER NOT NULL,
  PRIMARY KEY (source_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX talk_topics_by_topic ON talk_topics (topic_id, talk_id);
CREATE INDEX talk_topics_by_talk ON talk_topics (talk_id, position);

CREATE TABLE segments (
  id                INTEGER PRIMARY KEY,
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  n                 INTEGER NOT NULL,               -- number in this transcript, from 0
  start_ms          INTEGER,
  end_ms            INTEGER,
  turn              INTEGER,
  speaker_id        INTEGER REFERENCES speakers (id),
  speaker           TEXT,                           -- label as written
  text              TEXT NOT NULL,
  first_line        INTEGER NOT NULL,
  last_line         INTEGER NOT NULL,
  UNIQUE (source_id, n)
) STRICT;
CREATE INDEX segments_by_speaker ON segments (speaker_id, source_id) WHERE speaker_id IS NOT NULL;

CREATE TABLE claims (                               -- never deleted; withdrawn when no source makes it any more
  id                INTEGER PRIMARY KEY,
  public_id         TEXT NOT NULL UNIQUE,           -- ten base-32 characters, given once
  talk_id           INTEGER NOT NULL REFERENCES talks (id),
  text_hash         TEXT NOT NULL,                  -- of the folded text: finds the claim again
  text              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('claim', 'key-point', 'summary', 'quote')),
  origin            TEXT NOT NULL CHECK (origin IN ('publisher', 'ai', 'person')),
  section           TEXT,
  marker            TEXT,                           -- the source's own marker, never a verdict
  attributed_to     TEXT,
  position          INTEGER NOT NULL,               -- order within the talk's notes
  withdrawn_at      INTEGER,                        -- null while a source makes it
  successor_id      INTEGER REFERENCES claims (id), -- the wording a person accepted as its successor
  first_seen_at     INTEGER NOT NULL,
  UNIQUE (talk_id, text_hash)
) STRICT;
CREATE INDEX claims_by_talk ON claims (talk_id, position, id);
CREATE INDEX claims_by_kind ON claims (kind, id);

CREATE TABLE claim_mentions (                       -- each place where a source makes it, as it stands there
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  n                 INTEGER NOT NULL,               -- order within the source
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  text              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('claim', 'key-point', 'summary', 'quote')),
  origin            TEXT NOT NULL CHECK (origin IN ('publisher', 'ai', 'person')),
  section           TEXT,
  marker            TEXT,
  attributed_to     TEXT,
  chapter           INTEGER,                        -- chapter number when it is that chapter's note
  first_line        INTEGER NOT NULL,
  last_line         INTEGER NOT NULL,
  PRIMARY KEY (source_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_mentions_by_claim ON claim_mentions (claim_id);

CREATE TRIGGER originals_keep BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'originals are kept as they came in'); END;
CREATE TRIGGER originals_stay BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'originals are kept as they came in'); END;
CREATE TRIGGER claims_stay    BEFORE DELETE ON claims    BEGIN SELECT RAISE(ABORT, 'claims are withdrawn, never deleted'); END;
