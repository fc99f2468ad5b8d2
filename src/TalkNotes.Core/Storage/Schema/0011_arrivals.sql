-- Who took which document in, and when: every version of every source, whoever or whatever brought it.

CREATE TABLE arrivals (
  id                INTEGER PRIMARY KEY,
  source_id         INTEGER NOT NULL REFERENCES sources (id),
  path              TEXT NOT NULL,                  -- its path then
  outcome           TEXT NOT NULL CHECK (outcome IN ('added', 'updated', 'reread', 'moved')),
  who               TEXT CHECK (who <> ''),         -- null: taken in before this was recorded
  via               TEXT CHECK (via IN ('local', 'session', 'token', 'proxy', 'command', 'notes', 'folder', 'program')),
  at                INTEGER NOT NULL,
  CHECK ((who IS NULL) = (via IS NULL))
) STRICT;
CREATE INDEX arrivals_by_source ON arrivals (source_id, id);

-- What is here already, as far as it is known when it came; nobody is made up for it.
INSERT INTO arrivals (source_id, path, outcome, at)
SELECT source_id, path, outcome, at FROM (
  SELECT s.id AS source_id, s.path AS path, 'added' AS outcome,
         coalesce((SELECT min(v.taken_in_at) FROM source_versions v WHERE v.source_id = s.id), s.taken_in_at) AS at
  FROM sources s
  UNION ALL
  SELECT s.id, s.path, 'updated', v.replaced_at FROM source_versions v JOIN sources s ON s.id = v.source_id
) ORDER BY at, source_id;

CREATE TRIGGER arrivals_keep BEFORE UPDATE ON arrivals BEGIN SELECT RAISE(ABORT, 'arrivals are append-only'); END;
CREATE TRIGGER arrivals_stay BEFORE DELETE ON arrivals BEGIN SELECT RAISE(ABORT, 'arrivals are append-only'); END;
