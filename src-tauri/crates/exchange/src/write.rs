//! Files for other programs: any table as CSV, and the list of pupils as CSV, as a workbook and as a transfer file.

mod ctf;
mod list;
mod table;
mod workbook;

pub use table::{harmless, original, to_csv};

use crate::table::FileKind;
use chrono::NaiveDateTime;
use daybook_domain::codes::RulePack;
use daybook_domain::flags::Flag;
use daybook_domain::ids::FlagId;
use daybook_domain::pupil::Pupil;
use daybook_domain::{Fault, Outcome};

/// What a file of pupils has to know besides them.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// Codes in force.
    pub rules: &'a RulePack,
    /// The school's name.
    pub school: &'a str,
    /// Flags of the school's own, to be written by name.
    pub flags: &'a [Flag],
    /// When it is written: provision, needs and years are those of the day.
    pub now: NaiveDateTime,
}

impl<'a> Sender<'a> {
    /// The names of these flags, in the order the school has them in.
    pub(crate) fn flags_of(self, ids: &[FlagId]) -> impl Iterator<Item = &'a str> {
        self.flags.iter().filter(|flag| ids.contains(&flag.id)).map(|flag| flag.details.name.as_str())
    }
}

/// The pupils as a file, in the order given.
///
/// A list (CSV, workbook) says everything of a pupil that it can say in a row, provision and needs over time too, and is
/// read by [`crate::read`] without loss, but for the length of runs of space. A transfer file says what such a file has
/// room for: names, date of birth, UPN, year, care, and SEN history without the school's own codes.
/// Fault: `export.unmade`.
pub fn write_list(kind: FileKind, pupils: &[Pupil], sender: Sender<'_>) -> Outcome<Vec<u8>> {
    let unmade = || {
        let said = "The file could not be made of these pupils. Nothing was saved; try another kind of file.";
        Fault::new("export.unmade", said)
    };
    match kind {
        FileKind::Csv => Ok(list::csv(pupils, sender)),
        FileKind::Xlsx => workbook::xlsx(pupils, sender).map_err(|_| unmade()),
        FileKind::Ctf => ctf::ctf(pupils, sender).map_err(|_| unmade()),
    }
}
