//! Asks for a form's page and sends the form, as the browser itself would.
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, Element, FormData, HtmlFormElement, RequestInit, RequestRedirect, Response, ResponseType,
    SupportedType, UrlSearchParams, Window,
};

/// What the server made of it.
pub enum Answer {
    /// Done: the server would send the browser on.
    Done,
    /// A form to fill in or to mend, with what stands above it.
    Form(Element),
    /// Why not, in the words of the page.
    Refused(String),
}

/// The page of a form.
pub async fn ask(address: &str) -> Option<Answer> {
    let init = RequestInit::new();
    init.set_method("GET");
    read(fetch(address, &init).await?).await
}

/// Sends a form to where it came from.
pub async fn send(address: &str, form: &HtmlFormElement) -> Option<Answer> {
    let data = FormData::new_with_form(form).ok()?;
    let pairs = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from(pairs));
    // The next page is not needed, and its note is for the page that is then loaded.
    init.set_redirect(RequestRedirect::Manual);
    let response = fetch(address, &init).await?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Some(Answer::Done);
    }
    read(response).await
}

async fn fetch(address: &str, init: &RequestInit) -> Option<Response> {
    let window: Window = web_sys::window()?;
    JsFuture::from(window.fetch_with_str_and_init(address, init)).await.ok()?.dyn_into().ok()
}

async fn read(response: Response) -> Option<Answer> {
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    let content = page.query_selector("main .page").ok()??;
    if content.query_selector("form[method=post]").ok()?.is_none() || response.redirected() {
        return Some(Answer::Refused(words(&page)));
    }
    if let Some(crumbs) = content.query_selector("[aria-label=Breadcrumb]").ok()? {
        crumbs.remove();
    }
    Some(Answer::Form(content))
}

fn words(page: &Document) -> String {
    let told =
        page.query_selector("main .prose").ok().flatten().or_else(|| page.query_selector("main h1").ok().flatten());
    told.and_then(|told| told.text_content()).unwrap_or_default()
}
