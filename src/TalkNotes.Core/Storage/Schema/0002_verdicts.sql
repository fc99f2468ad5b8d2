-- Judgements of people. Append-only: no row is ever changed or deleted; what is in force is the newest row of a question.

CREATE TABLE verdicts (
  id                INTEGER PRIMARY KEY,
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  n                 INTEGER NOT NULL,               -- number within the claim, from 1, over both questions
  question          TEXT NOT NULL CHECK (question IN ('fidelity', 'accuracy')),
  value             TEXT NOT NULL CHECK (
                      (question = 'fidelity' AND value IN ('unverified', 'verified', 'partly', 'refuted', 'not-said')) OR
                      (question = 'accuracy' AND value IN ('not-assessed', 'accurate', 'inaccurate', 'mixed', 'unproven', 'not-checkable'))),
  previous_id       INTEGER REFERENCES verdicts (id), -- what was in force on this question before
  undoes_id         INTEGER REFERENCES verdicts (id), -- null but for an undo, which repeats the state before that verdict
  reasons           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  note              TEXT,
  curator           TEXT NOT NULL CHECK (curator <> ''),
  claim_text        TEXT NOT NULL,                  -- the wording that was judged
  text_hash         TEXT NOT NULL,
  transcript_sha256 TEXT,                           -- the transcript version the curator had; null when the talk had none
  searched          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(searched)), -- for not-said: what was searched and what it found
  given_at          INTEGER NOT NULL,
  UNIQUE (claim_id, n)
) STRICT;
CREATE INDEX verdicts_by_claim ON verdicts (claim_id, question, id);
CREATE INDEX verdicts_by_time ON verdicts (given_at, id);
CREATE INDEX verdicts_undone ON verdicts (undoes_id) WHERE undoes_id IS NOT NULL;

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
  UNIQUE (verdict_id, n),
  CHECK (kind <> 'segments' OR (words IS NOT NULL AND source_sha256 IS NOT NULL AND first_segment <= last_segment)),
  CHECK (kind <> 'moment' OR (words IS NOT NULL AND start_ms IS NOT NULL)),
  CHECK (kind <> 'url' OR (url IS NOT NULL AND accessed IS NOT NULL AND note IS NOT NULL))
) STRICT;
CREATE INDEX evidence_by_talk ON evidence (talk_id, first_segment) WHERE talk_id IS NOT NULL;

