-- Which steps of the fracture chain a unit answers for (Organization, extension kedja-chain-type); only units that say so.
create table kedja.unit (
    organization text not null,
    chain_type   text not null,
    primary key (organization)
);

-- As before, and a unit that is expunged is forgotten too.
create or replace function kedja.forget_resource() returns trigger language plpgsql as $$
begin
    delete from kedja.event where source = old.res_type || '/' || old.fhir_id;
    if old.res_type = 'Patient' then
        delete from kedja.patient_link where patient = old.fhir_id;
    elsif old.res_type = 'Organization' then
        delete from kedja.unit where organization = 'Organization/' || old.fhir_id;
    end if;
    return old;
end
$$;
