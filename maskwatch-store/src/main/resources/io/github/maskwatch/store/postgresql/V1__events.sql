create table event (
    id uuid not null primary key,
    kind text not null,
    time_ns bigint not null,
    camera text,
    track bigint,
    place text,
    direction text,
    from_state text,
    state text,
    stayed_ns bigint,
    name text,
    text text
);

create index event_time on event (time_ns, id);

create table delivery (
    event uuid not null references event (id),
    channel text not null,
    due_ns bigint not null,
    attempts integer not null,
    primary key (event, channel)
);

create index delivery_due on delivery (channel, due_ns, event);

-- For people: the same with times and names to read. A time of PostgreSQL ends at the microsecond; time_ns has the rest.
create view readable_event as
select id,
    kind,
    to_timestamp(time_ns / 1000000000) + (time_ns % 1000000000) / 1000 * interval '1 microsecond' as time,
    camera,
    lpad(to_hex(track), 16, '0') as track,
    place,
    direction,
    from_state,
    state,
    stayed_ns / 1e9 as stayed_s,
    name,
    text
from event;
