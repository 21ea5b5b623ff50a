//! Getting in, getting out, and what a person settles for themselves.
mod fields;
mod home;
mod sign_in;
mod sign_out;

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/", Who::SignedIn, home::show)
        .get("/sign-in", Who::Anyone, sign_in::show)
        .post("/sign-in", Who::Anyone, "email=ada%40example.org&password=guess", sign_in::submit)
        .get("/sign-out", Who::Anyone, sign_out::show)
        .post("/sign-out", Who::Anyone, "", sign_out::submit)
}
