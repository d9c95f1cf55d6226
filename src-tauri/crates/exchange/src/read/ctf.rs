//! A common transfer file to a table: one row per pupil, under headings of its element names.
//!
//! Read leniently: namespaces and unknown elements are passed over. A document type declaration is refused, so no entity
//! can be declared, fetched or expanded.

use super::encoding::Decoded;
use super::{MOST_CHARACTERS, MOST_ROWS, broken, headings, not_a_list, too_many_rows};
use crate::table::{FileKind, Row, Table};
use chrono::NaiveDate;
use daybook_domain::{Fault, Outcome};
use quick_xml::events::Event;

/// Column headings, in the order of [`Found::cells`]. Each is a heading that the guess knows.
const HEADINGS: [&str; 13] = [
    "UPN",
    "Surname",
    "Forename",
    "PreferredForename",
    "DOB",
    "NCyearActual",
    "Class",
    "SENprovision",
    "SENprovision StartDate",
    "SENtype",
    "InCare",
    "SEN provision history",
    "SEN needs history",
];
/// What a transfer file calls no provision.
const NONE: &str = "N";
/// Elements inside elements: a transfer file has seven.
const DEEPEST: usize = 64;

/// What is found of one pupil.
#[derive(Default)]
struct Found {
    upn: String,
    surname: String,
    forename: String,
    preferred: String,
    born: String,
    year: String,
    class: String,
    in_care: String,
    /// Start date (ISO, so text sorts by time) and code of each spell of provision.
    spells: Vec<(String, String)>,
    /// Each need.
    needs: Vec<FoundNeed>,
}

/// What is found of one need.
#[derive(Default)]
struct FoundNeed {
    rank: u32,
    code: String,
    from: String,
    last: String,
}

/// Reads every pupil; refuses XML that is no transfer file or holds no pupil.
pub fn read(decoded: &Decoded) -> Outcome<Table> {
    let mut reader = quick_xml::Reader::from_str(&decoded.text);
    let mut path: Vec<String> = Vec::new();
    let mut text = String::new();
    let mut found = Found::default();
    let mut rows: Vec<Row> = Vec::new();
    let mut is_ctf = false;
    loop {
        match reader.read_event().map_err(|_| broken("transfer file"))? {
            Event::Start(element) => {
                path.push(element.local_name().as_ref().to_ascii_lowercase());
                is_ctf |= path.len() == 1 && path.last().is_some_and(|name| name == "ctfile");
                if path.len() > DEEPEST {
                    return Err(broken("transfer file"));
                }
                if path.last().is_some_and(|name| name == "pupil") {
                    found = Found::default();
                }
                found.open(&path);
                text.clear();
            }
            Event::End(_) => {
                found.close(&path, &headings::clean(&text));
                text.clear();
                if path.pop().is_some_and(|name| name == "pupil") && is_ctf {
                    if rows.len() >= MOST_ROWS {
                        return Err(too_many_rows());
                    }
                    let number = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
                    rows.push(Row { number, cells: std::mem::take(&mut found).cells() });
                }
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => text.push(letter),
                _ => text
                    .push_str(quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()).unwrap_or("?")),
            },
            Event::DocType(_) => return Err(declared()),
            Event::Eof if !path.is_empty() => return Err(broken("transfer file")),
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if text.len() > MOST_CHARACTERS * 4 {
            return Err(broken("transfer file"));
        }
    }
    if !is_ctf {
        return Err(not_a_list("XML, and no common transfer file"));
    }
    if rows.is_empty() {
        return Err(Fault::new(
            "import.no_rows",
            "That transfer file holds no pupils. Nothing was imported. Ask the sending school for it again.",
        ));
    }
    let headings = HEADINGS.map(str::to_owned).to_vec();
    Ok(Table {
        source: FileKind::Ctf,
        headings,
        rows,
        encoding: decoded.encoding.to_owned(),
        separator: None,
        notices: decoded.notice.iter().cloned().collect(),
    })
}

impl Found {
    /// Begins a spell or a need when its element opens.
    fn open(&mut self, path: &[String]) {
        match path.last().map(String::as_str) {
            Some("sen") => self.spells.push(Default::default()),
            Some("senneed") => self.needs.push(FoundNeed { rank: u32::MAX, ..FoundNeed::default() }),
            _ => {}
        }
    }

