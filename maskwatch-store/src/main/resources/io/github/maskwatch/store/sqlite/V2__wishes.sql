-- What somebody else asks the service to note; gone with the note.
create table wish (
    id blob not null primary key,
    made_ns integer not null,
    name text not null,
    text text not null
) strict, without rowid;
