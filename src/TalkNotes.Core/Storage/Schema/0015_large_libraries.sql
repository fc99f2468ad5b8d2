-- What lets pages and imports take as long with ten thousand talks as with ten: what lists sort and count by stands in one
-- row a claim, kept by triggers; every question about one thing finds it by an index.

ALTER TABLE claim_states ADD COLUMN talk_id   INTEGER NOT NULL DEFAULT 0; -- as in claims
ALTER TABLE claim_states ADD COLUMN position  INTEGER NOT NULL DEFAULT 0; -- as in claims
ALTER TABLE claim_states ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0; -- 1 while no source makes the claim
ALTER TABLE claim_states ADD COLUMN triage    INTEGER NOT NULL DEFAULT 2; -- as in claim_checks; the rest while it is not checked
UPDATE claim_states SET
  (talk_id, position, withdrawn) = (SELECT c.talk_id, c.position, c.withdrawn_at IS NOT NULL FROM claims c WHERE c.id = claim_states.claim_id),
  triage = coalesce((SELECT k.triage FROM claim_checks k WHERE k.claim_id = claim_states.claim_id), 2);

DROP TRIGGER claims_begin_unverified;
CREATE TRIGGER claims_begin_unverified AFTER INSERT ON claims BEGIN
  INSERT INTO claim_states (claim_id, talk_id, position, withdrawn) VALUES (new.id, new.talk_id, new.position, new.withdrawn_at IS NOT NULL);
END;
CREATE TRIGGER claims_move AFTER UPDATE OF talk_id, position, withdrawn_at ON claims
WHEN old.talk_id <> new.talk_id OR old.position <> new.position OR (old.withdrawn_at IS NULL) <> (new.withdrawn_at IS NULL) BEGIN
  UPDATE claim_states SET talk_id = new.talk_id, position = new.position, withdrawn = new.withdrawn_at IS NOT NULL WHERE claim_id = new.id;
END;
CREATE TRIGGER checks_added   AFTER INSERT ON claim_checks BEGIN UPDATE claim_states SET triage = new.triage WHERE claim_id = new.claim_id; END;
CREATE TRIGGER checks_changed AFTER UPDATE ON claim_checks BEGIN UPDATE claim_states SET triage = new.triage WHERE claim_id = new.claim_id; END;

CREATE TRIGGER successors_change AFTER UPDATE OF successor_id ON claims BEGIN UPDATE search_state SET revision = revision + 1; END;

CREATE INDEX claim_states_in_order  ON claim_states (withdrawn, counts, triage, talk_id, position, claim_id);
CREATE INDEX claim_states_of_talk   ON claim_states (talk_id, withdrawn, counts);
CREATE INDEX claim_states_disputed  ON claim_states (claim_id) WHERE disputed;
CREATE INDEX claim_states_unsettled ON claim_states (claim_id) WHERE verdict_id IS NOT NULL AND recheck_version IS NULL;
CREATE INDEX claims_by_first_sight  ON claims (first_seen_at, id);
CREATE INDEX claims_by_attribution  ON claims (attributed_to) WHERE attributed_to IS NOT NULL;
CREATE INDEX claims_by_successor    ON claims (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX claims_withdrawn       ON claims (talk_id, position, id) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX talks_by_any_date      ON talks (coalesce(published, transcribed, retrieved), id);
CREATE INDEX talks_by_change        ON talks (changed_at, id);
CREATE INDEX talks_by_transcript    ON talks (transcript_id) WHERE transcript_id IS NOT NULL;
CREATE INDEX talks_merged           ON talks (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX speaker_aliases_by_speaker ON speaker_aliases (speaker_id);
CREATE INDEX speakers_merged        ON speakers (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX sources_by_arrival     ON sources (taken_in_at, id);
CREATE INDEX sources_unsketched     ON sources (id) WHERE sketch_size IS NULL;

-- Stems by which a claim is known among others: finds claims of other talks that say something like it.
CREATE TABLE claim_words (
  claim_id          INTEGER NOT NULL REFERENCES claims (id),
  word              TEXT NOT NULL,
  PRIMARY KEY (claim_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_words_by_word ON claim_words (word, claim_id);

-- Transcripts that may be of one talk: how many runs of words of their sketches are the same. Written with the
-- sketch of the later one, since comparing all with all takes longer with every talk.
CREATE TABLE sketch_pairs (
  source_id         INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  other_id          INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE, -- the lower id
  shared            INTEGER NOT NULL,
  PRIMARY KEY (source_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_pairs_by_other ON sketch_pairs (other_id, source_id);
ALTER TABLE sources ADD COLUMN is_paired INTEGER NOT NULL DEFAULT 0 CHECK (is_paired IN (0, 1)); -- whether its pairs were worked out
CREATE INDEX sources_unpaired ON sources (id) WHERE sketch_size > 0 AND is_paired = 0;

-- A number that changes with talks and people alone, so that what was read of them is not read again after each verdict.
ALTER TABLE search_state ADD COLUMN talks_revision INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER lists_talk_added     AFTER INSERT ON talks    BEGIN UPDATE search_state SET talks_revision = talks_revision + 1; END;
CREATE TRIGGER lists_talk_changed   AFTER UPDATE ON talks    BEGIN UPDATE search_state SET talks_revision = talks_revision + 1; END;
CREATE TRIGGER lists_talk_removed   AFTER DELETE ON talks    BEGIN UPDATE search_state SET talks_revision = talks_revision + 1; END;
CREATE TRIGGER lists_people_changed AFTER UPDATE ON speakers BEGIN UPDATE search_state SET talks_revision = talks_revision + 1; END;
