//! What can go wrong between a document and its file.

use thiserror::Error;

/// Why a pack could not be made. Nothing is ever half made: there is a whole file or this.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PackError {
    /// The typeface that is built into the program could not be read or cut down to the characters in use.
    #[error(
        "The pack could not be made because its typeface could not be read ({0}). Your records are untouched. Install the app again, then print once more."
    )]
    Typeface(String),
    /// The pages were set and could not be written as a PDF file.
    #[error(
        "The pack was laid out but could not be written as a PDF ({0}). Your records are untouched. Print once more, and report it if it happens again."
    )]
    Binding(String),
}

impl PackError {
    /// A short stable code for the host to act on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Typeface(_) => "pack.typeface",
            Self::Binding(_) => "pack.binding",
        }
    }
}
