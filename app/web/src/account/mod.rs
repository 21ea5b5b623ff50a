//! Getting in, getting out, and what a person settles for themselves.
mod fields;
mod frame;
mod home;
mod link;
mod name;
mod password;
mod refused;
mod sessions;
mod set_up;
mod set_up_fields;
mod show;
mod sign_in;
mod sign_out;

use crate::route::{Routes, Who};

pub(crate) use fields::{address_of, nth_id, read_email};
pub(crate) use home::homes;
pub(crate) use sign_in::sign_in_again;

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/", Who::SignedIn, home::show)
        .get("/sign-in", Who::Anyone, sign_in::show)
        .post("/sign-in", Who::Anyone, "email=ada%40example.org&password=guess", sign_in::submit)
        .get("/sign-out", Who::Anyone, sign_out::show)
        .post("/sign-out", Who::Anyone, "", sign_out::submit)
        .get("/setup", Who::Anyone, set_up::show)
        .post("/setup", Who::Anyone, "kind=council&name=Aldermere&short_code=AC", set_up::submit)
        .get("/link/{token}", Who::Anyone, link::show)
        .post("/link/{token}", Who::Anyone, "password=turnip+lorry+cabinet&again=turnip+lorry+cabinet", link::submit)
        .get("/account", Who::SignedIn, show::show)
        .get("/account/name", Who::SignedIn, name::show)
        .post("/account/name", Who::SignedIn, "name=Ada+Wells", name::submit)
        .get("/account/password", Who::SignedIn, password::show)
        .post(
            "/account/password",
            Who::SignedIn,
            "old_password=guess&password=turnip+lorry+cabinet&again=turnip+lorry+cabinet",
            password::submit,
        )
        .post("/account/sessions/{id}/end", Who::SignedIn, "", sessions::end)
        .get("/account/sign-out-everywhere", Who::SignedIn, sessions::show_everywhere)
        .post("/account/sign-out-everywhere", Who::SignedIn, "", sessions::everywhere)
}
