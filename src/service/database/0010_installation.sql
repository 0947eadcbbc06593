-- An organisation that is no longer in the table of municipalities: visitors cannot choose it,
-- while its staff, hours and figures stay.
ALTER TABLE region ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));
