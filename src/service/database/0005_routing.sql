-- Who helps whom out.

-- The workers of `backup` may help the visitors of `region`, once those agree.
CREATE TABLE backup (
    region INTEGER NOT NULL REFERENCES region (id),
    backup INTEGER NOT NULL REFERENCES region (id),
    PRIMARY KEY (region, backup),
    CHECK (region <> backup)
) STRICT, WITHOUT ROWID;

-- The regions that somebody works for beside the own one.
CREATE TABLE staff_region (
    staff  INTEGER NOT NULL REFERENCES staff (id),
    region INTEGER NOT NULL REFERENCES region (id),
    PRIMARY KEY (staff, region)
) STRICT, WITHOUT ROWID;
