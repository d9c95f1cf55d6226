//! Making a vault: built and filled under a temporary name beside its place, then renamed.

use super::connect::make;
use super::{BACKUPS, DATABASE, Vault, open};
use crate::access::Writer;
use crate::failure::of_disk;
use crate::journal::{self, Op};
use crate::keys::{Cost, KeySlots, random_key};
use crate::logbook;
use crate::platform::{check_place, rename_patiently, sync_folder};
use crate::schema;
use daybook_domain::log::{Happening, Sitting};
use daybook_domain::{Fault, Outcome};
use std::path::Path;

/// Makes a vault, fills it, and opens it.
pub fn create(
    folder: &Path,
    passphrase: &str,
    cost: Cost,
    sitting: &Sitting,
    fill: impl FnOnce(&Writer<'_>) -> Outcome<()>,
) -> Outcome<Vault> {
    check_free(folder)?;
    let parent = parent_of(folder)?;
    let key = random_key()?;
    let slots = KeySlots::with_passphrase(&key, passphrase, cost, sitting.at)?;
    let building =
        tempfile::Builder::new().prefix(".daybook-new-").tempdir_in(parent).map_err(|error| of_disk(&error))?;
    std::fs::create_dir(building.path().join(BACKUPS)).map_err(|error| of_disk(&error))?;
    slots.write(building.path())?;
    let mut connection = make(&building.path().join(DATABASE), &key)?;
    schema::migrate(&mut connection)?;
    journal::transact(
        &mut connection,
        Op::lasting("vault_create", "Make the daybook"),
        (&sitting.who, sitting.at),
        fill,
    )?;
    logbook::note(&connection, sitting, sitting.at, &Happening::Made)?;
    // Windows renames no folder with an open file in it.
    drop(connection);
    rename_patiently(building.path(), folder).map_err(|error| of_disk(&error))?;
    // It has its real name now, so there is nothing left to clear away.
    let _ = building.keep();
    sync_folder(parent).map_err(|error| of_disk(&error))?;
    open::open_with_key(folder, key, sitting)
}

/// Refuses a name that something has already, and a place whose path is too long.
pub fn check_free(folder: &Path) -> Outcome<()> {
    check_place(folder)?;
    if folder.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Fault::new(
        "vault.exists",
        "There is something of that name already. Nothing was changed; choose another name or open that one.",
    )
    .at("folder"))
}

/// The folder a new vault is built in, beside its place.
pub fn parent_of(folder: &Path) -> Outcome<&Path> {
    match folder.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Ok(Path::new(".")),
        Some(parent) => Ok(parent),
        None => Err(of_disk(&std::io::ErrorKind::NotFound.into())),
    }
}
