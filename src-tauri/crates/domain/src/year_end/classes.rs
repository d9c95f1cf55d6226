//! Which class comes after one, as far as its name tells.

/// The class after this one of pupils who go from one curriculum year to the next; none where the name does not tell.
///
/// A name tells where the one figure in it is the year (`5B`, `Class 5`, `Year 5 Oak`), or where it is that of a
/// reception class (`R`, `RB`, `Reception B`). A class of two years (`5/6`) and one called by a word (`Oak`) do not.
pub fn after(class: &str, year: &str, next_year: &str) -> Option<String> {
    if year == "R" && next_year == "1" {
        return after_reception(class.trim());
    }
    let figures: Vec<(usize, &str)> = runs(class);
    match figures.as_slice() {
        [(at, figure)] if *figure == year && next_year.parse::<u32>().is_ok() => {
            Some(format!("{}{next_year}{}", &class[..*at], &class[at + figure.len()..]))
        }
        _ => None,
    }
}

fn after_reception(class: &str) -> Option<String> {
    if let Some(rest) = class.strip_prefix("Reception") {
        return Some(format!("Year 1{rest}"));
    }
    let rest = class.strip_prefix('R').or_else(|| class.strip_prefix('r'))?;
    let short = rest.chars().filter(|letter| letter.is_alphanumeric()).count() <= 1;
    (short && !rest.contains(|letter: char| letter.is_ascii_digit())).then(|| format!("1{rest}"))
}

/// Runs of figures, each with where it begins.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(begins) = text[rest..].find(|letter: char| letter.is_ascii_digit()).map(|at| rest + at) {
        let length = text[begins..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len() - begins);
        found.push((begins, &text[begins..begins + length]));
        rest = begins + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn the_one_figure_that_is_the_year_goes_up() {
        for (class, year, next, then) in [
            ("5B", "5", "6", Some("6B")),
            ("Year 5 Oak", "5", "6", Some("Year 6 Oak")),
            ("9Ł", "9", "10", Some("10Ł")),
            ("5B", "6", "7", None),
            ("5/6 Elm", "5", "6", None),
            ("Oak", "5", "6", None),
            ("", "5", "6", None),
            ("R", "R", "1", Some("1")),
            ("RB", "R", "1", Some("1B")),
            ("R-K", "R", "1", Some("1-K")),
            ("Reception Bees", "R", "1", Some("Year 1 Bees")),
            ("Robins", "R", "1", None),
            ("R1", "R", "1", None),
            ("N", "N2", "R", None),
        ] {
            assert_eq!(after(class, year, next).as_deref(), then, "{class} of year {year}");
        }
    }
}
