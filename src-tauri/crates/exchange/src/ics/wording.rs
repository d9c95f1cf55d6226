//! What the words of an event say of a school's year.

use crate::words::plain;

/// What an event of a school's calendar means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Staff work, pupils stay at home.
    Inset,
    /// A bank holiday.
    BankHoliday,
    /// The school is shut on a day of term.
    Closure,
    /// Days between half-terms.
    Holiday,
    /// A half-term or a term from its first day to its last.
    Term,
    /// The first day of a half-term or a term.
    Starts,
    /// The last day of one.
    Ends,
}

const INSET: [&str; 9] = [
    "inset",
    "training day",
    "staff training",
    "teacher training",
    "staff development",
    "professional development",
    "non pupil day",
    "pd day",
    "baker day",
];
const BANK_HOLIDAY: [&str; 7] =
    ["bank holiday", "good friday", "easter monday", "may day", "boxing day", "christmas day", "new years day"];
const CLOSURE: [&str; 5] = ["closed", "closure", "occasional day", "snow day", "polling day"];
const HOLIDAY: [&str; 4] = ["holiday", "holidays", "break", "vacation"];
const STARTS: [&str; 13] = [
    "starts",
    "start",
    "begins",
    "begin",
    "commences",
    "opens",
    "open",
    "reopens",
    "first day",
    "return",
    "returns",
    "back to school",
    "term opens",
];
const ENDS: [&str; 13] = [
    "ends",
    "end",
    "finishes",
    "finish",
    "closes",
    "last day",
    "break up",
    "breaks up",
    "break for",
    "breaks for",
    "final day",
    "close for",
    "school closes",
];

/// What a title says of the school's year, if it says anything; `days` is how many it takes.
pub(super) fn said(title: &str, days: i64) -> Option<Said> {
    let title = format!(" {} ", plain(title));
    let has = |phrase: &str| title.contains(&format!(" {phrase} "));
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(phrase));
    let half_term = any(&["half term", "halfterm", "mid term"]);
    let of_school = half_term || any(&["term", "terms", "school", "pupils", "students", "children", "year"]);
    if any(&INSET) {
        return Some(Said::Inset);
    }
    if any(&BANK_HOLIDAY) {
        return Some(Said::BankHoliday);
    }
    // A parents' evening, a trip or a club may well start or end in a term; they are no part of its dates.
    if any(&["trip", "club", "clubs", "evening", "assembly", "fair", "meeting", "report", "reports", "concert"]) {
        return None;
    }
    if of_school && any(&ENDS) {
        // "Half-term ends" may be the last day of lessons or of the holiday.
        return (!half_term || any(&ENDS[4..]) || has("end of")).then_some(Said::Ends);
    }
    if of_school && any(&STARTS) {
        return (!half_term || any(&STARTS[5..])).then_some(Said::Starts);
    }
    let season = any(&["autumn", "spring", "summer", "christmas", "easter", "february", "october", "may", "whitsun"]);
    let numbered = title.split(' ').any(|word| matches!(word, "1" | "2" | "3" | "4" | "5" | "6"));
    if any(&HOLIDAY) && (half_term || season || of_school) {
        return Some(Said::Holiday);
    }
    if days > 16 && (of_school || (season && numbered)) {
        return Some(Said::Term);
    }
    if half_term && !numbered {
        return Some(Said::Holiday);
    }
    (any(&CLOSURE) && of_school).then_some(Said::Closure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_schools_and_councils_are_understood() {
        for (title, days, meant) in [
            ("INSET Day", 1, Some(Said::Inset)),
            ("Inset – school closed to pupils", 1, Some(Said::Inset)),
            ("Staff Training Day", 1, Some(Said::Inset)),
            ("Half Term", 5, Some(Said::Holiday)),
            ("October half-term holiday", 7, Some(Said::Holiday)),
            ("Half term break", 5, Some(Said::Holiday)),
            ("Christmas Holidays", 14, Some(Said::Holiday)),
            ("Easter break", 14, Some(Said::Holiday)),
            ("Autumn term starts", 1, Some(Said::Starts)),
            ("First day of term", 1, Some(Said::Starts)),
            ("Pupils return to school", 1, Some(Said::Starts)),
            ("School reopens after half-term", 1, Some(Said::Starts)),
            ("Term ends", 1, Some(Said::Ends)),
            ("End of Autumn Term", 1, Some(Said::Ends)),
            ("School closes for half term", 1, Some(Said::Ends)),
            ("Last day of half term", 1, Some(Said::Ends)),
            ("Break up for Christmas - last day of term", 1, Some(Said::Ends)),
            ("Autumn Term 1", 50, Some(Said::Term)),
            ("Term 3", 40, Some(Said::Term)),
            ("Spring 2", 35, Some(Said::Term)),
            ("Early May Bank Holiday", 1, Some(Said::BankHoliday)),
            ("Good Friday", 1, Some(Said::BankHoliday)),
            ("School closed (snow)", 1, Some(Said::Closure)),
            ("School closure", 1, Some(Said::Closure)),
            ("Half term begins", 1, None),
            ("Half term ends", 1, None),
            ("Sports day", 1, None),
            ("Half term football club", 3, None),
            ("Parents' evening", 1, None),
            ("Year 6 residential trip returns", 1, None),
            ("Road closed outside", 1, None),
            ("", 1, None),
        ] {
            assert_eq!(said(title, days), meant, "{title:?}, {days} days");
        }
    }
}
