/// A question on a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// As the form sends it and as the domain's problems name it.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
}

impl Field {
    #[must_use]
    pub const fn new(name: &'static str, label: &'static str) -> Self {
        Self { name, label, hint: "" }
    }

    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    #[must_use]
    pub const fn hidden(name: &'static str) -> Self {
        Self::new(name, name)
    }
}
