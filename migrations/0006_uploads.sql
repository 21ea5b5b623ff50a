-- Somebody may bring in two files at once, in two tabs: the last few of each person are kept. What was kept before was
-- kept for a day at most, and is brought again.
drop table upload;
create table upload (
    organisation_id uuid not null references organisation (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    id uuid not null,
    name text not null,
    body bytea not null,
    at timestamptz not null,
    primary key (organisation_id, person_id, id)
);
