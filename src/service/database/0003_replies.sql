-- Canned replies: a worker's own, and those of a region. A region without a row in reply_set has
-- never decided on its replies and has the program's.
CREATE TABLE own_reply (
    staff INTEGER NOT NULL REFERENCES staff (id),
    id    BLOB    NOT NULL CHECK (length(id) = 16),
    name  TEXT    NOT NULL,
    words TEXT    NOT NULL,
    PRIMARY KEY (staff, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_set (
    region INTEGER PRIMARY KEY REFERENCES region (id)
) STRICT;

CREATE TABLE shared_reply (
    region INTEGER NOT NULL REFERENCES reply_set (region),
    place  INTEGER NOT NULL,
    name   TEXT    NOT NULL,
    words  TEXT    NOT NULL,
    PRIMARY KEY (region, place)
) STRICT, WITHOUT ROWID;
