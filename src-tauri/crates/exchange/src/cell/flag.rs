//! Yes or no, as systems write it.

use crate::mapping::Field;
use crate::words::plain;

/// What a flag cell says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FlagCell {
    /// Nothing, so what was typed stays.
    #[default]
    Blank,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Something that may be either.
    Unclear,
}

/// Reads a cell of a column of flags; some words are a yes in one column only.
pub fn read(cell: &str, field: Field) -> FlagCell {
    let cell = cell.trim();
    if matches!(cell, "" | "-" | "?") {
        return FlagCell::Blank;
    }
    if matches!(cell, "✓" | "✔" | "☑" | "√" | "✅") {
        return FlagCell::Yes;
    }
    match plain(cell).as_str() {
        "y" | "yes" | "t" | "true" | "1" | "x" | "on" => FlagCell::Yes,
        "n" | "no" | "f" | "false" | "0" | "none" | "na" | "n a" | "off" => FlagCell::No,
        word if own_words(field).contains(&word) => FlagCell::Yes,
        _ => FlagCell::Unclear,
    }
}

fn own_words(field: Field) -> &'static [&'static str] {
    match field {
        Field::PupilPremium => &["pp", "ppg", "pupil premium", "ever 6", "ever6", "disadvantaged", "eligible"],
        Field::Eal => &["eal", "english as an additional language"],
        Field::LookedAfter => &["lac", "cla", "looked after", "in care"],
        Field::SocialCare => &["cin", "cp", "child in need", "child protection", "social care"],
        Field::YoungCarer => &["young carer", "yc"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_yes_and_no() {
        for (cell, field, read_as) in [
            ("T", Field::Eal, FlagCell::Yes),
            ("F", Field::Eal, FlagCell::No),
            ("Yes", Field::PupilPremium, FlagCell::Yes),
            ("PP", Field::PupilPremium, FlagCell::Yes),
            ("PP", Field::Eal, FlagCell::Unclear),
            ("LAC", Field::LookedAfter, FlagCell::Yes),
            ("Previously looked after", Field::LookedAfter, FlagCell::Unclear),
            ("✓", Field::YoungCarer, FlagCell::Yes),
            ("", Field::Eal, FlagCell::Blank),
            ("0", Field::Eal, FlagCell::No),
            ("Polish", Field::Eal, FlagCell::Unclear),
        ] {
            assert_eq!(read(cell, field), read_as, "{cell} as {field:?}");
        }
    }
}
