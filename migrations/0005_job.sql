-- Work that is done after a request, such as sending mail. It is asked for in the transaction that gives the reason for
-- it, claimed by one worker for a while, and gone once it is done. What failed is tried again, and kept with its error.
create table job (
    id uuid not null,
    queue text not null,
    run_at timestamptz not null,
    attempts integer not null,
    locked_until timestamptz,
    dedup_key text not null,
    organisation_id uuid not null references organisation (id) on delete cascade,
    kind text not null,
    payload text not null,
    error text,
    primary key (organisation_id, id),
    unique (organisation_id, dedup_key)
);
-- A worker serves every organisation, in the order of time.
create index job_by_time on job (queue, run_at, id);
