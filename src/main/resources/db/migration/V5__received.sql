-- What had been received at an instant, so that a report can be computed again as the data stood then. HAPI keeps the
-- versions of resources, dated when their transaction began; these tables say where that is not when it could be seen.

-- The latest instant that a reader was told its data are of.
create table kedja.data_instant (
    only_row boolean not null default true check (only_row),
    latest   timestamptz not null,
    primary key (only_row)
);

insert into kedja.data_instant (latest) values ('-infinity');

-- Versions (hfj_res_ver.pid) that were received at another time than they are dated: not yet committed at an instant that
-- a reader was told, or written by a server whose clock is ahead.
create table kedja.received (
    version  bigint      not null,
    received timestamptz not null,
    primary key (version)
);

create index received_when on kedja.received (received);

-- Versions that were removed for good: when they had been received, and when they went. Not which.
create table kedja.expunged (
    received timestamptz not null,
    removed  timestamptz not null
);

create index expunged_when on kedja.expunged (removed);

-- Run just before the commit. The lock is shared by all who write and held until their commit can be seen; a reader that
-- is told an instant holds it alone. So whoever comes here after has not been seen by that reader, and knows the instant.
create function kedja.time_of_commit() returns timestamptz language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(7310868735454961513);
    return (select greatest(date_trunc('milliseconds', clock_timestamp()), latest + interval '1 millisecond')
        from kedja.data_instant);
end
$$;

create function kedja.note_received() returns trigger language plpgsql as $$
declare
    dated timestamptz := new.res_updated at time zone 'UTC';
    committed timestamptz := kedja.time_of_commit();
begin
    insert into kedja.received (version, received)
    select new.pid, committed from kedja.data_instant where dated <= latest or dated > committed;
    return null;
end
$$;

create function kedja.note_expunged() returns trigger language plpgsql as $$
declare
    committed timestamptz := kedja.time_of_commit();
begin
    insert into kedja.expunged (received, removed)
    select coalesce((select received from kedja.received where version = old.pid), old.res_updated at time zone 'UTC'),
        committed;
    delete from kedja.received where version = old.pid;
    return null;
end
$$;

create constraint trigger kedja_note_received after insert on public.hfj_res_ver
    deferrable initially deferred for each row execute function kedja.note_received();
create constraint trigger kedja_note_expunged after delete on public.hfj_res_ver
    deferrable initially deferred for each row execute function kedja.note_expunged();
