//! How anything that went wrong reaches a person.

use serde::Serialize;
use std::borrow::Cow;
use ts_rs::TS;

/// A result whose error can be shown to a person as it stands.
pub type Outcome<T> = Result<T, Fault>;

/// What a person is told: a code for screens and tests, a sentence for them, the field where one applies.
///
/// The sentence says what happened, what was kept and what to do. It never holds a pupil's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Fault {
    /// Stable code, `noun.what`, such as `hours.past_midnight`.
    #[ts(type = "string")]
    pub code: Cow<'static, str>,
    /// One or two plain English sentences.
    pub message: String,
    /// The name of the argument's field at fault, in dots (`days.2.contracted`), where there is one.
    pub field: Option<String>,
}

impl Fault {
    /// A fault that belongs to no one field.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed(code), message: message.into(), field: None }
    }

    /// The same fault, said of a field.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}
