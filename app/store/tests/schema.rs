//! What the catalogues of both engines say: nothing leads from one organisation's rows to another's.
#[path = "common/place.rs"]
mod place;

use sqlx::{Connection, PgConnection, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use store::Store;

/// Tables that belong to no organisation, and why.
const GLOBAL: [(&str, &str); 8] = [
    ("organisation", "is the list of them"),
    ("person", "may serve several organisations"),
    ("session", "is a person's"),
    ("link", "may be there before the person or the organisation"),
    ("attempt", "counts tries of people who may not exist"),
    ("account_event", "outlives the person and the organisation"),
    ("line", "is about the database"),
    ("_sqlx_migrations", "is about the database"),
];
/// Asked at sign-in, where does this person belong; and by a worker, what is due next.
const EXCEPTIONS: [(&str, &str); 2] = [("record", "record_by_person"), ("job", "job_by_time")];
const FIRST: &str = "organisation_id";

#[derive(Debug, Default, PartialEq)]
struct Table {
    /// Columns that are never empty.
    required: BTreeSet<String>,
    keys: Vec<Key>,
}

/// A primary key, a unique key, an index or a foreign key.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    name: String,
    columns: Vec<String>,
    /// The table it refers to, and the columns there.
    to: Option<(String, Vec<String>)>,
}

type Schema = BTreeMap<String, Table>;

/// Every table, key and index that lets one organisation's rows touch another's.
fn breaches(schema: &Schema) -> Vec<String> {
    let is_global = |name: &str| GLOBAL.iter().any(|(global, _)| *global == name);
    let mut found = vec![];
    for (name, table) in schema.iter().filter(|(name, _)| !is_global(name)) {
        if !table.required.contains(FIRST) {
            found.push(format!("{name} may hold rows of no organisation"));
        }
        for key in &table.keys {
            let first = |columns: &[String]| columns.first().is_some_and(|column| column == FIRST);
            let fits = match &key.to {
                None => first(&key.columns) || EXCEPTIONS.contains(&(name.as_str(), key.name.as_str())),
                Some((to, _)) if is_global(to) => true,
                Some((_, there)) => first(&key.columns) && first(there),
            };
            if !fits {
                found.push(format!("{name}: {} begins with {:?}", key.name, key.columns.first()));
            }
        }
    }
    found
}

