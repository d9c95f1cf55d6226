//! Invented pupils.

use super::Scale;
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::pupil::{Flags, PupilDetails};
use daybook_store::Writer;
use fastrand::Rng;

const FORENAMES: [&str; 48] = [
    "Aaliyah", "Ada", "Ailbhe", "Alfie", "Amara", "Anaïs", "Arjun", "Ayla", "Bea", "Callum", "Chidi", "Chloë", "Daisy",
    "Dylan", "Eiliyah", "Elis", "Emeka", "Esme", "Farah", "Finlay", "Gwen", "Hana", "Idris", "Imogen", "Isaac",
    "Jacob", "Kasia", "Kofi", "Łukasz", "Maisie", "Mateo", "Mei", "Nia", "Noor", "Oisín", "Oscar", "Priya", "Reuben",
    "Rhiannon", "Saoirse", "Sefa", "Siân", "Ștefan", "Tamsin", "Theo", "Yusuf", "Zara", "Zoë",
];

const SURNAMES: [&str; 48] = [
    "Abara",
    "Achterberg",
    "Adeyemi",
    "Ahluwalia",
    "Arkwright",
    "Baptiste",
    "Bielak",
    "Brannigan",
    "Calloway",
    "Chaudhry",
    "Daković",
    "D'Arcy",
    "Dlamini",
    "Drummond",
    "Ekström",
    "Fairweather",
    "Farrugia",
    "Featherstone",
    "Galbraith",
    "Ġanni",
    "Hartigan",
    "Holloway",
    "Ibáñez",
    "Iqbal",
    "Jankowski",
    "Kavanagh",
    "Kapoor",
    "Lindqvist",
    "Llewellyn",
    "MacAskill",
    "Mbeki",
    "Nguyễn",
    "Nwosu",
    "O'Rourke",
    "Okonjo",
    "Penhaligon",
    "Quigley",
    "Rasool",
    "Ravenscroft",
    "Rodríguez-Vale",
    "Sallow",
    "Şimşek",
    "Szabó",
    "Tregenza",
    "Ueda",
    "van Houten",
    "Winterbourne",
    "Zieliński",
];

/// Need codes as often as they are met with.
const NEEDS: [&str; 16] = [
    "SLCN", "SLCN", "SLCN", "SLCN", "SEMH", "SEMH", "SEMH", "ASD", "ASD", "ASD", "SPLD", "SPLD", "MLD", "MLD", "HI",
    "PD",
];

/// A pupil as the sample's weeks need them.
pub struct Enrolled {
    /// Who.
    pub id: PupilId,
    /// What the SENCO calls them in a hurry.
    pub forename: String,
    /// Provision code.
    pub code: &'static str,
    /// Primary need; empty on the watch list.
    pub need: String,
}

/// Puts pupils on roll; those with provision or on the watch list are returned.
pub fn enrol(
    tx: &Writer<'_>,
    school: SchoolId,
    today: NaiveDate,
    scale: &Scale,
    chance: &mut Rng,
) -> Outcome<Vec<Enrolled>> {
    let year = AcademicYear::of(today).0;
    let first = AcademicYear(year).first().unwrap_or(today);
    let mut noted = Vec::new();
    for i in 0..scale.roll {
        let details = pupil(i, year, first, chance);
        let forename = details.forename.clone();
        let id = tx.pupils().insert(&details, school)?;
        if i >= scale.registered + scale.watched {
            continue;
        }
        let since = first - Days::new(u64::from(chance.u32(20..700)));
        let code = match i {
            _ if i >= scale.registered => "W",
            _ if i % 5 == 0 => "E",
            _ => "K",
        };
        tx.pupils().open_status(id, code, since, reason(code))?;
        let needs = if code == "W" { Vec::new() } else { needs(chance) };
        tx.pupils().set_needs(id, &needs.iter().map(String::as_str).collect::<Vec<_>>(), since)?;
        noted.push(Enrolled { id, forename, code, need: needs.into_iter().next().unwrap_or_default() });
    }
    Ok(noted)
}

