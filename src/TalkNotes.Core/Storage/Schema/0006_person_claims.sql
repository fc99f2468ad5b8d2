-- Claims that a person made from words of a transcript. Append-only: taking one back is a row of its own.

CREATE TABLE claim_makings (
  id                INTEGER PRIMARY KEY,
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  act               TEXT NOT NULL CHECK (act IN ('made', 'taken-back', 'restored')),
  curator           TEXT NOT NULL CHECK (curator <> ''),
  at                INTEGER NOT NULL,
  source_sha256     TEXT,                           -- the transcript version that was read, and the words it was made from
  first_segment     INTEGER,
  last_segment      INTEGER,
  start_ms          INTEGER,
  end_ms            INTEGER,
  speaker           TEXT,                           -- null where no label says, or several speak
  words             TEXT,
  prefix            TEXT,
  suffix            TEXT,
  CHECK (act <> 'made' OR (words IS NOT NULL AND source_sha256 IS NOT NULL AND first_segment <= last_segment))
) STRICT;
CREATE INDEX claim_makings_by_claim ON claim_makings (claim_id, id);

CREATE TRIGGER claim_makings_keep BEFORE UPDATE ON claim_makings BEGIN SELECT RAISE(ABORT, 'what people did is append-only'); END;
CREATE TRIGGER claim_makings_stay BEFORE DELETE ON claim_makings BEGIN SELECT RAISE(ABORT, 'what people did is append-only'); END;
