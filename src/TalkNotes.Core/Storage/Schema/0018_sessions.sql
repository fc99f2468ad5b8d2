-- Who is signed in: a session holds as long as its row stands here. Signing out, a new password or role, and time take the row away.
CREATE TABLE sessions (
  id                INTEGER PRIMARY KEY,
  account_id        INTEGER NOT NULL REFERENCES accounts (id),
  hash              TEXT NOT NULL UNIQUE,           -- SHA-256 of what the cookie holds, which is random
  stamp             TEXT NOT NULL,                  -- the account's when it began: another one ends it
  began_at          INTEGER NOT NULL,
  used_at           INTEGER NOT NULL                -- last use, to ten minutes
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id, id);
