//! One line typed in haste, read for what it says: how long, when, who, by what way, about what.
//!
//! Reading guesses and never refuses: any line gives something to keep, and she classifies it later. The rules:
//!
//! - A time and a length may lead, in either order (`9:15 10m`, `9:15-9:40`, `1h20`, `half an hour`); a bare number
//!   leading the line is minutes; a length with its unit may also end the line. Hours 1 to 6 are in the afternoon,
//!   unless the afternoon is still to come: what is captured has begun.
//! - `#private` keeps it to herself; `@home`, `@travel`, `@other` and `@school` say where. They may stand anywhere.
//! - Who: a title and a name, a relative (`mum of Maisie`, `Maisie's mum`) or a role; only before "about" or "re".
//! - About: what follows "about" or "re"; else the line without who and by what way.
//! - It was an interruption, unless it was not at school, or nobody rang, knocked or wrote and the line speaks of
//!   paperwork or an appointment.

mod time;
mod who;

use crate::clock::Clock;
use crate::entry::{EntryKind, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Minutes to offer where the line names none.
pub const OFFERED_MINUTES: u32 = 5;

/// What one line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Captured {
    /// How long, in minutes, 1 to 1440; none where the line does not say ([`OFFERED_MINUTES`] is then offered).
    pub minutes: Option<u32>,
    /// When it began, if the line says.
    pub start: Option<Clock>,
    /// Who it was with or by, as written.
    pub who: Option<String>,
    /// By what way: `phone`, `door`, `email`, `corridor` or `text`.
    pub way: Option<String>,
    /// What about; may be empty.
    pub about: String,
    /// Where; at school unless the line says otherwise.
    pub place: Place,
    /// Kept to herself.
    pub private: bool,
    /// How it stands to the plan, as far as one can guess.
    pub kind: EntryKind,
    /// The break it says was lost, such as `lunch`.
    pub missed_break: Option<String>,
    /// The line without its time, its length and its tags.
    pub text: String,
}

const ABOUT: [&str; 4] = ["about", "re", "regarding", "concerning"];

/// Words between who, way and what that say nothing by themselves.
const JOINING: [&str; 11] = ["from", "with", "by", "to", "at", "in", "on", "the", "for", "-", "–"];

const WAYS: [(&str, &[&str]); 5] = [
    ("phone", &["phone", "phoned", "call", "called", "calls", "rang", "ring", "telephone", "telephoned"]),
    ("door", &["door", "knock", "knocked"]),
    ("email", &["email", "emails", "emailed", "e-mail", "e-mailed"]),
    ("corridor", &["corridor"]),
    ("text", &["text", "texts", "texted", "sms"]),
];

/// Work that nobody breaks in with.
const OWN_WORK: [&str; 24] = [
    "report",
    "reports",
    "paperwork",
    "planning",
    "records",
    "forms",
    "writing",
    "marking",
    "policy",
    "data",
    "timetable",
    "timetables",
    "preparation",
    "prep",
    "visit",
    "meeting",
    "review",
    "training",
    "course",
    "observation",
    "assessment",
    "interview",
    "audit",
    "plans",
];

const BREAKS: [&str; 4] = ["lunch", "break", "playtime", "breaktime"];

const LOST: [&str; 7] = ["missed", "lost", "no", "skipped", "none", "worked", "without"];

/// Characters of a line that is captured.
pub const LONGEST_LINE: usize = 1000;

/// Reads one line, typed at this time of day. Never fails: what it cannot place stays in `text`.
pub fn read(line: &str, now: Clock) -> Captured {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let (mut place, mut private) = (Place::School, false);
    words.retain(|word| match tag(word) {
        Some(Tag::Private) => {
            private = true;
            false
        }
        Some(Tag::Place(said)) => {
            place = said;
            false
        }
        None => true,
    });
    let time::Timing { start, minutes, used, ends } = time::read(&words, now);
    let words = &words[used..ends];
    let limit = words.iter().position(|word| ABOUT.contains(&plain(word).as_str())).unwrap_or(words.len());
    let who = who::find(&words[..limit]);
    let way = find_way(&words[..limit]);
    let spoken: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let own_work = way.is_none() && spoken.iter().any(|word| OWN_WORK.contains(&word.as_str()));
    Captured {
        minutes,
        start,
        about: about(words, limit, who.as_ref(), way),
        who: who.map(|found| trimmed(&words[found].join(" ")).to_owned()),
        way: way.map(|(way, _)| way.to_owned()),
        place,
        private,
        kind: if place != Place::School || own_work { EntryKind::Extra } else { EntryKind::Interruption },
        missed_break: missed_break(&spoken),
        text: words.join(" "),
    }
}

/// Whether the word that begins at a byte of the text is the name of somebody with a title, as in "Mr Reed" and
/// "Mrs J. van der Berg": an adult, whoever else is called so.
pub fn is_titled(text: &str, at: usize) -> bool {
    let before: Vec<&str> = text.get(..at).unwrap_or_default().split_whitespace().collect();
    who::ends_with_title(&before)
}

enum Tag {
    Private,
    Place(Place),
}

fn tag(word: &str) -> Option<Tag> {
    match trimmed(word).to_lowercase().as_str() {
        "#private" => Some(Tag::Private),
        "@home" => Some(Tag::Place(Place::Home)),
        "@school" => Some(Tag::Place(Place::School)),
        "@travel" => Some(Tag::Place(Place::Travel)),
        "@other" | "@otherschool" => Some(Tag::Place(Place::OtherSchool)),
        _ => None,
    }
}

/// The first word that says by what way, and where it stands.
fn find_way(words: &[&str]) -> Option<(&'static str, usize)> {
    words.iter().enumerate().find_map(|(i, word)| {
        let word = plain(word);
        // "Next door" is a place, nobody knocked there.
        let elsewhere = i > 0 && plain(words[i - 1]) == "next";
        let (way, _) = WAYS.iter().find(|(_, said)| said.contains(&word.as_str()) && !elsewhere)?;
        Some((*way, i))
    })
}

fn about(words: &[&str], limit: usize, who: Option<&std::ops::Range<usize>>, way: Option<(&str, usize)>) -> String {
    if let Some(what) = words.get(limit + 1..).filter(|what| !what.is_empty()) {
        return what.join(" ");
    }
    let said = |i: usize| who.is_some_and(|who| who.contains(&i)) || way.is_some_and(|(_, at)| at == i);
    let kept: Vec<usize> = (0..limit).filter(|i| !said(*i)).collect();
    let joins = |i: &&usize| JOINING.contains(&plain(words[**i]).as_str()) || trimmed(words[**i]).is_empty();
    let first = kept.iter().take_while(joins).count();
    let last = kept.len() - kept[first..].iter().rev().take_while(joins).count();
    kept[first..last].iter().map(|i| words[*i]).collect::<Vec<_>>().join(" ")
}

fn missed_break(spoken: &[String]) -> Option<String> {
    let lost = spoken.iter().any(|word| LOST.contains(&word.as_str()));
    spoken.iter().find(|word| lost && BREAKS.contains(&word.as_str())).cloned()
}

/// A word in small letters, without the punctuation around it.
fn plain(word: &str) -> String {
    match trimmed(word) {
        "" => word.to_owned(),
        bare => bare.to_lowercase(),
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_matches([',', ';', ':', '.', '!', '?', '(', ')', '"', '“', '”', '-', '–'])
}

#[cfg(test)]
mod tests;
