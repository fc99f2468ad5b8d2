-- What the program found for the claims of a talk, so that a claim's page does not rank the transcript again: derived, never a
-- verdict. Written with the checks of its claims, answers only while its version is today's, and can be deleted at any time.
CREATE TABLE evidence_results (
  talk_id           INTEGER PRIMARY KEY REFERENCES talks (id) ON DELETE CASCADE,
  version           TEXT NOT NULL,                  -- of the words, the claims, the talk's header and the ranking
  results           BLOB NOT NULL                   -- a list of results as JSON, deflated
) STRICT;
