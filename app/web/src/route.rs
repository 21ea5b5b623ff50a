//! The addresses of the product. Building the router from this list is the only way to add one, so that the test of
//! who may ask for what sees them all.
use crate::{App, draft};
use axum::{Router, handler::Handler, http::Method, routing::MethodRouter};
use domain::Act;
use std::collections::BTreeMap;

/// Who gets an answer; everyone else is sent to sign in, told who may, or told that there is no such page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anyone,
    SignedIn,
    /// Anyone with a place in the organisation, or in a council that takes part in it.
    Member,
    /// People of the organisation. Guests get only what is about innovations that they may read.
    Inside,
    /// Whoever may do this in the organisation, or on the innovation of the address.
    May(Act),
}

/// One address and method.
#[derive(Clone, Debug)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    /// A body that the form would send.
    pub example: &'static str,
}

/// What answers at one address.
#[derive(Default)]
struct Ways {
    page: Option<MethodRouter<App>>,
    form: Option<MethodRouter<App>>,
}

/// The list that becomes the router.
#[derive(Default)]
pub struct Routes {
    ways: BTreeMap<&'static str, Ways>,
    list: Vec<Route>,
}

impl Routes {
    #[must_use]
    pub fn get<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, App>) -> Self {
        let mut routes = self;
        routes.ways.entry(path).or_default().page = Some(axum::routing::get(handler));
        routes.list.push(Route { method: Method::GET, path, who, example: "" });
        routes
    }

    /// `example` is a body as the form would send it.
    #[must_use]
    pub fn post<T: 'static>(
        self,
        path: &'static str,
        who: Who,
        example: &'static str,
        handler: impl Handler<T, App>,
    ) -> Self {
        let mut routes = self;
        routes.ways.entry(path).or_default().form = Some(axum::routing::post(handler));
        routes.list.push(Route { method: Method::POST, path, who, example });
        routes
    }

    #[must_use]
    pub fn with(self, part: fn(Self) -> Self) -> Self {
        part(self)
    }

    pub fn into_parts(self) -> (Router<App>, Vec<Route>) {
        let router =
            self.ways.into_iter().fold(Router::new(), |router, (path, ways)| router.route(path, ways.join(path)));
        (router.layer(axum::middleware::from_fn(crate::session::renew)), self.list)
    }
}

impl Ways {
    /// A form that is sent to the address of its own page, in an organisation, may have drafts.
    fn join(self, path: &str) -> MethodRouter<App> {
        match (self.page, self.form) {
            (Some(page), Some(form)) if path.starts_with("/{organisation}/") => draft::around(page, form),
            (page, form) => page.into_iter().chain(form).fold(MethodRouter::new(), MethodRouter::merge),
        }
    }
}
