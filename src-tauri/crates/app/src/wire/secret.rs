//! Words that open a daybook.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
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

/// A secret on its way to the screen that asked for it: wiped from memory when it is dropped, and never shown by a `{:?}`.
///
/// What it becomes on the wire is not wiped.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown(Zeroizing<String>);

impl From<Zeroizing<String>> for Shown {
    fn from(secret: Zeroizing<String>) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown")
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use crate::wire::{DatabaseKeyView, OpenVault};

    #[test]
    fn no_trace_shows_the_words() {
        let ask = serde_json::json!({ "folder": "Mine.daybook", "passphrase": "walnut tandem" });
        let ask: OpenVault = serde_json::from_value(ask).unwrap();
        assert_eq!(&*ask.passphrase, "walnut tandem");
        assert!(!format!("{ask:?}").contains("walnut"));
        let shown = |text: &str| Shown::from(zeroize::Zeroizing::new(text.to_owned()));
        let told = DatabaseKeyView { key: shown("00ff"), pragmas: vec![shown("x'00ff'")] };
        assert!(!format!("{told:?}").contains("00ff"));
        assert_eq!(serde_json::to_value(told).unwrap()["key"], "00ff");
    }
}
