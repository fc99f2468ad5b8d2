-- Whether a verdict in force still stands on what it was given on. It stops counting in the same transaction in which its
-- transcript changes, and counts again once its words were found; what people recorded is not touched by this.

ALTER TABLE claim_states ADD COLUMN recheck TEXT CHECK (recheck IN ('evidence', 'search')); -- null: it holds; else why a person must look again
ALTER TABLE claim_states ADD COLUMN recheck_version TEXT;        -- talk and names that this was worked out with; null: not yet
ALTER TABLE claim_states ADD COLUMN counts TEXT NOT NULL         -- the value that lists show, filter and count: none while a person must look again
  GENERATED ALWAYS AS (CASE WHEN recheck IS NULL THEN status ELSE 'unverified' END) VIRTUAL;

DROP INDEX claim_states_by_status;
CREATE INDEX claim_states_by_value ON claim_states (counts, claim_id);
CREATE INDEX claim_states_to_recheck ON claim_states (claim_id) WHERE recheck IS NOT NULL;

DROP TRIGGER fidelity_in_force;
CREATE TRIGGER fidelity_in_force AFTER INSERT ON verdicts WHEN new.question = 'fidelity' BEGIN
  UPDATE claim_states
  SET status = new.value, verdict_id = CASE new.value WHEN 'unverified' THEN NULL ELSE new.id END, disputed = 0,
      recheck = NULL, recheck_version = NULL
  WHERE claim_id = new.claim_id;
END;

-- Another version of a transcript, or another transcript: nothing that rests on its words counts until it was looked up.
CREATE TRIGGER transcripts_suspend AFTER UPDATE OF sha256, format, format_revision ON sources
WHEN EXISTS (SELECT 1 FROM talks WHERE transcript_id = new.id) BEGIN
  UPDATE claim_states SET recheck = 'evidence', recheck_version = NULL
  WHERE claim_id IN (SELECT id FROM claims WHERE talk_id = new.talk_id)
    AND EXISTS (SELECT 1 FROM evidence e WHERE e.verdict_id = claim_states.verdict_id AND e.kind = 'segments');
END;
CREATE TRIGGER talks_suspend AFTER UPDATE OF transcript_id ON talks WHEN old.transcript_id IS NOT new.transcript_id BEGIN
  UPDATE claim_states SET recheck = 'evidence', recheck_version = NULL
  WHERE claim_id IN (SELECT id FROM claims WHERE talk_id = new.id)
    AND EXISTS (SELECT 1 FROM evidence e WHERE e.verdict_id = claim_states.verdict_id AND e.kind = 'segments');
END;
CREATE TRIGGER claims_suspend AFTER UPDATE OF talk_id ON claims WHEN old.talk_id <> new.talk_id BEGIN
  UPDATE claim_states SET recheck = 'evidence', recheck_version = NULL
  WHERE claim_id = new.id AND EXISTS (SELECT 1 FROM evidence e WHERE e.verdict_id = claim_states.verdict_id AND e.kind = 'segments');
END;

-- What a person said about changed evidence, and evidence of an earlier version that an undo brings back.
CREATE TRIGGER decisions_look_again AFTER INSERT ON anchor_decisions BEGIN
  UPDATE claim_states SET recheck_version = NULL
  WHERE verdict_id = (SELECT verdict_id FROM evidence WHERE id = new.evidence_id);
END;
