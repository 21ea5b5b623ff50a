use crate::statements::statements;
use axum::http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Fails unless the status is this one, showing the text of the page.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The first words of each statement that was put to the database for it.
    pub fn statements(&self) -> Vec<String> {
        statements(self.header("x-request-id").unwrap_or_default())
    }

    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.header(header::LOCATION.as_str()).unwrap_or_default()
    }

    /// The text that people read, white space folded.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.body);
        let main = document.select(&selector("main")).next().unwrap_or(document.root_element());
        fold(main)
    }

    /// The texts of the elements that a selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&selector(css)).map(fold).collect()
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "“{words}” is not in: {text}");
        self
    }

    #[track_caller]
    pub fn keeps_silent(&self, words: &str) -> &Self {
        assert!(!self.body.contains(words), "“{words}” is in: {}", self.text());
        self
    }

    /// The answers of the page's form as a browser would send them, with these in their place.
    #[track_caller]
    pub fn form(&self, answers: &[(&str, &str)]) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.body);
        let form = document.select(&selector("main form[method=post]")).next();
        let form = form.unwrap_or_else(|| panic!("no form: {}", self.text()));
        let mut sent: Vec<(String, String)> = vec![];
        for control in form.select(&selector("input[name], textarea[name], select[name]")) {
            let element = control.value();
            let name = element.attr("name").unwrap_or_default().to_owned();
            match (element.name(), element.attr("type")) {
                ("input", Some("radio" | "checkbox")) if element.attr("checked").is_none() => {}
                ("input", _) => sent.push((name, element.attr("value").unwrap_or_default().into())),
                ("textarea", _) => {
                    let text: String = control.text().collect();
                    sent.push((name, text));
                }
                _ => {
                    let chosen = control.select(&selector("option[selected]")).next();
                    let value = chosen.and_then(|option| option.value().attr("value")).unwrap_or_default();
                    sent.push((name, value.into()));
                }
            }
        }
        for (name, _) in answers {
            sent.retain(|(typed, _)| typed != name);
        }
        sent.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        sent
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

fn fold(element: ElementRef) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
