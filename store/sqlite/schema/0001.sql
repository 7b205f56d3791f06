-- Primary: articles, their copies, readings, decisions. Derived: the rest.
-- Packed values: the first byte says how (0 plain, 1 deflate).

CREATE TABLE article (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,      -- sha256:… of the raw bytes
  path      TEXT NOT NULL,
  url       TEXT NOT NULL,
  canonical TEXT NOT NULL,
  outlet    TEXT NOT NULL,
  author    TEXT NOT NULL,
  title     TEXT NOT NULL,             -- told by metadata
  format    TEXT NOT NULL,
  language  TEXT NOT NULL,
  retrieved TEXT NOT NULL,             -- RFC 3339
  given       TEXT NOT NULL,           -- EDTF, as it came with the article
  given_basis TEXT NOT NULL,
  reader    TEXT NOT NULL,             -- version of the current reading
  headline  TEXT NOT NULL,             -- found in the text
  published TEXT NOT NULL,             -- EDTF, of the current reading
  basis     TEXT NOT NULL,
  day       TEXT NOT NULL,             -- of published; '~', after all days, where unknown
  key       INTEGER NOT NULL,          -- of id: with day, the order of evidence
  text      BLOB NOT NULL,             -- packed
  raw       BLOB                       -- packed; NULL where text is all there was
) STRICT;

-- Where else the same bytes were found.
CREATE TABLE copy (
  article INTEGER NOT NULL REFERENCES article(n) ON DELETE CASCADE,
  given   TEXT NOT NULL,
  url     TEXT NOT NULL,
  outlet  TEXT NOT NULL,
  author  TEXT NOT NULL,
  title   TEXT NOT NULL,
  path    TEXT NOT NULL,
  PRIMARY KEY (article, given, url, outlet, author, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  article INTEGER NOT NULL REFERENCES article(n) ON DELETE CASCADE,
  reader  TEXT NOT NULL,
  body    BLOB NOT NULL,               -- packed public JSON, mahdar.reading/1
  PRIMARY KEY (article, reader)
) STRICT;

CREATE TABLE decision (
  n    INTEGER PRIMARY KEY,
  at   TEXT NOT NULL,                  -- RFC 3339
  who  TEXT NOT NULL,
  fact TEXT NOT NULL,
  verb TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER decision_fixed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;

-- A fact shows its earliest finding: the one of the least (day, key, seq).
CREATE TABLE fact (
  n       INTEGER PRIMARY KEY,
  hash    INTEGER NOT NULL UNIQUE,     -- record.ID without its kind
  kind    INTEGER NOT NULL,            -- record.Kind
  process TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  first   TEXT NOT NULL,               -- days
  last    TEXT NOT NULL,
  label   TEXT NOT NULL,
  about   INTEGER NOT NULL,            -- hash of a meeting, 0 for none
  count   INTEGER NOT NULL,            -- findings
  day     TEXT NOT NULL,               -- of the earliest finding's article
  key     INTEGER NOT NULL,
  seq     INTEGER NOT NULL             -- its place in the article
) STRICT;
CREATE INDEX fact_kind ON fact (kind, process, first);
CREATE INDEX fact_about ON fact (about) WHERE about <> 0;

CREATE TABLE finding (
  article INTEGER NOT NULL REFERENCES article(n) ON DELETE CASCADE,
  seq     INTEGER NOT NULL,
  fact    INTEGER NOT NULL REFERENCES fact(n),
  about   INTEGER NOT NULL,
  body    BLOB NOT NULL,               -- record.EncodeBody
  PRIMARY KEY (article, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_fact ON finding (fact);

-- Which actor has which part in which fact, and how many findings say so.
CREATE TABLE link (
  actor INTEGER NOT NULL,              -- hash of an actor
  fact  INTEGER NOT NULL REFERENCES fact(n) ON DELETE CASCADE,
  part  TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (actor, fact, part)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (text, content = '', columnsize = 0, tokenize = 'mahdar');
