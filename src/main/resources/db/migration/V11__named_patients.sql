-- Whom a resource names, for those few of which the storage's index of references does not tell it: every patient, as a
-- resource is about all of them. Derived as the other tables of reach are, and disposable.
create table kedja.named_patient (
    source  text not null,
    patient text not null,
    primary key (source, patient)
);

-- Whom a unit, a practitioner or a role has to do with.
create index care_relation_organization on kedja.care_relation (organization) where organization is not null;
create index care_relation_practitioner on kedja.care_relation (practitioner) where practitioner is not null;
create index care_relation_role on kedja.care_relation (role) where role is not null;

create or replace function kedja.forget_reach() returns trigger language plpgsql as $$
declare
    gone text := old.res_type || '/' || old.fhir_id;
begin
    delete from kedja.custody where source = gone;
    delete from kedja.named_patient where source = gone;
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
