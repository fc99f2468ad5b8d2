-- Where evidence of a verdict in force stands in today's transcript, where that is not where it was recorded: worked out with
-- claim_states.recheck, so that lists can lead to the words. Only what holds has a place.

CREATE TABLE evidence_places (
  evidence_id       INTEGER PRIMARY KEY REFERENCES evidence (id),
  first_segment     INTEGER NOT NULL,
  last_segment      INTEGER NOT NULL,
  start_ms          INTEGER,
  end_ms            INTEGER
) STRICT;

-- Verdicts that were settled before there was this table are looked at once more.
UPDATE claim_states SET recheck_version = NULL WHERE verdict_id IS NOT NULL;
