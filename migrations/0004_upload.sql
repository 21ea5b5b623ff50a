-- A file that somebody is about to bring in: one for each person and organisation, for a day at most.
create table upload (
    organisation_id uuid not null references organisation (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    id uuid not null,
    name text not null,
    body bytea not null,
    at timestamptz not null,
    primary key (organisation_id, person_id)
);
