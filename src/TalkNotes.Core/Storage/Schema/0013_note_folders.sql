-- Where the notes of a folder link to: the address under which the library is read by those who read the notes.

CREATE TABLE note_folders (
  folder            TEXT PRIMARY KEY,               -- full path
  site              TEXT NOT NULL CHECK (site LIKE 'http%') -- scheme and host, without a slash at the end
) STRICT, WITHOUT ROWID;
