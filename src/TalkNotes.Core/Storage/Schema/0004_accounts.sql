-- Who may read and write, and who wrote. Secrets are kept as hashes only.

CREATE TABLE accounts (                             -- never deleted: the history names them
  id                INTEGER PRIMARY KEY,
  name              TEXT NOT NULL CHECK (name <> ''),  -- as it stands beside verdicts
  key               TEXT NOT NULL UNIQUE,           -- the name in capitals, so that Ines and ines are one
  role              TEXT NOT NULL CHECK (role IN ('reader', 'curator', 'administrator')),
  password_hash     TEXT,                           -- null: comes in by token or through a trusted proxy only
  stamp             TEXT NOT NULL,                  -- changes with password, role and removal, which ends every session
  failed_count      INTEGER NOT NULL DEFAULT 0,     -- wrong passwords in a row
  locked_until      INTEGER,
  added_at          INTEGER NOT NULL,
  removed_at        INTEGER                         -- null while it may come in
) STRICT;

CREATE TABLE api_tokens (
  id                INTEGER PRIMARY KEY,
  account_id        INTEGER NOT NULL REFERENCES accounts (id),
  label             TEXT NOT NULL,                  -- what it is for
  hash              TEXT NOT NULL UNIQUE,           -- SHA-256 of the token, which is random and shown once
  made_at           INTEGER NOT NULL,
  expires_at        INTEGER NOT NULL,
  used_at           INTEGER,                        -- last use, to the hour
  revoked_at        INTEGER
) STRICT;
CREATE INDEX api_tokens_by_account ON api_tokens (account_id, id);

CREATE TABLE acts (                                 -- everything that somebody wrote through the site or did to accounts
  id                INTEGER PRIMARY KEY,
  at                INTEGER NOT NULL,
  who               TEXT NOT NULL CHECK (who <> ''),
  via               TEXT NOT NULL CHECK (via IN ('local', 'session', 'token', 'proxy', 'command')),
  what              TEXT NOT NULL                   -- method and address, without words of documents or secrets
) STRICT;

CREATE TRIGGER accounts_stay BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'accounts are removed by a date, the history names them'); END;
CREATE TRIGGER acts_keep BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
CREATE TRIGGER acts_stay BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
