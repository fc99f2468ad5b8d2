-- The files of the index beside the database, by range of passages. A search sees in one state of the library which files
-- answer it, and which of their passages are gone; a file that is not there or not sound is made again from the passages.

CREATE TABLE passage_files (
  name              TEXT PRIMARY KEY,                  -- random; the file passages-NAME.idx holds it too
  first_id          INTEGER NOT NULL,                  -- passages from here on
  last_id           INTEGER NOT NULL,                  -- to here, both included
  is_ready          INTEGER NOT NULL                   -- 0 while the file is being made
) STRICT, WITHOUT ROWID;

-- Passages that went since files may hold them. Ids are never used twice.
CREATE TABLE removed_passages (
  id                INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER passages_removed AFTER DELETE ON passages WHEN EXISTS (SELECT 1 FROM passage_files) BEGIN
  INSERT INTO removed_passages (id) VALUES (old.id);
END;
