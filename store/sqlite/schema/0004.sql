-- What is made for every finding is kept with fewer rows: lists of facts in
-- packed parts in the place of four indexes and a row for each actor of a fact,
-- keys and bodies of traits apart, claims in the order in which they come in.
-- All of these follow from the readings, from which they are made anew.
DROP TABLE fact;
DROP TABLE roll;
DROP TABLE sketch;
DROP TABLE claim;

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
  at      INTEGER NOT NULL,            -- store.Place of all that
  nth     INTEGER NOT NULL,
  count   INTEGER NOT NULL,            -- findings
  lead    INTEGER NOT NULL DEFAULT 0   -- row of the fact that it is one with, 0 for none
) STRICT;
CREATE INDEX fact_lead ON fact (lead, kind) WHERE lead <> 0;
CREATE TRIGGER fact_gone AFTER DELETE ON fact WHEN old.lead = 0 AND EXISTS (SELECT 1 FROM tally) BEGIN
  INSERT INTO tally VALUES (old.kind, old.process, old.first / 100, -1) ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER fact_moved AFTER UPDATE OF process, first, lead ON fact
  WHEN old.process <> new.process OR old.first <> new.first OR (old.lead = 0) <> (new.lead = 0) BEGIN
  INSERT INTO tally SELECT old.kind, old.process, old.first / 100, -1 WHERE old.lead = 0 ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO tally SELECT new.kind, new.process, new.first / 100, 1 WHERE new.lead = 0 ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER fact_placed AFTER UPDATE OF process, about, first, last, at, nth ON fact
  WHEN old.at <> new.at OR old.nth <> new.nth OR old.process <> new.process OR old.about <> new.about OR old.first <> new.first OR old.last <> new.last BEGIN
  INSERT OR IGNORE INTO todo VALUES (5, new.n); -- to be listed anew
  UPDATE disagreement SET process = new.process, at = new.at WHERE subject = new.hash;
END;

-- Lists of facts, each in the order of their places: a key for every part, and
-- its entries, packed (roll.go). A part holds what comes from its own key on up
-- to the next. An entry counts only where link and fact say the same: none is
-- ever taken out.
CREATE TABLE roll (
  n    INTEGER PRIMARY KEY,
  key  BLOB NOT NULL UNIQUE,
  body BLOB NOT NULL
) STRICT;

-- record.Trait of an article's findings: the keys by which two of them meet,
-- which are gone through in one go (ties.go) and never looked up one by one,
-- and apart from them what is compared then.
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY,
  keys    BLOB NOT NULL                -- store.EachKey
) STRICT;
CREATE TABLE trait (
  article INTEGER PRIMARY KEY,
  bodies  BLOB NOT NULL                -- packed
) STRICT;

-- record.Claim by what it is about.
CREATE TABLE claim (
  n       INTEGER PRIMARY KEY,
  subject INTEGER NOT NULL,            -- hash
  slot    INTEGER NOT NULL,            -- term
  article INTEGER NOT NULL,
  i       INTEGER NOT NULL,            -- its place in the article
  body    BLOB NOT NULL
) STRICT;
CREATE INDEX claim_subject ON claim (subject, slot);
