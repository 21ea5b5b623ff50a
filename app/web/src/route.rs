//! The addresses of the product. Building the router from this list is the only way to add one, so that the test of
//! who may ask for what sees them all.
use crate::App;
use axum::{Router, handler::Handler, http::Method, routing::MethodRouter};
use domain::Act;

/// Who gets an answer; everyone else is sent to sign in, told who may, or told that there is no such page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anyone,
    SignedIn,
    /// Anyone with a place in the organisation, or in a council that takes part in it.
    Member,
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

/// The list that becomes the router.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<Route>,
}

impl Routes {
    #[must_use]
    pub fn get<T: 'static>(self, path: &'static str, who: Who, handler: impl Handler<T, App>) -> Self {
        let route = Route { method: Method::GET, path, who, example: "" };
        self.add(route, axum::routing::get(handler))
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
        let route = Route { method: Method::POST, path, who, example };
        self.add(route, axum::routing::post(handler))
    }

    fn add(mut self, route: Route, method: MethodRouter<App>) -> Self {
        self.router = self.router.route(route.path, method);
        self.list.push(route);
        self
    }

    #[must_use]
    pub fn with(self, part: fn(Self) -> Self) -> Self {
        part(self)
    }

    pub fn into_parts(self) -> (Router<App>, Vec<Route>) {
        (self.router.layer(axum::middleware::from_fn(crate::session::renew)), self.list)
    }
}
