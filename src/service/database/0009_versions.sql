-- How often something that coordinators edit was changed. What has no row never was: version 0.
-- Region 0 is every region.
CREATE TABLE version (
    thing  TEXT    NOT NULL,
    region INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (thing, region)
) STRICT, WITHOUT ROWID;
