//! How long a text may be.

use crate::{Fault, Outcome};

/// Refuses a text of more than `most` characters (Unicode scalar values, as typed, spaces too).
///
/// Fault `text.too_long`, said of `field`; the sentence names the limit, never the text.
pub fn at_most(text: &str, most: usize, field: &str) -> Outcome<()> {
    if text.chars().nth(most).is_none() {
        return Ok(());
    }
    let message = format!("This may be {most} characters long at most. Shorten it and try again; nothing was changed.");
    Err(Fault::new("text.too_long", message).at(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_not_bytes() {
        for (text, most, fits) in [("", 0, true), ("Zoë", 3, true), ("Zoë ", 3, false), ("abc", 2, false)] {
            assert_eq!(at_most(text, most, "forename").is_ok(), fits, "{text:?} within {most}");
        }
        let fault = at_most("Jacob", 4, "pupils.2.forename").unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), ("text.too_long", Some("pupils.2.forename")));
        assert!(fault.message.contains('4') && !fault.message.contains("Jacob"), "{}", fault.message);
    }
}
