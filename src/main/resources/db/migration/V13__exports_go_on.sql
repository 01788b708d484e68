-- Exports that are not made yet, with all that is needed to begin them anew. Logged, unlike what is made: whoever was told that
-- an export is coming gets it, also after a crash. A row lives as long as its export is under way.

-- attempt: how often it was begun. plan: what is to be in it, and who asks with which rights, as JSON.
create table kedja.export_to_make (
    id      uuid        not null,
    asker   text        not null,
    request text        not null,
    as_of   timestamptz not null,
    begun   timestamptz not null,
    attempt int         not null,
    plan    text        not null,
    primary key (id)
);

-- Which attempt makes it: an earlier one that still runs somewhere adds nothing more.
alter table kedja.export add column attempt int not null default 1;

-- How these could be begun anew was not kept.
update kedja.export
set ended = clock_timestamp(), failure = 'The server was replaced while the export was made. Ask for it again.'
where ended is null;
