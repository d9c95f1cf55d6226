//! Files that are not what was written: bits flipped, cut short, taken away, exchanged.

use super::{Load, Tally, load};
use anyhow::Result;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

const PAGE: usize = 4096;

/// Every kind of damage.
pub fn of_every_kind(load: &Load, flips_a_page: u32) -> Result<Vec<Tally>> {
    let mut chance = fastrand::Rng::with_seed(20_261_103);
    let place = tempfile::tempdir()?;
    let folder = load.lay(place.path())?;
    let database = fs::read(folder.join("daybook.db"))?;
    let keys = fs::read(folder.join("keys.json"))?;

    let mut flips = Trial::new("a bit flipped in each page of the file");
    for page in 0..database.len() / PAGE {
        for _ in 0..flips_a_page {
            let mut bytes = database.clone();
            bytes[page * PAGE + chance.usize(0..PAGE)] ^= 1 << chance.u32(0..8);
            flips.with(load, place.path(), "daybook.db", Some(&bytes))?;
        }
    }
    let mut cuts = Trial::new("the file cut short");
    for page in 0..database.len() / PAGE {
        cuts.with(load, place.path(), "daybook.db", Some(&database[..page * PAGE]))?;
        cuts.with(load, place.path(), "daybook.db", Some(&database[..page * PAGE + chance.usize(1..PAGE)]))?;
    }
    let mut slots = Trial::new("a byte changed in, or cut from, the keys file");
    for at in 0..keys.len() {
        let mut bytes = keys.clone();
        bytes[at] ^= 1 << chance.u32(0..8);
        slots.with(load, place.path(), "keys.json", Some(&bytes))?;
        if at % 16 == 0 {
            slots.with(load, place.path(), "keys.json", Some(&keys[..at]))?;
        }
    }
    let mut missing = Trial::new("a file missing, empty, or another kind of file");
    for file in ["daybook.db", "keys.json"] {
        for bytes in [None, Some(&b""[..]), Some(b"{}"), Some(b"%PDF-1.7\n"), Some(&[0; 3 * PAGE])] {
            missing.with(load, place.path(), file, bytes)?;
        }
    }
    Ok([flips, cuts, slots, missing].into_iter().map(Trial::tally).collect())
}

/// One kind of damage.
struct Trial {
    tried: &'static str,
    times: u32,
    refused: u32,
    lost: u32,
}

impl Trial {
    fn new(tried: &'static str) -> Self {
        Self { tried, times: 0, refused: 0, lost: 0 }
    }

    /// Puts these bytes in the place of a file, or takes it away, and tries to open and to read everything.
    ///
    /// Refusing is right, and so is showing what was there. Showing something else, a panic, or touching the file is not.
    fn with(&mut self, load: &Load, place: &Path, file: &str, bytes: Option<&[u8]>) -> Result<()> {
        let path = load.lay(place)?.join(file);
        match bytes {
            Some(bytes) => fs::write(&path, bytes)?,
            None => fs::remove_file(&path)?,
        }
        self.times += 1;
        let seen = catch_unwind(AssertUnwindSafe(|| {
            let mut host = load::open(place).ok()?;
            load::picture(&mut host).ok()
        }));
        match seen {
            Ok(Some(picture)) => self.lost += u32::from(picture != load.states[0]),
            Ok(None) => {
                self.refused += 1;
                self.lost += u32::from(fs::read(&path).ok().as_deref() != bytes && !grown(&path, bytes));
            }
            Err(_) => self.lost += 1,
        }
        Ok(())
    }

    fn tally(self) -> Tally {
        let Self { tried, times, refused, lost } = self;
        Tally {
            tried: tried.to_owned(),
            times,
            lost,
            remark: format!("{refused} refused with a sentence, the others showed all that was there"),
        }
    }
}

/// Whether a damaged file that did open was merely written on to before a read met the damage: that it was opened is noted.
fn grown(path: &Path, bytes: Option<&[u8]>) -> bool {
    let (Ok(now), Some(bytes)) = (fs::read(path), bytes) else { return false };
    now.len() >= bytes.len()
}
