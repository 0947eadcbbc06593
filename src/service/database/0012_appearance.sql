-- What an organisation has of its own to be seen by: a name, a colour for light and one for dark, a
-- logo as a PNG. Region 0 is the installation.
CREATE TABLE appearance (
    region INTEGER PRIMARY KEY CHECK (region >= 0),
    name   TEXT,
    light  TEXT,
    dark   TEXT CHECK ((dark IS NULL) = (light IS NULL)),
    logo   BLOB
) STRICT;
