-- Judgements of people. Append-only: no row is ever changed or deleted.

CREATE TABLE verdicts (
  id                INTEGER PRIMARY KEY,
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  question          TEXT NOT NULL CHECK (question IN ('fidelity', 'accuracy')),
  value             TEXT NOT NULL CHECK (
                      (question = 'fidelity' AND value IN ('unverified', 'verified', 'partly', 'refuted', 'not-said')) OR
                      (question = 'accuracy' AND value IN ('not-assessed', 'accurate', 'inaccurate', 'mixed', 'unproven', 'not-checkable'))),
  previous_id       INTEGER REFERENCES verdicts (id),
  reasons           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  note              TEXT,
  curator           TEXT NOT NULL,
  claim_text        TEXT NOT NULL,                  -- the wording that was judged
  text_hash         TEXT NOT NULL,
  searched          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(searched)), -- for not-said: the queries that found nothing
  given_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX verdicts_by_claim ON verdicts (claim_id, question, id);
CREATE INDEX verdicts_by_time ON verdicts (given_at, id);

CREATE TABLE evidence (
  id                INTEGER PRIMARY KEY,
  verdict_id        INTEGER NOT NULL REFERENCES verdicts (id),
  n                 INTEGER NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('segments', 'moment', 'url')),
  stance            TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  talk_id           INTEGER REFERENCES talks (id),
  source_sha256     TEXT,                           -- the transcript version that was read
  first_segment     INTEGER,
  last_segment      INTEGER,
  start_ms          INTEGER,
  end_ms            INTEGER,
  speaker           TEXT,
  words             TEXT,                           -- the words themselves, or the words heard
  prefix            TEXT,
  suffix            TEXT,
  url               TEXT,
  accessed          TEXT,
  note              TEXT,
  UNIQUE (verdict_id, n)
) STRICT;
CREATE INDEX evidence_by_talk ON evidence (talk_id, first_segment) WHERE talk_id IS NOT NULL;

CREATE TRIGGER verdicts_keep  BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER verdicts_stay  BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER evidence_keeps BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
