-- Whom a population counts, and in which share of it, follows from owners and refusals too: who is written about there is
-- noted as one whose events changed, to be read again (V4).
create trigger note_inserted after insert on kedja.patient_owner
    referencing new table as changed for each statement execute function kedja.note_events();
create trigger note_deleted after delete on kedja.patient_owner
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_from after update on kedja.patient_owner
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_to after update on kedja.patient_owner
    referencing new table as changed for each statement execute function kedja.note_events();

create trigger note_inserted after insert on kedja.consent
    referencing new table as changed for each statement execute function kedja.note_events();
create trigger note_deleted after delete on kedja.consent
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_from after update on kedja.consent
    referencing old table as changed for each statement execute function kedja.note_events();
create trigger note_updated_to after update on kedja.consent
    referencing new table as changed for each statement execute function kedja.note_events();
