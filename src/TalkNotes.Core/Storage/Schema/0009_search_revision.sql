-- One number that changes whenever talks, people, verdicts in force or what can be found did, so that searches know by
-- one row whether what they remember still holds. New passages are known by their ids.

ALTER TABLE search_state ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER talks_added     AFTER INSERT ON talks           BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER talks_changed   AFTER UPDATE ON talks           BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER talks_removed   AFTER DELETE ON talks           BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER people_added    AFTER INSERT ON speakers        BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER people_changed  AFTER UPDATE ON speakers        BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER people_removed  AFTER DELETE ON speakers        BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER aliases_added   AFTER INSERT ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER aliases_changed AFTER UPDATE ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER aliases_removed AFTER DELETE ON speaker_aliases BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER statuses_added  AFTER INSERT ON claim_states    BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER statuses_change AFTER UPDATE ON claim_states    BEGIN UPDATE search_state SET revision = revision + 1; END;
CREATE TRIGGER passages_gone   AFTER DELETE ON passages        BEGIN UPDATE search_state SET revision = revision + 1; END;
