-- What measured a bone density. A scanner belongs to no patient: it is joined when a history is read, so that a later
-- correction of the Device counts for what was measured before.

alter table kedja.event add column device text;

-- device is what events name; manufacturer as the record writes it; maker as health.kedja.pathway.Kind states.
create table kedja.scanner (
    device       text not null,
    manufacturer text,
    maker        text,
    primary key (device)
);

-- Expunging jobs delete resources without telling the server.
create function kedja.forget_scanner() returns trigger language plpgsql as $$
begin
    delete from kedja.scanner where device = old.res_type || '/' || old.fhir_id;
    return old;
end
$$;

create trigger kedja_forget_scanner
    after delete on public.hfj_resource
    for each row when (old.res_type = 'Device') execute function kedja.forget_scanner();
