-- Accounts of people, and what lets them in. Times are Unix seconds. What a
-- browser or a program holds is kept as its SHA-256 only: it is 256 random bits.

CREATE TABLE account (
  n INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,          -- the name, folded
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reader', 'coder', 'adjudicator', 'admin')),
  password TEXT NOT NULL,            -- $argon2id$v=19$m=…,t=…,p=…$salt$hash
  locked INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0    -- last login
) STRICT;

CREATE TABLE session (
  id BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  made INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

CREATE TABLE token (
  id BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  label TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reader', 'coder', 'adjudicator', 'admin')),
  made INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, label)
) STRICT, WITHOUT ROWID;

-- What was done. Lines are only ever added.
CREATE TABLE log (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,                 -- '' where nobody had logged in
  what TEXT NOT NULL,
  detail TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_unchanged BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'lines of the log are not changed'); END;
CREATE TRIGGER log_kept BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'lines of the log are not taken away'); END;

CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
