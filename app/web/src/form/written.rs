//! A sheet as text: as a browser sends it, as a draft keeps it, and back.
use super::{Field, SEEN, SUBMISSION, Sheet};
use crate::draft::Reopened;
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use uuid::Uuid;

impl Sheet {
    /// What was typed, as it was sent.
    #[must_use]
    pub fn written(&self) -> String {
        self.written_but(&[SEEN, SUBMISSION])
    }

    /// For a draft: with the version that was read, so that what others do meanwhile is noticed.
    #[must_use]
    pub fn kept(&self) -> String {
        self.written_but(&[SUBMISSION])
    }

    fn written_but(&self, left_out: &[Field]) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        let wanted = |name: &str| left_out.iter().all(|field| field.name != name);
        text.extend_pairs(self.typed.iter().filter(|(name, _)| wanted(name)));
        text.finish()
    }

    /// Whether there is any answer in it, filled or typed.
    #[must_use]
    pub fn says_anything(&self) -> bool {
        let mut typed = self.typed.iter().filter(|(name, _)| name != SEEN.name && name != SUBMISSION.name);
        typed.any(|(_, value)| !value.trim().is_empty())
    }

    /// The answers, by the names of their fields.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.typed.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same answers to fields of other names; those that get none are left out.
    #[must_use]
    pub fn renamed(&self, rename: impl Fn(&str) -> Option<String>) -> Self {
        let typed = self.typed.iter().filter_map(|(name, value)| Some((rename(name)?, value.clone())));
        Self { typed: typed.collect(), ..Self::default() }
    }

    /// A draft, to be shown in its form.
    #[must_use]
    pub fn reopened(body: &str) -> Self {
        Self { is_reopened: true, ..Self::from_written(body.as_bytes()) }.with(SUBMISSION, Uuid::now_v7())
    }

    /// From a draft or a body.
    #[must_use]
    pub fn from_written(body: &[u8]) -> Self {
        let typed = form_urlencoded::parse(body)
            .into_owned()
            .map(|(name, value)| (name, value.replace("\r\n", "\n").replace('\0', "")))
            .collect();
        Self { typed, body: body.to_vec(), ..Self::default() }
    }
}

impl<S: Send + Sync> FromRequest<S> for Sheet {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if let Some(Reopened(body)) = request.extensions().get() {
            return Ok(Self::reopened(body));
        }
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self::from_written(&body))
    }
}
