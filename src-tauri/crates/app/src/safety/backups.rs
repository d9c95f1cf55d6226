//! Backups: listing, making, and putting a daybook back from one.

use crate::session::{Session, State};
use crate::vaults::{daybook_folder, hold, lock_open, view};
use crate::wire::{
    BackupFile, BackupPlace, BackupRow, BackupsView, Nothing, RestoreBackup, SecondPlaceState, SecondPlaceView,
    SessionView, SetSecondPlace,
};
use daybook_domain::log::{BackupReason, LockReason};
use daybook_domain::text::{at_most, long_moment};
use daybook_domain::{Fault, Outcome};
use daybook_store::{
    Backup, Condition, Restore, SecondState, Vault, free_bytes, list_backups, look_at_backup, needed_bytes,
    second_folder,
};
use std::path::{Path, PathBuf};

/// How much of the backups is read to the last byte whenever they are listed, in bytes: about a second's worth.
const READ_THROUGH: u64 = 256 * 1024 * 1024;

/// Longer than any path a dialog gives, in characters.
const MOST_OF_A_PATH: usize = 1000;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<BackupsView> {
    let folder = chosen_folder(session)?;
    let onlooker = session.config.onlooker.steadfast();
    let here = list_backups(&folder.join("backups"), READ_THROUGH, &onlooker);
    let mut rows: Vec<BackupRow> = here.iter().map(|backup| row(session, Some(&folder), backup)).collect();
    let second = second_place(session)?;
    if let Some(second) = second.as_ref().filter(|second| second.state != SecondPlaceState::Absent) {
        // A stick is slow, so no more is read there than what each says of itself.
        let there = list_backups(&second_folder(Path::new(&second.folder), &folder), 0, &onlooker);
        rows.extend(there.iter().map(|backup| row(session, Some(&folder), backup)));
    }
    Ok(BackupsView {
        rows,
        needed_bytes: needed_bytes(&folder),
        free_bytes: free_bytes(&folder),
        second,
        trouble: trouble(session)?,
    })
}

pub(crate) fn make(session: &mut Session, _: Nothing) -> Outcome<BackupRow> {
    let now = session.now();
    let backup = session.vault()?.back_up(BackupReason::Asked, now)?;
    let folder = chosen_folder(session)?;
    Ok(row(session, Some(&folder), &backup))
}

pub(crate) fn look(session: &mut Session, ask: BackupFile) -> Outcome<BackupRow> {
    at_most(&ask.path, MOST_OF_A_PATH, "path")?;
    session.config.onlooker.begin();
    let backup = look_at_backup(Path::new(&ask.path), &session.config.onlooker)?;
    let folder = chosen_folder(session).ok();
    Ok(row(session, folder.as_deref(), &backup))
}

pub(crate) fn restore(session: &mut Session, ask: RestoreBackup) -> Outcome<SessionView> {
    at_most(&ask.path, MOST_OF_A_PATH, "path")?;
    let (sitting, onlooker) = (session.sitting(), session.config.onlooker.clone());
    let file = PathBuf::from(&ask.path);
    onlooker.begin();
    let vault = match &ask.into {
        Some(into) => {
            let folder = daybook_folder(&into.within, &into.name)?;
            let vault = Vault::restore_as_new(&file, &folder, &ask.secret, &sitting, &onlooker)?;
            lock_open(session, LockReason::Changed);
            vault
        }
        None => {
            let folder = chosen_folder(session)?;
            // Whatever can be refused is refused while the daybook is still open.
            let ready = Restore::prepare(&folder, &file, &ask.secret, sitting.at, &onlooker)?;
            if let State::Open(vault) = &session.state
                && !ask.confirm_smaller
            {
                ready.check_fuller(vault.rows()?)?;
            }
            lock_open(session, LockReason::Changed);
            Vault::restore(ready, ask.confirm_smaller, &sitting, &onlooker)?
        }
    };
    hold(session, vault);
    // Whoever goes back to a backup knows that it is older than what was open here last.
    session.parted = None;
    view(session, Nothing {})
}

pub(crate) fn set_second_place(session: &mut Session, ask: SetSecondPlace) -> Outcome<BackupsView> {
    let now = session.now();
    if let Some(folder) = &ask.folder {
        at_most(folder, MOST_OF_A_PATH, "folder")?;
    }
    session.vault()?.set_second_place(ask.folder.as_deref().map(Path::new), now)?;
    list(session, Nothing {})
}