    /// Takes an element's text when it closes, by its own name and its parent's.
    fn close(&mut self, path: &[String], text: &str) {
        let [.., parent, name] = path else { return };
        let into = match (parent.as_str(), name.as_str()) {
            ("pupil", "upn") => &mut self.upn,
            ("pupil", "surname") => &mut self.surname,
            ("pupil", "forename") => &mut self.forename,
            ("pupil", "dob") => &mut self.born,
            (_, "preferredforename") => &mut self.preferred,
            (_, "ncyearactual") => &mut self.year,
            (_, "reggroup" | "registrationgroup") => &mut self.class,
            (_, "incare") => &mut self.in_care,
            ("sen", "startdate") => match self.spells.last_mut() {
                Some(spell) => &mut spell.0,
                None => return,
            },
            ("sen", "senprovision") => match self.spells.last_mut() {
                Some(spell) => &mut spell.1,
                None => return,
            },
            ("senneed", "sentype") => match self.needs.last_mut() {
                Some(need) => &mut need.code,
                None => return,
            },
            ("senneed", "needstartdate") => match self.needs.last_mut() {
                Some(need) => &mut need.from,
                None => return,
            },
            ("senneed", "needenddate") => match self.needs.last_mut() {
                Some(need) => &mut need.last,
                None => return,
            },
            ("senneed", "sentyperank") => {
                if let (Some(need), Ok(rank)) = (self.needs.last_mut(), text.parse()) {
                    need.rank = rank;
                }
                return;
            }
            _ => return,
        };
        text.clone_into(into);
    }

    /// The row: the latest spell of provision, and the needs that have not ended, by rank.
    fn cells(mut self) -> Vec<String> {
        let (history, need_history) = (self.history(), self.need_history());
        self.needs.retain(|need| need.last.is_empty() && !need.code.is_empty());
        self.needs.sort_by_key(|need| need.rank);
        let needs: Vec<String> = self.needs.into_iter().map(|need| need.code).collect();
        // Among spells of one day the last in the file counts, and `max_by` keeps the last of equals.
        let (since, provision) = self.spells.into_iter().max_by(|one, other| one.0.cmp(&other.0)).unwrap_or_default();
        let cells = [
            self.upn,
            self.surname,
            self.forename,
            self.preferred,
            self.born,
            self.year,
            self.class,
            provision,
            since,
            needs.join(", "),
            self.in_care,
            history,
            need_history,
        ];
        cells.to_vec()
    }

    /// Provision over time; nothing where a spell says no day.
    fn history(&self) -> String {
        let mut spells: Vec<(NaiveDate, &str)> = Vec::new();
        for (from, code) in self.spells.iter().filter(|(_, code)| !code.is_empty()) {
            let Some(from) = day(from) else { return String::new() };
            spells.push((from, code));
        }
        spells.sort_by_key(|(from, _)| *from);
        let mut parts = Vec::new();
        for (at, (from, code)) in spells.iter().enumerate() {
            match spells.get(at + 1).map(|(next, _)| *next) {
                _ if code.eq_ignore_ascii_case(NONE) => {}
                // Of two of one day the later one counts; one that goes on is no new one.
                Some(next) if next == *from => {}
                Some(next) => parts.push(format!("{code} {from} to {}", next.pred_opt().unwrap_or(next))),
                None => parts.push(format!("{code} {from}")),
            }
        }
        parts.join(" | ")
    }

    /// Needs over time; nothing where one says neither day nor rank.
    fn need_history(&self) -> String {
        let part = |need: &FoundNeed| {
            let from = day(&need.from).filter(|_| need.rank < 100)?;
            Some(match need.last.as_str() {
                "" => format!("{} {} {from}", need.rank, need.code),
                last => format!("{} {} {from} to {}", need.rank, need.code, day(last)?),
            })
        };
        let parts: Option<Vec<String>> = self.needs.iter().filter(|need| !need.code.is_empty()).map(part).collect();
        parts.unwrap_or_default().join(" | ")
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.get(..10).and_then(|day| day.parse().ok())
}

fn declared() -> Fault {
    Fault::new(
        "import.not_a_list",
        "That transfer file holds a document type declaration, which a real one never does, so it was not read. Nothing \
         was imported. Ask the sending school for the file again.",
    )
}
