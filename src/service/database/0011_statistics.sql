-- Counts without a reference to the region: 0 is for what happened before a region was chosen.
CREATE TABLE count_anywhere (
    region INTEGER NOT NULL CHECK (region >= 0),
    day    TEXT    NOT NULL,  -- such as 2026-07-06; of what is older than two years, the first of the month
    what   TEXT    NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (region, day, what)
) STRICT, WITHOUT ROWID;
INSERT INTO count_anywhere SELECT region, day, what, number FROM count;
DROP TABLE count;
ALTER TABLE count_anywhere RENAME TO count;

-- How often something happened in an hour of the week, over a whole quarter. Never with a date.
CREATE TABLE count_by_hour (
    region  INTEGER NOT NULL CHECK (region >= 0),
    quarter TEXT    NOT NULL,  -- such as 2026-q3
    hour    INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 167),  -- from Monday 0:00 on
    what    TEXT    NOT NULL,
    number  INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (region, quarter, hour, what)
) STRICT, WITHOUT ROWID;

-- Up to which place in the desk's stream everything is counted: what is read again is not counted again.
CREATE TABLE counted (
    stream  TEXT    NOT NULL PRIMARY KEY CHECK (stream = 'desk'),
    through INTEGER NOT NULL CHECK (through >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO counted VALUES ('desk', 0);
