-- Who may sign in, how they prove it, who was asked to join, and who did what to accounts and
-- settings.

ALTER TABLE staff ADD COLUMN standing TEXT NOT NULL DEFAULT 'active'
    CHECK (standing IN ('active', 'disabled'));

-- When its person last did something with a session; its page's own signs of life do not count.
ALTER TABLE session ADD COLUMN last_active INTEGER NOT NULL DEFAULT 0;

-- Where the time-based codes of somebody come from, and the step of the last one that was used.
CREATE TABLE second_factor (
    staff     INTEGER PRIMARY KEY REFERENCES staff (id),
    secret    BLOB    NOT NULL CHECK (length(secret) = 20),
    last_step INTEGER NOT NULL
) STRICT;

CREATE TABLE recovery_code (
    staff     INTEGER NOT NULL REFERENCES staff (id),
    code_hash BLOB    NOT NULL CHECK (length(code_hash) = 32),
    PRIMARY KEY (staff, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    sign_in_name TEXT    NOT NULL,
    shown_name   TEXT    NOT NULL,
    role         TEXT    NOT NULL CHECK (role IN ('worker', 'coordinator', 'administrator')),
    region       INTEGER REFERENCES region (id),
    until        INTEGER NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'withdrawn')),
    CHECK ((role = 'administrator') = (region IS NULL))
) STRICT;
CREATE UNIQUE INDEX invitation_name ON invitation (sign_in_name) WHERE state = 'open';

-- Names as they were then: an entry stays true when an account changes. No region: the installation.
CREATE TABLE audit (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    staff  INTEGER REFERENCES staff (id),
    who    TEXT    NOT NULL,
    region INTEGER REFERENCES region (id),
    what   TEXT    NOT NULL,
    about  TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_region ON audit (region);
CREATE INDEX audit_at ON audit (at);