/// The folder of the daybook that is chosen, open or locked.
fn chosen_folder(session: &mut Session) -> Outcome<PathBuf> {
    match &session.state {
        State::Open(vault) => Ok(vault.folder().to_owned()),
        State::Locked { folder, .. } => Ok(folder.clone()),
        State::Closed => session.vault().map(|vault| vault.folder().to_owned()),
    }
}

fn second_place(session: &Session) -> Outcome<Option<SecondPlaceView>> {
    let State::Open(vault) = &session.state else { return Ok(None) };
    let trails = vault.second_place_trails()?;
    Ok(vault.second_place()?.map(|(folder, state, last)| SecondPlaceView {
        folder: folder.to_string_lossy().into_owned(),
        state: match state {
            SecondState::Ready if trails => SecondPlaceState::Behind,
            SecondState::Ready => SecondPlaceState::Ready,
            SecondState::Absent => SecondPlaceState::Absent,
            SecondState::Full => SecondPlaceState::Full,
        },
        last,
    }))
}

/// What the log says of the last backup, or what locking said where it could not be logged.
fn trouble(session: &Session) -> Outcome<Option<String>> {
    let State::Open(vault) = &session.state else {
        return Ok(session.backup_trouble.as_ref().map(|fault| fault.message.clone()));
    };
    if vault.backup_trouble()?.is_none() && vault.second_place_trails()? {
        return Ok(Some(
            "The newest backup was made and is kept beside the daybook, but it is not in the second place, though that is \
             there. Make a backup; if this stays, see whether that folder can be written to, or choose another."
                .to_owned(),
        ));
    }
    Ok(vault.backup_trouble()?.map(|(at, code)| {
        let why = match code.as_str() {
            "backup.no_room" | "store.disk_full" => "the disk had no room: make some",
            "store.read_only" => "its folder could not be written to: check that the drive is not write-protected",
            "vault.no_keys" | "vault.keys_damaged" => {
                "its keys.json is missing or damaged: put that of a backup in its place"
            }
            "vault.damaged" => "the daybook's file is damaged: check it, or restore the newest backup",
            _ => "the disk did not answer as it should: check that the drive is connected",
        };
        format!("The backup of {} was not made, because {why}, then make a backup.", long_moment(at))
    }))
}

fn row(session: &Session, folder: Option<&Path>, backup: &Backup) -> BackupRow {
    let about = backup.about.as_ref();
    let count = |table: &str| about.and_then(|about| about.rows.get(table)).copied().unwrap_or_default();
    let trouble = match &backup.condition {
        Condition::Unusable(fault) => Some(fault.message.clone()),
        Condition::Whole | Condition::Looked => None,
    };
    let ours = match &session.state {
        State::Open(vault) => about.map(|about| vault.made(about)),
        State::Locked { .. } | State::Closed => None,
    };
    BackupRow {
        file: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        path: backup.path.to_string_lossy().into_owned(),
        made_at: backup.made_at,
        reason: backup.reason,
        bytes: backup.bytes,
        pupils: count("pupil"),
        entries: count("entry"),
        total: about.map_or(0, |about| about.total),
        place: place(session, folder, &backup.path),
        readable: trouble.is_none(),
        read_through: backup.condition == Condition::Whole,
        trouble,
        opens_with_current_words: folder.is_some_and(|folder| backup.opens_as(folder)),
        ours,
    }
}

fn place(session: &Session, folder: Option<&Path>, path: &Path) -> BackupPlace {
    let within = path.parent();
    if within.is_some() && within == folder.map(|folder| folder.join("backups")).as_deref() {
        return BackupPlace::Here;
    }
    let State::Open(vault) = &session.state else { return BackupPlace::Elsewhere };
    let second = vault.copied_to().ok().flatten().zip(folder);
    let there = second.map(|(second, folder)| second_folder(&second, folder));
    if within.is_some() && within == there.as_deref() { BackupPlace::Second } else { BackupPlace::Elsewhere }
}

/// Backs up before a step that Undo can take back: one that fails is logged and told, and only a cancel stops the step.
pub(crate) fn before(session: &mut Session, why: BackupReason) -> Outcome<()> {
    let now = session.now();
    match session.vault()?.back_up(why, now) {
        Err(Fault { code, message, field }) if code == "work.cancelled" => Err(Fault { code, message, field }),
        Ok(_) | Err(_) => Ok(()),
    }
}
