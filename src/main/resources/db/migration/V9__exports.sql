-- Bulk exports: what was asked for, by whom, and the files until they are fetched, given up or expire. Unlogged, since none of
-- it is the only copy of anything: neither the write-ahead log nor a replica gets it. After a crash of the database the tables
-- are empty, and clients ask anew, as they do of an export that has expired.

-- asker: SHA-256 of who asked, with roles, organizations and scopes. alive: when the server that makes it last said so.
-- as_of: the data are as they stood then. failure: what the client is told of one that failed.
create unlogged table kedja.export (
    id        uuid        not null,
    asker     text        not null,
    request   text        not null,
    as_of     timestamptz not null,
    begun     timestamptz not null default clock_timestamp(),
    alive     timestamptz not null default clock_timestamp(),
    ended     timestamptz,
    expires   timestamptz not null,
    progress  text        not null default '',
    failure   text,
    primary key (id)
);

-- what: output, or deleted for a file that says what was deleted. octets: as it is sent. kept: as it lies in the parts.
create unlogged table kedja.export_file (
    export    uuid   not null,
    name      text   not null,
    what      text   not null,
    type      text   not null,
    resources bigint not null,
    octets    bigint not null,
    kept      bigint not null,
    primary key (export, name),
    foreign key (export) references kedja.export on delete cascade
);

-- A piece of a file, in gzip: compressed already, so that PostgreSQL need not try.
create unlogged table kedja.export_part (
    export  uuid  not null,
    file    text  not null,
    number  int   not null,
    content bytea not null,
    primary key (export, file, number),
    foreign key (export, file) references kedja.export_file on delete cascade
);

alter table kedja.export_part alter column content set storage external;

-- The patients of what was put into the files so far, for the audit trail.
create unlogged table kedja.export_patient (
    export  uuid not null,
    patient text not null,
    primary key (export, patient),
    foreign key (export) references kedja.export on delete cascade
);
