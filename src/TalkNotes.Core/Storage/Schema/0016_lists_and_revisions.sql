-- Lists of claims are read in their order by one index each, as far as a page goes; and what searches remember is dropped only
-- by what it holds: words, talks and people, or statuses of claims.

DROP INDEX claims_by_kind;
CREATE INDEX claims_by_kind            ON claims (kind, talk_id, position, id);
DROP INDEX claim_states_by_value;
CREATE INDEX claim_states_by_value     ON claim_states (withdrawn, counts, talk_id, position, claim_id);
CREATE INDEX claim_states_listed       ON claim_states (withdrawn, talk_id, position, claim_id);
DROP INDEX claim_states_disputed;
CREATE INDEX claim_states_disputed     ON claim_states (withdrawn, talk_id, position, claim_id) WHERE disputed;
DROP INDEX claim_states_to_recheck;
CREATE INDEX claim_states_to_recheck   ON claim_states (withdrawn, talk_id, position, claim_id) WHERE recheck IS NOT NULL;
CREATE INDEX speakers_by_name          ON speakers (name);
CREATE INDEX talk_speakers_by_role     ON talk_speakers (role, talk_id, speaker_id) WHERE role IS NOT NULL;

-- revision: anything that pages show. talks_revision: talks and people with their names. passages_revision: passages that are
-- gone (new ones are known by their ids). statuses_revision: what counts of claims; claim_states.changed is its value at the
-- last change of a claim, so that only what changed since is read.
ALTER TABLE search_state ADD COLUMN passages_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE search_state ADD COLUMN statuses_revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE claim_states ADD COLUMN changed INTEGER NOT NULL DEFAULT 0; -- 0: never judged
UPDATE claim_states SET changed = 1 WHERE status <> 'unverified' OR recheck IS NOT NULL;
CREATE INDEX claim_states_changed ON claim_states (changed) WHERE changed > 0;

DROP TRIGGER talks_added;
DROP TRIGGER talks_changed;
DROP TRIGGER talks_removed;
DROP TRIGGER people_added;
DROP TRIGGER people_changed;
DROP TRIGGER people_removed;
DROP TRIGGER aliases_added;
DROP TRIGGER aliases_changed;
DROP TRIGGER aliases_removed;
DROP TRIGGER lists_talk_added;
DROP TRIGGER lists_talk_changed;
DROP TRIGGER lists_talk_removed;
DROP TRIGGER lists_people_changed;
CREATE TRIGGER talks_added     AFTER INSERT ON talks           BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER talks_changed   AFTER UPDATE ON talks           BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER talks_removed   AFTER DELETE ON talks           BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER people_added    AFTER INSERT ON speakers        BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER people_changed  AFTER UPDATE ON speakers        BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER people_removed  AFTER DELETE ON speakers        BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER aliases_added   AFTER INSERT ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER aliases_changed AFTER UPDATE ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;
CREATE TRIGGER aliases_removed AFTER DELETE ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1, talks_revision = talks_revision + 1; END;

DROP TRIGGER passages_gone;
CREATE TRIGGER passages_gone   AFTER DELETE ON passages BEGIN UPDATE search_state SET revision = revision + 1, passages_revision = passages_revision + 1; END;

DROP TRIGGER statuses_change;
CREATE TRIGGER statuses_change AFTER UPDATE OF status, accuracy, disputed, recheck, talk_id, position, withdrawn, triage ON claim_states BEGIN
  UPDATE search_state SET revision = revision + 1;
END;
CREATE TRIGGER statuses_count  AFTER UPDATE OF status, recheck ON claim_states WHEN old.status <> new.status OR old.recheck IS NOT new.recheck BEGIN
  UPDATE search_state SET statuses_revision = statuses_revision + 1;
  UPDATE claim_states SET changed = (SELECT statuses_revision FROM search_state) WHERE claim_id = new.claim_id;
END;
