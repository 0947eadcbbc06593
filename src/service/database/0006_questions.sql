-- What visitors are asked before the chat, as JSON. Region 0 is every region that has no row of its
-- own; without that row the program's own questions are asked.
CREATE TABLE question_set (
    region    INTEGER PRIMARY KEY CHECK (region >= 0),
    questions TEXT NOT NULL
) STRICT;
