-- Whose data is whose: what decides who may see a resource. Derived from the stored resources, each row from one of them
-- alone, and disposable. What needs a second resource (the tree of organizations, the organization of a role, the unit of
-- a contact) is joined when it is read, so that a later correction counts for what was written before.

-- Every Organization, with the one it is part of; ids are logical ids.
create table kedja.organization (
    id      text not null,
    part_of text,
    primary key (id)
);

create index organization_part_of on kedja.organization (part_of);

-- Who a PractitionerRole is, and for whom.
create table kedja.practitioner_role (
    id           text not null,
    practitioner text,
    organization text,
    primary key (id)
);

-- Who has to do with a patient: an organization, a practitioner or a PractitionerRole, or several in one row. through is
-- the element that says so, as health.kedja.fhir.CareRelation.Through names it. The days are as the resource has them: null
-- is open; what is added after the end is added when it is read.
create table kedja.care_relation (
    source       text     not null,
    ordinal      smallint not null,
    patient      text     not null,
    through      text     not null,
    organization text,
    practitioner text,
    role         text,
    from_day     date,
    end_day      date,
    primary key (source, ordinal)
);

create index care_relation_patient on kedja.care_relation (patient);

-- The region that a patient record belongs to (label kedja-owner); absent without one.
create table kedja.patient_owner (
    patient text not null,
    region  text not null,
    primary key (patient)
);

create index patient_owner_region on kedja.patient_owner (region);

-- What a patient does not want: kind as health.kedja.fhir.Refusal.Kind names it. For blocked records, custodian is the unit
-- that holds them, null for all units.
create table kedja.consent (
    source    text     not null,
    ordinal   smallint not null,
    patient   text     not null,
    kind      text     not null,
    custodian text,
    from_day  date,
    end_day   date,
    primary key (source, ordinal)
);

create index consent_patient on kedja.consent (patient);

-- The unit that recorded a resource about a patient: stated, or that of a PractitionerRole, or that of the contact
-- (Encounter/7). Absent where the resource says none of them.
create table kedja.custody (
    source    text not null,
    patient   text not null,
    custodian text,
    role      text,
    encounter text,
    primary key (source)
);

-- Expunging jobs delete resources without telling the server.
create function kedja.forget_reach() returns trigger language plpgsql as $$
declare
    gone text := old.res_type || '/' || old.fhir_id;
begin
    delete from kedja.custody where source = gone;
    case old.res_type
        when 'Organization' then
            delete from kedja.organization where id = old.fhir_id;
        when 'PractitionerRole' then
            delete from kedja.practitioner_role where id = old.fhir_id;
        when 'Consent' then
            delete from kedja.consent where source = gone;
        when 'Patient' then
            delete from kedja.patient_owner where patient = old.fhir_id;
            delete from kedja.care_relation where source = gone;
        else
            delete from kedja.care_relation where source = gone;
    end case;
    return old;
end
$$;

create trigger kedja_forget_reach
    after delete on public.hfj_resource
    for each row execute function kedja.forget_reach();