async fn of_sqlite(db: &mut SqliteConnection) -> Schema {
    const TABLES: &str = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
    let names: Vec<String> = sqlx::query_scalar(TABLES).fetch_all(&mut *db).await.expect("tables");
    let mut schema = Schema::new();
    for name in names {
        let columns: Vec<(String, bool)> = sqlx::query_as(r#"select name, "notnull" from pragma_table_info($1)"#)
            .bind(&name)
            .fetch_all(&mut *db)
            .await
            .expect("columns");
        let mut table =
            Table { required: columns.into_iter().filter_map(|(name, is)| is.then_some(name)).collect(), keys: vec![] };
        let indexes: Vec<String> = sqlx::query_scalar("select name from pragma_index_list($1)")
            .bind(&name)
            .fetch_all(&mut *db)
            .await
            .expect("indexes");
        for index in indexes {
            let columns: Vec<Option<String>> =
                sqlx::query_scalar("select name from pragma_index_info($1) order by seqno")
                    .bind(&index)
                    .fetch_all(&mut *db)
                    .await
                    .expect("columns of an index");
            let columns = columns.into_iter().map(|column| column.unwrap_or_else(|| "an expression".into())).collect();
            table.keys.push(Key { name: index, columns, to: None });
        }
        let foreign: Vec<(i64, String, String, Option<String>)> =
            sqlx::query_as(r#"select id, "table", "from", "to" from pragma_foreign_key_list($1) order by id, seq"#)
                .bind(&name)
                .fetch_all(&mut *db)
                .await
                .expect("foreign keys");
        let mut keys: BTreeMap<i64, Key> = BTreeMap::new();
        for (id, to, column, there) in foreign {
            let key = keys.entry(id).or_insert_with(|| Key {
                name: format!("reference to {to}"),
                columns: vec![],
                to: Some((to, vec![])),
            });
            key.columns.push(column);
            if let Some((_, columns)) = &mut key.to {
                columns.push(there.unwrap_or_default());
            }
        }
        table.keys.extend(keys.into_values());
        schema.insert(name, table);
    }
    schema
}

async fn of_postgres(db: &mut PgConnection) -> Schema {
    const COLUMNS: &str = "select c.table_name::text, c.column_name::text, c.is_nullable = 'NO'
        from information_schema.columns c where c.table_schema = current_schema()";
    const INDEXES: &str = "select t.relname::text, i.relname::text, array(
            select coalesce(a.attname::text, 'an expression') from unnest(x.indkey::int2[]) with ordinality k (number, place)
            left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.number order by k.place)
        from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        where t.relnamespace = current_schema()::regnamespace";
    const FOREIGN: &str = "select t.relname::text, f.relname::text,
        array(select a.attname::text from unnest(c.conkey) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place),
        array(select a.attname::text from unnest(c.confkey) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place)
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
        where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace";
    let mut schema = Schema::new();
    let columns: Vec<(String, String, bool)> = sqlx::query_as(COLUMNS).fetch_all(&mut *db).await.expect("columns");
    for (table, column, is_required) in columns {
        let table = schema.entry(table).or_default();
        if is_required {
            table.required.insert(column);
        }
    }
    let indexes: Vec<(String, String, Vec<String>)> =
        sqlx::query_as(INDEXES).fetch_all(&mut *db).await.expect("indexes");
    for (table, name, columns) in indexes {
        schema.entry(table).or_default().keys.push(Key { name, columns, to: None });
    }
    let foreign: Vec<(String, String, Vec<String>, Vec<String>)> =
        sqlx::query_as(FOREIGN).fetch_all(&mut *db).await.expect("foreign keys");
    for (table, to, columns, there) in foreign {
        let key = Key { name: format!("reference to {to}"), columns, to: Some((to, there)) };
        schema.entry(table).or_default().keys.push(key);
    }
    schema
}

/// A table that is not looked at would break nothing.
fn judge(schema: &Schema) {
    for table in ["record", "change", "submission", "draft", "upload", "glance"] {
        assert!(schema[table].keys.iter().any(|key| key.to.is_none()), "the keys of {table} are seen");
        assert!(schema[table].keys.iter().any(|key| key.to.is_some()), "the references of {table} are seen");
    }
    assert_eq!(breaches(schema), Vec::<String>::new());
}

#[tokio::test]
async fn keys_and_indexes_begin_with_the_organisation_on_sqlite() {
    let url = place::sqlite();
    Store::open(&url, 0).await.expect("opens").close().await;
    let mut db = SqliteConnection::connect(&url).await.expect("connects");
    judge(&of_sqlite(&mut db).await);

    sqlx::raw_sql(
        "create table idea (id uuid primary key, organisation_id uuid not null);
         create index idea_by_time on idea (id, organisation_id);
         create table vote (organisation_id uuid not null, idea uuid not null references idea (id), primary key (organisation_id, idea));
         create table note (body text)",
    )
    .execute(&mut db)
    .await
    .expect("made");
    assert_eq!(breaches(&of_sqlite(&mut db).await).len(), 4, "what breaks the rule is found");
}

#[tokio::test]
async fn keys_and_indexes_begin_with_the_organisation_on_postgres() {
    let url = place::postgres().await;
    Store::open(&url, 0).await.expect("opens").close().await;
    let mut db = PgConnection::connect(&url).await.expect("connects");
    judge(&of_postgres(&mut db).await);

    sqlx::raw_sql(
        "create table idea (id uuid primary key, organisation_id uuid not null);
         create index idea_by_time on idea (id, organisation_id);
         create table vote (organisation_id uuid not null, idea uuid not null references idea (id), primary key (organisation_id, idea));
         create table note (body text)",
    )
    .execute(&mut db)
    .await
    .expect("made");
    assert_eq!(breaches(&of_postgres(&mut db).await).len(), 4, "what breaks the rule is found");
}
