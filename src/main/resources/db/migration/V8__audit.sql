-- The audit trail: who asked for what, about whom, when and why. Rows are added and never changed: the table belongs to a
-- role of its own, which cannot log in, and the role that the server works with may read and insert. A database whose
-- server role may not create roles is prepared by running this file as a superuser first; it does nothing a second time.
do $audit$
begin
    if to_regclass('kedja_audit.access') is not null then
        return;
    end if;

    create schema kedja_audit;

    -- interaction: as FHIR names it (read, search-type, operation...). outcome: as AuditEvent.outcome (0 done, 4 refused or
    -- not possible, 8 failed here). patient: logical id; one row for each patient. resource: type/id, with version where
    -- known. query: as it was asked. emergency: why protection was broken. organizations: where the caller's roles hold.
    create table kedja_audit.access (
        id            bigint generated always as identity,
        recorded      timestamptz not null default clock_timestamp(),
        interaction   text        not null,
        outcome       smallint    not null,
        reason        text,
        emergency     text,
        patient       text,
        resource      text,
        query         text,
        request       text        not null,
        issuer        text,
        subject       text,
        client        text,
        fhir_user     text,
        roles         text,
        organizations text,
        purpose       text,
        address       text,
        primary key (id)
    );

    create index access_patient on kedja_audit.access (patient, id) where patient is not null;
    create index access_recorded on kedja_audit.access using brin (recorded);

    create function kedja_audit.refuse() returns trigger language plpgsql as $refuse$
    begin
        raise exception 'The audit trail is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
    end
    $refuse$;

    create trigger append_only before update or delete or truncate on kedja_audit.access
        for each statement execute function kedja_audit.refuse();

    begin
        if not exists (select from pg_roles where rolname = 'kedja_audit_owner') then
            create role kedja_audit_owner nologin;
        end if;
        alter schema kedja_audit owner to kedja_audit_owner;
        alter table kedja_audit.access owner to kedja_audit_owner;
        alter function kedja_audit.refuse() owner to kedja_audit_owner;
        execute format('grant usage on schema kedja_audit to %I', current_user);
        execute format('grant select, insert on kedja_audit.access to %I', current_user);
    exception when insufficient_privilege then
        -- The trigger stands; the server says at its start what is missing.
        raise notice 'The role % may not create the owner of the audit trail', current_user;
    end;
end
$audit$;
