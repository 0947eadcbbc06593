-- One table of the journal; {stream_table} is the desk's, or one of the 256 that conversations are
-- spread over by the first byte of their id.
--
-- A stream's rows are its entries. After a compaction the first of them is its snapshot, in the
-- place of the last entry that it replaces. No row names another table and no trigger watches:
-- only then does SQLite empty a table page by page, which is how an erased stream is overwritten.
CREATE TABLE {stream_table} (
    stream   BLOB    NOT NULL,  -- 16 bytes; empty for the desk
    seq      INTEGER NOT NULL,
    at       INTEGER NOT NULL,  -- milliseconds since 1970 in UTC
    id       BLOB,              -- the message's, unique within the stream
    snapshot INTEGER NOT NULL,  -- 1 for a snapshot, 0 for an entry
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX {stream_table}_id ON {stream_table} (stream, id) WHERE id IS NOT NULL;
