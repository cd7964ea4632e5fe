create table event (
    id blob not null primary key,
    kind text not null,
    time_ns integer not null,
    camera text,
    track integer,
    place text,
    direction text,
    from_state text,
    state text,
    stayed_ns integer,
    name text,
    text text
) strict, without rowid;

create index event_time on event (time_ns, id);

create table delivery (
    event blob not null,
    channel text not null,
    due_ns integer not null,
    attempts integer not null,
    primary key (event, channel),
    foreign key (event) references event (id)
) strict, without rowid;

create index delivery_due on delivery (channel, due_ns, event);

-- For people: the same with names and times to read.
create view readable_event as
select lower(hex(id)) as id,
    kind,
    strftime('%Y-%m-%dT%H:%M:%S', time_ns / 1000000000, 'unixepoch') || printf('.%09dZ', time_ns % 1000000000) as time,
    camera,
    printf('%016x', track) as track,
    place,
    direction,
    from_state,
    state,
    stayed_ns / 1e9 as stayed_s,
    name,
    text
from event;
