-- Which patients a transaction wrote about, so that what has been read of all can be kept up to date. A row counts for a
-- reader when its transaction was not visible in what that reader has seen: a number that only grows would miss what
-- began before the reader looked and was committed after.
create table kedja.change (
    transaction xid8        not null,
    what        text        not null, -- 'events', or 'link' where it was about a record being replaced
    patient     text        not null,
    recorded    timestamptz not null default now(),
    primary key (transaction, what, patient)
);

-- Rows of transactions up to this one may have been removed: who has seen less must read everything again.
create table kedja.change_horizon (
    only_row    boolean not null default true check (only_row),
    transaction xid8    not null,
    primary key (only_row)
);

insert into kedja.change_horizon (transaction) values ('0');

-- The rows that a statement wrote or removed are in the transition table "changed", whoever wrote them.
create function kedja.note_events() returns trigger language plpgsql as $$
begin
    insert into kedja.change (transaction, what, patient)
    select distinct pg_current_xact_id(), 'events', patient from changed
    on conflict do nothing;
    return null;
end
$$;

create function kedja.note_links() returns trigger language plpgsql as $$
begin
    insert into kedja.change (transaction, what, patient)
    select pg_current_xact_id(), 'link', patient from changed
    union
    select pg_current_xact_id(), 'link', replaced_by from changed
    on conflict do nothing;
    return null;
end
$$;

create trigger note_inserted after insert on kedja.event
    referencing new table as changed for each statement execute function kedja.note_events();
create trigger note_deleted after delete on kedja.event
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_from after update on kedja.event
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_to after update on kedja.event
    referencing new table as changed for each statement execute function kedja.note_events();

create trigger note_inserted after insert on kedja.patient_link
    referencing new table as changed for each statement execute function kedja.note_links();
create trigger note_deleted after delete on kedja.patient_link
    referencing old table as changed for each statement execute function kedja.note_links();
create trigger note_updated_from after update on kedja.patient_link
    referencing old table as changed for each statement execute function kedja.note_links();
create trigger note_updated_to after update on kedja.patient_link
    referencing new table as changed for each statement execute function kedja.note_links();
