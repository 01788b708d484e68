-- The projection: every event of every patient, derived from the stored resources and disposable.

-- kind and codes as in health.kedja.pathway.Kind; source is the resource that is the evidence.
create table kedja.event (
    source     text     not null,
    ordinal    smallint not null,
    patient    text     not null,
    kind       text     not null,
    day        date,
    end_day    date,
    code       text,
    qualifier  text,
    laterality text,
    value      double precision,
    encounter  text,
    primary key (source, ordinal)
);

create index event_patient_day on kedja.event (patient, day);

-- A patient record that was replaced by another (Patient.link replaced-by).
create table kedja.patient_link (
    patient     text not null,
    replaced_by text not null,
    primary key (patient)
);

create index patient_link_replaced_by on kedja.patient_link (replaced_by);

-- What the server installed of its own conformance resources, so that a restart need not write them again.
create table kedja.installation (
    what text not null,
    hash text not null,
    primary key (what)
);

-- Expunging jobs delete resources without telling the server; the event rows must go in the same transaction.
create function kedja.forget_resource() returns trigger language plpgsql as $$
begin
    delete from kedja.event where source = old.res_type || '/' || old.fhir_id;
    if old.res_type = 'Patient' then
        delete from kedja.patient_link where patient = old.fhir_id;
    end if;
    return old;
end
$$;

create trigger kedja_forget_resource
    after delete on public.hfj_resource
    for each row execute function kedja.forget_resource();
