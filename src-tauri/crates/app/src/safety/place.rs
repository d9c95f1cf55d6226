//! What is to be known of the place where a daybook lies or is to lie, and which places are no place for anything else.

use crate::commands::Destination;
use crate::session::Session;
use crate::wire::{PlaceAdvice, VaultFolder};
use daybook_domain::places::{Surroundings, advice};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::lies_in_vault;
use std::path::{Path, PathBuf};

/// Longer than any path a dialog gives, in characters.
const MOST_OF_A_PATH: usize = 1000;

/// Variables that name a folder which a service copies elsewhere.
const SYNCED: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

pub(crate) fn advise(_: &mut Session, ask: VaultFolder) -> Outcome<PlaceAdvice> {
    at_most(&ask.folder, MOST_OF_A_PATH, "folder")?;
    let around = surroundings();
    let mut sentences = advice(&ask.folder, &around);
    // A letter of a mapped drive and a link show where they lead only when they are followed.
    if let Some(real) = real(Path::new(&ask.folder)) {
        for sentence in advice(&real.to_string_lossy(), &around) {
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    Ok(PlaceAdvice { sentences })
}

/// Refuses to write into the folder of a daybook, this one or another, where nothing but the daybook has a place.
pub(crate) fn check_outside(to: &Destination<'_>) -> Outcome<()> {
    if !lies_in_vault(Path::new(to.path)) {
        return Ok(());
    }
    Err(Fault::new(
        "place.inside",
        "That place is inside a daybook's own folder, which holds the daybook and nothing else. Nothing was saved; \
         choose another, such as Documents.",
    )
    .at(to.field))
}

/// Where a path leads. A folder that is still to be made is looked for by the nearest one that is there.
fn real(path: &Path) -> Option<PathBuf> {
    path.ancestors().find_map(|part| {
        let real = std::fs::canonicalize(part).ok()?;
        Some(real.join(path.strip_prefix(part).unwrap_or(Path::new(""))))
    })
}

fn surroundings() -> Surroundings {
    let synced = SYNCED.iter().filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?)));
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    Surroundings { synced: synced.filter(|(_, folder)| !folder.is_empty()).collect(), mounts: read_mounts(&mounts) }
}

/// Folder and kind of each line of `/proc/mounts`, where a space in a folder is written `\040`.
fn read_mounts(text: &str) -> Vec<(String, String)> {
    let read = |line: &str| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.replace("\\040", " "), words.next()?.to_owned()))
    };
    text.lines().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mounts_are_read_as_the_system_writes_them() {
        let text = "/dev/sda1 / ext4 rw 0 0\n//server/x /mnt/the\\040school cifs rw 0 0\nodd\n";
        let owned = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(read_mounts(text), [owned("/", "ext4"), owned("/mnt/the school", "cifs")]);
    }

    #[test]
    fn a_folder_still_to_be_made_leads_where_its_parent_does() {
        let place = tempfile::tempdir().unwrap();
        let parent = place.path().canonicalize().unwrap();
        assert_eq!(real(&place.path().join("new").join("x.daybook")), Some(parent.join("new").join("x.daybook")));
    }
}
