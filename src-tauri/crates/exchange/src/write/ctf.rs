//! Pupils as a common transfer file, for the next school's system.
//!
//! It holds what such a file has room for. A school's own codes, as the watch list, are in no such file.

use super::Sender;
use chrono::{Datelike, NaiveDate};
use daybook_domain::calendar::AcademicYear;
use daybook_domain::pupil::{Need, Pupil, Status};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

type Xml = Writer<Vec<u8>>;

/// The file, in UTF-8.
pub fn ctf(pupils: &[Pupil], sender: Sender<'_>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("CTfile").write_inner_content(|xml| {
        header(xml, sender)?;
        xml.create_element("CTFpupilData").write_inner_content(|xml| {
            pupils.iter().try_for_each(|one| {
                xml.create_element("Pupil").write_inner_content(|xml| pupil(xml, one, sender)).map(|_| ())
            })
        })?;
        Ok(())
    })?;
    Ok(xml.into_inner())
}

fn header(xml: &mut Xml, sender: Sender<'_>) -> io::Result<()> {
    xml.create_element("Header").write_inner_content(|xml| {
        say(xml, "DocumentName", "Common Transfer File")?;
        // A version is called after the year it came into use.
        say(xml, "CTFversion", &format!("{:02}.0", sender.now.year() % 100))?;
        say(xml, "DateTime", &sender.now.format("%Y-%m-%dT%H:%M:%S").to_string())?;
        say(xml, "DocumentQualifier", "partial")?;
        say(xml, "SupplierID", "SENCO Daybook")?;
        xml.create_element("SourceSchool").write_inner_content(|xml| {
            say(xml, "SchoolName", sender.school)?;
            say(xml, "AcademicYear", &AcademicYear::of(sender.now.date()).0.to_string())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn pupil(xml: &mut Xml, pupil: &Pupil, sender: Sender<'_>) -> io::Result<()> {
    let details = &pupil.details;
    say(xml, "UPN", &details.upn)?;
    say(xml, "Surname", &details.surname)?;
    say(xml, "Forename", &details.forename)?;
    say(xml, "DOB", &details.born.map(|day| day.to_string()).unwrap_or_default())?;
    let year = details.year_on(sender.now.date());
    if !details.preferred.is_empty() || !year.is_empty() {
        xml.create_element("BasicDetails").write_inner_content(|xml| {
            say(xml, "PreferredForename", &details.preferred)?;
            say(xml, "NCyearActual", &year)
        })?;
    }
    if details.flags.looked_after {
        xml.create_element("LookedAfter").write_inner_content(|xml| say(xml, "InCare", "true"))?;
    }
    // What is still to begin is no history.
    let begun = |from: NaiveDate| from <= sender.now.date();
    let spells = spells(&pupil.statuses, sender);
    let mut needs: Vec<&Need> = pupil.needs.iter().filter(|need| begun(need.from)).collect();
    needs.sort_by_key(|need| (need.from, need.rank));
    if spells.is_empty() && needs.is_empty() {
        return Ok(());
    }
    xml.create_element("SENhistory").write_inner_content(|xml| {
        for (from, code) in &spells {
            xml.create_element("SEN").write_inner_content(|xml| {
                say(xml, "StartDate", from)?;
                say(xml, "SENprovision", code)
            })?;
        }
        if needs.is_empty() {
            return Ok(());
        }
        xml.create_element("SENneeds").write_inner_content(|xml| {
            needs.into_iter().try_for_each(|need| {
                let whole = xml.create_element("SENneed").write_inner_content(|xml| {
                    say(xml, "NeedStartDate", &need.from.to_string())?;
                    // The last day on which it held.
                    let last = need.to.and_then(|to| to.pred_opt());
                    say(xml, "NeedEndDate", &last.map(|day| day.to_string()).unwrap_or_default())?;
                    say(xml, "SENtypeRank", &need.rank.to_string())?;
                    say(xml, "SENtype", &need.code)
                });
                whole.map(|_| ())
            })
        })?;
        Ok(())
    })?;
    Ok(())
}

/// Begin and code of each spell, oldest first; where one ends and none follows, none begins.
fn spells(statuses: &[Status], sender: Sender<'_>) -> Vec<(String, String)> {
    let rules = sender.rules;
    let told = |status: &&Status| {
        status.from <= sender.now.date()
            && (rules.legacy(&status.code).is_some()
                || rules.statuses.iter().any(|known| known.code == status.code && known.registered))
    };
    let mut held: Vec<&Status> = statuses.iter().filter(told).collect();
    held.sort_by_key(|status| status.from);
    let mut spells = Vec::new();
    for (at, status) in held.iter().enumerate() {
        spells.push((status.from.to_string(), status.code.clone()));
        let next = held.get(at + 1).map(|next| next.from);
        if let Some(to) = status.to.filter(|to| next.is_none_or(|next| *to < next)) {
            spells.push((to.to_string(), rules.none.clone()));
        }
    }
    spells
}

/// An element of text, where there is any; what no XML can hold is left out.
fn say(xml: &mut Xml, element: &str, text: &str) -> io::Result<()> {
    let text: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    if text.is_empty() {
        return Ok(());
    }
    xml.create_element(element).write_text_content(BytesText::new(&text)).map(|_| ())
}
