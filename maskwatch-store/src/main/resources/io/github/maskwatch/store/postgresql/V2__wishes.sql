-- What somebody else asks the service to note; gone with the note.
create table wish (
    id uuid not null primary key,
    made_ns bigint not null,
    name text not null,
    text text not null
);
