-- The anonymous registration of advices. Never a conversation, never a time. Tables without a rowid,
-- named at random: not even the order in which registrations were made is kept.
CREATE TABLE registration (
    id       BLOB    PRIMARY KEY CHECK (length(id) = 16),
    month    TEXT    NOT NULL,  -- such as 2026-07
    region   INTEGER NOT NULL REFERENCES region (id),
    edition  TEXT    NOT NULL,
    duration TEXT    NOT NULL,
    -- Only until the day is over.
    day      TEXT,
    staff    INTEGER REFERENCES staff (id),
    CHECK ((day IS NULL) = (staff IS NULL)),
    CHECK (day IS NULL OR substr(day, 1, 7) = month)
) STRICT, WITHOUT ROWID;
CREATE INDEX registration_region ON registration (region, month);
CREATE INDEX registration_staff ON registration (staff, day) WHERE staff IS NOT NULL;

CREATE TABLE registration_code (
    registration BLOB NOT NULL REFERENCES registration (id) ON DELETE CASCADE ON UPDATE CASCADE,
    list         TEXT NOT NULL,
    code         TEXT NOT NULL,
    PRIMARY KEY (registration, list, code)
) STRICT, WITHOUT ROWID;

-- How many advices a worker has yet to register today, of each kind.
CREATE TABLE owed_advice (
    staff    INTEGER NOT NULL REFERENCES staff (id),
    day      TEXT    NOT NULL,
    region   INTEGER NOT NULL REFERENCES region (id),
    duration TEXT    NOT NULL,
    number   INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (staff, day, region, duration)
) STRICT, WITHOUT ROWID;
