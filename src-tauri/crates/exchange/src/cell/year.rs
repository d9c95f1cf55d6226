//! Curriculum years as systems write them.

use crate::words::plain;
use daybook_domain::codes::RulePack;

/// The codes a year cell may mean, the likeliest first; empty if it means none. "Nursery" alone may be either year of it.
pub fn read(cell: &str, rules: &RulePack) -> Vec<String> {
    let text = plain(cell);
    let rest = ["curriculum year", "nc year", "year group", "year", "yr", "nc", "y"]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(&text)
        .trim();
    let code = match rest.trim_start_matches('0') {
        "" if rest.starts_with('0') => "R",
        "reception" | "rec" | "r" | "f2" | "foundation 2" | "foundation stage 2" | "fs2" => "R",
        "nursery" | "nur" | "n" | "f1" | "foundation 1" | "fs1" => return vec!["N2".to_owned(), "N1".to_owned()],
        "nursery 1" => "N1",
        "nursery 2" => "N2",
        other => other,
    };
    // "reception" itself begins with no word above, but "r" of "yr" would be lost to "yr": that one is Reception.
    let code = if text == "yr" { "R" } else { code };
    rules.year(code).map(|year| year.code.clone()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_however_written() {
        for (cell, code) in [
            ("Year 4", "4"),
            ("Yr 4", "4"),
            ("Y4", "4"),
            ("04", "4"),
            ("4", "4"),
            ("Year 13", "13"),
            ("Reception", "R"),
            ("Year R", "R"),
            ("YR", "R"),
            ("R", "R"),
            ("0", "R"),
            ("n1", "N1"),
            ("Nursery 2", "N2"),
            ("X", "X"),
        ] {
            assert_eq!(read(cell, RulePack::england()), [code], "{cell}");
        }
        assert_eq!(read("Nursery", RulePack::england()), ["N2", "N1"]);
        for cell in ["Year 15", "7B", "sixth form", "-"] {
            assert!(read(cell, RulePack::england()).is_empty(), "{cell}");
        }
    }
}