/// The same invented pupils as a list with headings.
pub fn roll_as_csv(roll: u32, today: NaiveDate) -> String {
    let year = AcademicYear::of(today).0;
    let first = AcademicYear(year).first().unwrap_or(today);
    let mut chance = Rng::with_seed(5);
    let mut out =
        String::from("UPN,Legal Surname,Legal Forename,Date of Birth,Reg,SEN Status,SEN Need Type,Pupil Premium,EAL\n");
    for i in 0..roll {
        let pupil = pupil(i, year, first, &mut chance);
        let (status, needs) = if i % 4 == 0 { ("K", needs(&mut chance).join("; ")) } else { ("N", String::new()) };
        let born = pupil.born.map(|born| born.format("%d/%m/%Y").to_string()).unwrap_or_default();
        let flag = |yes: bool| if yes { "Y" } else { "N" };
        out.push_str(&format!(
            "{},{} {i},{},{born},{},{status},{needs},{},{}\n",
            pupil.upn,
            pupil.surname,
            pupil.forename,
            pupil.class,
            flag(pupil.flags.pupil_premium),
            flag(pupil.flags.eal)
        ));
    }
    out
}

fn pupil(i: u32, year: i32, on_roll_from: NaiveDate, chance: &mut Rng) -> PupilDetails {
    let curriculum_year = (i % 7) as i32;
    let born = NaiveDate::from_ymd_opt(year - 5 - curriculum_year, 9, 1).unwrap_or(on_roll_from)
        + Days::new(u64::from(chance.u32(0..365)));
    let class = if curriculum_year == 0 { "R".to_owned() } else { curriculum_year.to_string() };
    let forename = FORENAMES[chance.usize(..FORENAMES.len())];
    PupilDetails {
        surname: SURNAMES[chance.usize(..SURNAMES.len())].to_owned(),
        forename: forename.to_owned(),
        preferred: String::new(),
        pronunciation: String::new(),
        born: Some(born),
        upn: upn(year - curriculum_year, i),
        admission: format!("{:05}", 3_000 + i),
        year_override: None,
        class: format!("{class}{}", ['L', 'F'][(i / 7 % 2) as usize]),
        flags: Flags {
            pupil_premium: chance.u8(..4) == 0,
            looked_after: chance.u8(..60) == 0,
            social_care: chance.u8(..40) == 0,
            eal: chance.u8(..5) == 0,
            young_carer: chance.u8(..70) == 0,
        },
        own_flags: Vec::new(),
        on_roll_from: Some(came(born, on_roll_from)),
        on_roll_to: None,
        note: String::new(),
    }
}

/// In September of their first nursery year: nobody has provision before they came.
fn came(born: NaiveDate, first: NaiveDate) -> NaiveDate {
    let nursery = AcademicYear::of(born).0 + 3;
    AcademicYear(nursery).first().map_or(first, |day| day.min(first))
}

/// A well-formed number of a school that does not exist.
fn upn(joined: i32, serial: u32) -> String {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let digits = format!("8810000{:02}{:03}", joined.rem_euclid(100), serial % 1_000);
    let weighed: usize =
        digits.bytes().zip(2..).map(|(digit, weight): (u8, usize)| usize::from(digit - b'0') * weight).sum();
    format!("{}{digits}", char::from(LETTERS[weighed % 23]))
}

fn needs(chance: &mut Rng) -> Vec<String> {
    let primary = NEEDS[chance.usize(..NEEDS.len())];
    let second = NEEDS[chance.usize(..NEEDS.len())];
    let mut needs = vec![primary.to_owned()];
    if second != primary && chance.u8(..3) == 0 {
        needs.push(second.to_owned());
    }
    needs
}

fn reason(code: &str) -> &'static str {
    match code {
        "E" => "EHC plan issued",
        "K" => "Agreed with parents after two cycles in class",
        _ => "Class teacher's concern",
    }
}
