-- What a record system says when it opens an app: for which patient, and for whom. It serves once, for some minutes.
create table kedja.launch_context (
    launch    text        not null,
    patient   text        not null,
    encounter text,
    fhir_user text,
    client    text,
    expires   timestamptz not null,
    primary key (launch)
);

comment on column kedja.launch_context.launch is 'SHA-256 of the value that the app gets: who reads this table cannot use it';

create index launch_context_expires on kedja.launch_context (expires);
