-- Facts are kept by what tells them apart and where they stand; what findings
-- say is read from the readings, where it is kept already. Words that repeat
-- (kinds of talks, labels, slots) are numbers of table term, days are numbers
-- (20310504; 0 where unknown; as a day of publication 99999999).
DROP TABLE link;
DROP TABLE finding;
DROP TABLE fact;
DROP TABLE words;

CREATE TABLE term (
  n    INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- A fact shows its earliest finding: the one of the least (day, key, seq).
-- Facts that ties make one have the row of the least of their hashes as lead.
CREATE TABLE fact (
  n       INTEGER PRIMARY KEY,
  hash    INTEGER NOT NULL UNIQUE,     -- record.ID without its kind
  kind    INTEGER NOT NULL,            -- record.Kind
  process INTEGER NOT NULL,            -- term
  ordinal INTEGER NOT NULL,
  first   INTEGER NOT NULL,            -- days
  last    INTEGER NOT NULL,
  about   INTEGER NOT NULL,            -- hash of a meeting, 0 for none
  day     INTEGER NOT NULL,            -- of the earliest finding's article
  key     INTEGER NOT NULL,
  seq     INTEGER NOT NULL,            -- its place in the article
  lead    INTEGER NOT NULL DEFAULT 0   -- row of the fact that it is one with, 0 for none
) STRICT;
CREATE INDEX fact_kind ON fact (kind, process, first);
CREATE INDEX fact_about ON fact (about) WHERE about <> 0;
CREATE INDEX fact_lead ON fact (lead, kind) WHERE lead <> 0;

CREATE TABLE finding (
  fact    INTEGER NOT NULL,
  article INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  PRIMARY KEY (fact, article, seq)
) STRICT, WITHOUT ROWID;

-- Which actor has which part in which fact.
CREATE TABLE link (
  actor INTEGER NOT NULL,              -- hash of an actor
  fact  INTEGER NOT NULL,
  part  INTEGER NOT NULL,              -- term
  PRIMARY KEY (actor, fact, part)
) STRICT, WITHOUT ROWID;

-- record.Trait of an article's findings: 18 bytes a key (key, hash of the fact,
-- place of the finding; big endian), and the bodies, packed. They are gone
-- through in one go (ties.go), never looked up one by one.
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY,
  keys    BLOB NOT NULL,
  bodies  BLOB NOT NULL
) STRICT;

-- record.Tie between the rows of two facts of one kind, each way.
CREATE TABLE tie (
  a      INTEGER NOT NULL,
  b      INTEGER NOT NULL,
  same   INTEGER NOT NULL,
  reason INTEGER NOT NULL,             -- term
  detail TEXT NOT NULL,
  PRIMARY KEY (a, b, same, reason, detail)
) STRICT, WITHOUT ROWID;

-- record.Claim by what it is about.
CREATE TABLE claim (
  subject INTEGER NOT NULL,            -- hash
  slot    INTEGER NOT NULL,            -- term
  article INTEGER NOT NULL,
  i       INTEGER NOT NULL,            -- its place in the article
  body    BLOB NOT NULL,
  PRIMARY KEY (subject, slot, article, i)
) STRICT, WITHOUT ROWID;

CREATE TABLE disagreement (
  hash    INTEGER PRIMARY KEY,
  subject INTEGER NOT NULL,            -- hash under which its claims were weighed
  body    BLOB NOT NULL
) STRICT;
CREATE INDEX disagreement_subject ON disagreement (subject);

-- record.Clue of articles, and the record.Bound that follow for those without a day.
CREATE TABLE clue (
  article INTEGER NOT NULL,
  i       INTEGER NOT NULL,
  body    BLOB NOT NULL,
  PRIMARY KEY (article, i)
) STRICT, WITHOUT ROWID;
CREATE TABLE bound (
  article INTEGER PRIMARY KEY,
  body    BLOB NOT NULL
) STRICT;

-- What must still be brought up to date: facts that lost a finding (1), facts
-- whose ties changed (2), subjects whose claims changed (3), clues (4).
CREATE TABLE todo (
  what INTEGER NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (what, n)
) STRICT, WITHOUT ROWID;

-- Small things that go with the record: what a watcher remembers of feeds.
CREATE TABLE note (
  key  TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_fact ON decision (fact);

CREATE VIRTUAL TABLE words USING fts5 (text, content = '', columnsize = 0, detail = none, tokenize = 'mahdar');