CREATE TABLE reviews (                              -- a second curator confirms or disputes a verdict
  id                INTEGER PRIMARY KEY,
  verdict_id        INTEGER NOT NULL REFERENCES verdicts (id),
  answer            TEXT NOT NULL CHECK (answer IN ('confirm', 'dispute')),
  value             TEXT NOT NULL,                  -- the value this curator would give
  note              TEXT,
  curator           TEXT NOT NULL CHECK (curator <> ''),
  given_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_by_verdict ON reviews (verdict_id, id);

CREATE TABLE anchor_decisions (                     -- what a person said about evidence whose transcript changed
  id                INTEGER PRIMARY KEY,
  evidence_id       INTEGER NOT NULL REFERENCES evidence (id),
  answer            TEXT NOT NULL CHECK (answer IN ('confirmed', 'gone')),
  source_sha256     TEXT NOT NULL,                  -- the transcript version that was read
  first_segment     INTEGER,                        -- the place and its words; null when gone
  last_segment      INTEGER,
  start_ms          INTEGER,
  end_ms            INTEGER,
  words             TEXT,
  prefix            TEXT,
  suffix            TEXT,
  curator           TEXT NOT NULL CHECK (curator <> ''),
  decided_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX anchor_decisions_by_evidence ON anchor_decisions (evidence_id, id);

CREATE TABLE successions (                          -- what a person said about a proposed new wording of a withdrawn claim
  id                INTEGER PRIMARY KEY,
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  successor_id      INTEGER NOT NULL REFERENCES claims (id),
  answer            TEXT NOT NULL CHECK (answer IN ('accepted', 'rejected')),
  curator           TEXT NOT NULL CHECK (curator <> ''),
  decided_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX successions_by_claim ON successions (claim_id, id);
CREATE INDEX successions_by_successor ON successions (successor_id, id);

CREATE TRIGGER verdicts_keep  BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER verdicts_stay  BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER evidence_keeps BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER reviews_keep   BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_stay   BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER anchor_decisions_keep BEFORE UPDATE ON anchor_decisions BEGIN SELECT RAISE(ABORT, 'anchor decisions are append-only'); END;
CREATE TRIGGER anchor_decisions_stay BEFORE DELETE ON anchor_decisions BEGIN SELECT RAISE(ABORT, 'anchor decisions are append-only'); END;
CREATE TRIGGER successions_keep BEFORE UPDATE ON successions BEGIN SELECT RAISE(ABORT, 'successions are append-only'); END;
CREATE TRIGGER successions_stay BEFORE DELETE ON successions BEGIN SELECT RAISE(ABORT, 'successions are append-only'); END;

-- What is in force, one row a claim, kept by triggers only, so that lists can filter and count by it.

CREATE TABLE claim_states (
  claim_id          INTEGER PRIMARY KEY REFERENCES claims (id),
  status            TEXT NOT NULL DEFAULT 'unverified',   -- value of the fidelity question
  verdict_id        INTEGER REFERENCES verdicts (id),     -- null while unverified
  accuracy          TEXT NOT NULL DEFAULT 'not-assessed', -- counts only while status is verified
  accuracy_id       INTEGER REFERENCES verdicts (id),
  disputed          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claim_states_by_status ON claim_states (status, claim_id);
CREATE INDEX claim_states_by_verdict ON claim_states (verdict_id) WHERE verdict_id IS NOT NULL;

CREATE TRIGGER claims_begin_unverified AFTER INSERT ON claims BEGIN
  INSERT INTO claim_states (claim_id) VALUES (new.id);
END;
CREATE TRIGGER fidelity_in_force AFTER INSERT ON verdicts WHEN new.question = 'fidelity' BEGIN
  UPDATE claim_states
  SET status = new.value, verdict_id = CASE new.value WHEN 'unverified' THEN NULL ELSE new.id END, disputed = 0
  WHERE claim_id = new.claim_id;
END;
CREATE TRIGGER accuracy_in_force AFTER INSERT ON verdicts WHEN new.question = 'accuracy' BEGIN
  UPDATE claim_states
  SET accuracy = new.value, accuracy_id = CASE new.value WHEN 'not-assessed' THEN NULL ELSE new.id END
  WHERE claim_id = new.claim_id;
END;
CREATE TRIGGER reviews_in_force AFTER INSERT ON reviews BEGIN
  UPDATE claim_states
  SET disputed = EXISTS (
    SELECT 1 FROM reviews r
    WHERE r.verdict_id = new.verdict_id AND r.answer = 'dispute'
      AND r.id = (SELECT max(l.id) FROM reviews l WHERE l.verdict_id = r.verdict_id AND l.curator = r.curator))
  WHERE verdict_id = new.verdict_id;
END;
CREATE TRIGGER claims_find_successor AFTER INSERT ON successions WHEN new.answer = 'accepted' BEGIN
  UPDATE claims SET successor_id = new.successor_id WHERE id = new.claim_id;
END;

-- The program's own check of each claim: it orders the queue and is never a verdict. A cache, rebuilt when its version is not today's.

CREATE TABLE claim_checks (
  claim_id          INTEGER PRIMARY KEY REFERENCES claims (id),
  version           TEXT NOT NULL,                  -- transcript and checker that it was made with
  triage            INTEGER NOT NULL,               -- 0 a detail was not found, 1 numbers or dates, 2 the rest
  flags             TEXT NOT NULL CHECK (json_valid(flags)), -- details not found or found differently, as the claim writes them
  due               TEXT                            -- last day of the latest date that the claim names, or null
) STRICT;
CREATE INDEX claim_checks_by_due ON claim_checks (due) WHERE due IS NOT NULL;
CREATE INDEX claim_checks_by_triage ON claim_checks (triage, claim_id);
