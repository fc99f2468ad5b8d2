-- Searches that people keep by name, each with an address of its own for good. Append-only: taking one away is a row of its
-- own, and so is bringing it back; its address answers all the while.

CREATE TABLE saved_searches (
  id                INTEGER PRIMARY KEY,
  slug              TEXT NOT NULL UNIQUE,           -- /searches/{slug}
  name              TEXT NOT NULL CHECK (name <> ''),
  asked             TEXT NOT NULL CHECK (asked LIKE '?%'), -- the query of /search
  curator           TEXT NOT NULL CHECK (curator <> ''),
  saved_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_searches_by_query ON saved_searches (asked);

CREATE TABLE saved_search_acts (
  id                INTEGER PRIMARY KEY,
  saved_search_id   INTEGER NOT NULL REFERENCES saved_searches (id),
  act               TEXT NOT NULL CHECK (act IN ('removed', 'restored')),
  curator           TEXT NOT NULL CHECK (curator <> ''),
  at                INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_search_acts_by_search ON saved_search_acts (saved_search_id, id);

CREATE TRIGGER saved_searches_keep BEFORE UPDATE ON saved_searches BEGIN SELECT RAISE(ABORT, 'saved searches are append-only'); END;
CREATE TRIGGER saved_searches_stay BEFORE DELETE ON saved_searches BEGIN SELECT RAISE(ABORT, 'saved searches are append-only'); END;
CREATE TRIGGER saved_search_acts_keep BEFORE UPDATE ON saved_search_acts BEGIN SELECT RAISE(ABORT, 'what people did is append-only'); END;
CREATE TRIGGER saved_search_acts_stay BEFORE DELETE ON saved_search_acts BEGIN SELECT RAISE(ABORT, 'what people did is append-only'); END;
