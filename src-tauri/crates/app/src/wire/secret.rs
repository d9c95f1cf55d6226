//! Words that open a daybook.

use serde::{Deserialize, Deserializer};
use std::fmt;
use std::ops::Deref;
use zeroize::Zeroizing;

/// A passphrase: wiped from memory when it is dropped, and never shown by a `{:?}`.
///
/// What carried it here, such as the text of a command, is not wiped.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl From<String> for Secret {
    fn from(words: String) -> Self {
        Self(Zeroizing::new(words))
    }
}

impl Deref for Secret {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use crate::wire::OpenVault;

    #[test]
    fn no_trace_shows_the_words() {
        let ask = serde_json::json!({ "folder": "Mine.daybook", "passphrase": "walnut tandem" });
        let ask: OpenVault = serde_json::from_value(ask).unwrap();
        assert_eq!(&*ask.passphrase, "walnut tandem");
        assert!(!format!("{ask:?}").contains("walnut"));
    }
}
