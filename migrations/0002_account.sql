-- People and how they sign in. Global: one person may serve several organisations.
create table person (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    language text not null check (language in ('en', 'cy')),
    password_hash text,
    rights_version bigint not null,
    signed_in_at timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
);
-- token_hash is the SHA-256 of what the browser holds, in hexadecimal. A replaced session serves a few seconds longer.
create table session (
    token_hash text primary key,
    id uuid not null unique,
    person_id uuid not null references person (id) on delete cascade,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    replaced_at timestamptz,
    address text not null,
    agent text not null,
    assurance text not null check (assurance in ('password')),
    rights_version bigint not null
);
create index session_by_person on session (person_id, created_at);
create table link (
    token_hash text primary key,
    kind text not null check (kind in ('setup', 'invitation', 'reset')),
    person_id uuid references person (id) on delete cascade,
    organisation_id uuid references organisation (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_by uuid references person (id) on delete set null
);
create index link_by_person on link (person_id, kind);
-- One row for each address or account that tried of late. clear_at, in milliseconds since 1970, is when nothing counts any more.
create table attempt (
    key text primary key,
    clear_at bigint not null
);
-- Kept when the person or the organisation is gone, so it refers to neither by key. Ids are in order of time.
create table account_event (
    id uuid primary key,
    organisation_id uuid,
    at timestamptz not null,
    person_id uuid,
    actor_id uuid,
    kind text not null check (kind in (
        'signed_in', 'sign_in_failed', 'sign_in_limited', 'signed_out', 'session_ended',
        'password_changed', 'password_set', 'link_made', 'link_used',
        'person_added', 'person_renamed', 'person_disabled', 'person_enabled',
        'membership_added', 'membership_changed', 'membership_ended')),
    address text not null,
    detail text not null
);
create index account_event_by_organisation on account_event (organisation_id, id);
create index account_event_by_person on account_event (person_id, id);
create table draft (
    organisation_id uuid not null references organisation (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    form text not null,
    subject text not null,
    body text not null,
    saved_at timestamptz not null,
    primary key (organisation_id, person_id, form, subject)
);
