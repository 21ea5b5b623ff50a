-- When somebody last said that they had seen what changed. No part of the portfolio: it moves no sequence.
create table glance (
    organisation_id uuid not null references organisation (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    at timestamptz not null,
    primary key (organisation_id, person_id)
);
