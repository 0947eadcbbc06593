-- What the organisations decide and who works for them. Times are milliseconds since 1970 in UTC;
-- a time of the day is minutes since 0:00, 1440 for its end.

CREATE TABLE region (
    id   INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 65535),
    name TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE
) STRICT;

-- A former municipality that was split has a row for each of its regions.
CREATE TABLE municipality (
    name   TEXT    NOT NULL,
    region INTEGER NOT NULL REFERENCES region (id),
    kind   TEXT    NOT NULL CHECK (kind IN ('current', 'former', 'alias')),
    PRIMARY KEY (name, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
    region      INTEGER NOT NULL REFERENCES region (id),
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),  -- 0 is Monday
    from_minute INTEGER NOT NULL,
    to_minute   INTEGER NOT NULL CHECK (from_minute < to_minute),
    PRIMARY KEY (region, weekday, from_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_holiday (
    region  INTEGER NOT NULL REFERENCES region (id),
    holiday TEXT    NOT NULL,
    PRIMARY KEY (region, holiday)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
    region      INTEGER NOT NULL REFERENCES region (id),
    from_date   TEXT    NOT NULL,  -- such as 2026-07-06
    from_minute INTEGER NOT NULL,
    to_date     TEXT    NOT NULL,
    to_minute   INTEGER NOT NULL
) STRICT;
CREATE INDEX closure_region ON closure (region);

-- A text of the catalogue in the organisation's own words; region 0 is every region.
CREATE TABLE text (
    key      TEXT    NOT NULL,
    language TEXT    NOT NULL,
    region   INTEGER NOT NULL,
    words    TEXT    NOT NULL,
    PRIMARY KEY (key, language, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    sign_in_name  TEXT NOT NULL UNIQUE,
    shown_name    TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('worker', 'coordinator', 'administrator')),
    region        INTEGER REFERENCES region (id),
    CHECK ((role = 'administrator') = (region IS NULL))
) STRICT;

CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    staff        INTEGER NOT NULL REFERENCES staff (id),
    share        BLOB    NOT NULL CHECK (length(share) = 32),
    shift_public BLOB,
    created      INTEGER NOT NULL,
    last_seen    INTEGER NOT NULL
) STRICT;
CREATE INDEX session_staff ON session (staff);

-- Browsers that somebody signed in with before.
CREATE TABLE device (
    token_hash BLOB    NOT NULL CHECK (length(token_hash) = 32),
    staff      INTEGER NOT NULL REFERENCES staff (id),
    last_used  INTEGER NOT NULL,
    PRIMARY KEY (token_hash, staff)
) STRICT, WITHOUT ROWID;
