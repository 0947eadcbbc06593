-- How often something happened in a region on a day. Never with an hour, never with a conversation.
CREATE TABLE count (
    region INTEGER NOT NULL REFERENCES region (id),
    day    TEXT    NOT NULL,  -- such as 2026-07-06
    what   TEXT    NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (region, day, what)
) STRICT, WITHOUT ROWID;
