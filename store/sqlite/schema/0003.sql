-- Lists are read in parts: every order that a question may ask for has an index
-- that ends in the place of the fact, so that a part costs what it shows.

-- The word of facts outside any talks is term 0, in every record.
UPDATE fact SET process = 0 WHERE process = (SELECT n FROM term WHERE word = '');
UPDATE tie SET reason = 0 WHERE reason = (SELECT n FROM term WHERE word = '');
DELETE FROM term WHERE word = '';
INSERT INTO term (n, word) VALUES (0, '');

-- The place of a fact in the order of its kind (store.Place): first by the day
-- it speaks of (unknown last), ordinal and day of its article, then by article
-- and place therein.
DROP INDEX fact_kind;
DROP INDEX fact_about;
ALTER TABLE fact ADD COLUMN count INTEGER NOT NULL DEFAULT 1; -- its findings
ALTER TABLE fact ADD COLUMN at INTEGER GENERATED ALWAYS AS (
  (iif(first <= 0 OR first >= 99999999, 4194303, first / 10000 * 372 + first / 100 % 100 * 31 + first % 100) << 34)
  | (min(max(ordinal, 0), 4095) << 22)
  | iif(day <= 0 OR day >= 99999999, 4194303, day / 10000 * 372 + day / 100 % 100 * 31 + day % 100)) VIRTUAL;
ALTER TABLE fact ADD COLUMN nth INTEGER GENERATED ALWAYS AS (((key >> 16) << 18) | min(seq, 262143)) VIRTUAL;
CREATE INDEX fact_order ON fact (kind, at, nth);
CREATE INDEX fact_talks ON fact (process, kind, at, nth);
CREATE INDEX fact_about ON fact (about, kind, at, nth) WHERE about <> 0;
CREATE INDEX fact_long ON fact (kind, at, nth) WHERE last > first;

-- The findings of a fact in the order of evidence: day and key are those of the article.
CREATE TABLE found (
  fact    INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  key     INTEGER NOT NULL,
  article INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  PRIMARY KEY (fact, day, key, article, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO found SELECT f.fact, iif(length(a.day) = 10, CAST(replace(a.day, '-', '') AS INTEGER), 99999999), a.key, f.article, f.seq
  FROM finding f JOIN article a ON a.n = f.article;
DROP TABLE finding;
ALTER TABLE found RENAME TO finding;
UPDATE fact SET count = (SELECT count(*) FROM finding WHERE fact = n);

-- Which actor has which part in which fact.
CREATE TABLE linked (
  fact  INTEGER NOT NULL,
  actor INTEGER NOT NULL,              -- hash of an actor
  part  INTEGER NOT NULL,              -- term
  PRIMARY KEY (fact, actor, part)
) STRICT, WITHOUT ROWID;
INSERT INTO linked SELECT fact, actor, part FROM link ORDER BY 1, 2, 3;
DROP TABLE link;
ALTER TABLE linked RENAME TO link;

-- The facts of each actor in their order, made at the end of a build. A row
-- counts only where link and fact say the same: none is ever taken out.
CREATE TABLE roll (
  actor INTEGER NOT NULL,
  kind  INTEGER NOT NULL,
  at    INTEGER NOT NULL,
  nth   INTEGER NOT NULL,
  fact  INTEGER NOT NULL,
  PRIMARY KEY (actor, kind, at, nth, fact)
) STRICT, WITHOUT ROWID;

-- How many facts of a kind are of which talks and month (203105; 0 unknown).
-- The writer adds what is new, triggers what changes.
CREATE TABLE tally (
  kind    INTEGER NOT NULL,
  process INTEGER NOT NULL,
  month   INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  PRIMARY KEY (kind, process, month)
) STRICT, WITHOUT ROWID;
INSERT INTO tally SELECT kind, process, first / 100, count(*) FROM fact WHERE lead = 0 GROUP BY 1, 2, 3;
CREATE TRIGGER fact_gone AFTER DELETE ON fact WHEN old.lead = 0 AND EXISTS (SELECT 1 FROM tally) BEGIN
  INSERT INTO tally VALUES (old.kind, old.process, old.first / 100, -1) ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER fact_moved AFTER UPDATE OF process, first, lead ON fact
  WHEN old.process <> new.process OR old.first <> new.first OR (old.lead = 0) <> (new.lead = 0) BEGIN
  INSERT INTO tally SELECT old.kind, old.process, old.first / 100, -1 WHERE old.lead = 0 ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO tally SELECT new.kind, new.process, new.first / 100, 1 WHERE new.lead = 0 ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- A disagreement has the talks and place of what it is about, and the first and
-- last day on which something was claimed; the widest where it has not been
-- weighed since.
ALTER TABLE disagreement ADD COLUMN process INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disagreement ADD COLUMN at INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE disagreement ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disagreement ADD COLUMN last INTEGER NOT NULL DEFAULT 99999999;
UPDATE disagreement SET (process, at) = (SELECT f.process, f.at FROM fact f WHERE f.hash = subject) WHERE subject IN (SELECT hash FROM fact);
CREATE INDEX disagreement_order ON disagreement (at, hash, first, last);
CREATE INDEX disagreement_talks ON disagreement (process, at, hash, first, last);
CREATE TRIGGER disagreement_made AFTER INSERT ON disagreement BEGIN
  UPDATE disagreement SET (process, at) = (SELECT f.process, f.at FROM fact f WHERE f.hash = new.subject)
    WHERE hash = new.hash AND new.subject IN (SELECT hash FROM fact);
END;
CREATE TRIGGER fact_placed AFTER UPDATE OF process, ordinal, first, day, key, seq ON fact
  WHEN new.kind <> 0 AND (old.process <> new.process OR old.at <> new.at OR old.nth <> new.nth) BEGIN
  INSERT OR IGNORE INTO todo VALUES (5, new.n); -- to be listed anew
  UPDATE disagreement SET process = new.process, at = new.at WHERE subject = new.hash;
END;

CREATE INDEX article_day ON article (day, key);
CREATE INDEX article_reader ON article (reader);
