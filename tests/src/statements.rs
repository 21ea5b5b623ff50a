//! Which statements a request put to the database: the driver tells each once in its log, within the request's span.
use std::{
    collections::HashMap,
    fmt::Debug,
    sync::{Mutex, Once, OnceLock},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id},
};
use tracing_subscriber::{
    Layer, Registry,
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
};

/// By the id of the request. A transaction's begin and commit are not told.
pub(crate) fn statements(request: &str) -> Vec<String> {
    heard().lock().expect("whole").get(request).cloned().unwrap_or_default()
}

/// Begins to listen, once for all tests of a program.
pub(crate) fn listen() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        tracing::subscriber::set_global_default(Registry::default().with(Statements)).expect("the only listener");
    });
}

fn heard() -> &'static Mutex<HashMap<String, Vec<String>>> {
    static HEARD: OnceLock<Mutex<HashMap<String, Vec<String>>>> = OnceLock::new();
    HEARD.get_or_init(Mutex::default)
}

struct Statements;

struct RequestId(String);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Statements {
    fn enabled(&self, about: &Metadata<'_>, _: Context<'_, S>) -> bool {
        about.target() == "sqlx::query" || (about.is_span() && about.name() == "request")
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut read = Read { name: "id", text: String::new() };
        attributes.record(&mut read);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(RequestId(read.text));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut read = Read { name: "summary", text: String::new() };
        event.record(&mut read);
        // Said to each new connection, by whoever happens to open it.
        if read.text.starts_with("PRAGMA") {
            return;
        }
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(RequestId(id)) = span.extensions().get() {
                heard().lock().expect("whole").entry(id.clone()).or_default().push(read.text.clone());
            }
        }
    }
}

/// One field as text.
struct Read {
    name: &'static str,
    text: String,
}

impl Visit for Read {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == self.name {
            self.text = value.into();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == self.name {
            self.text = format!("{value:?}");
        }
    }
}
