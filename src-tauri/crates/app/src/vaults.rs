//! Making, opening, locking and closing a daybook.

use crate::prefs::{chosen, looked_for};
use crate::safety;
use crate::sample;
use crate::session::{Session, State};
use crate::timer;
use crate::wire::{
    Appearance, CreateVault, Nothing, OpenVault, Passphrase, Secret, SessionState, SessionView, Strength, VaultFolder,
};
use chrono::{NaiveDateTime, Timelike};
use daybook_domain::activity::starting_activities;
use daybook_domain::clock::Clock;
use daybook_domain::log::{LockReason, Sitting};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Cost, Vault, rename_patiently};
use std::path::{Path, PathBuf};

/// The words of the sample school, shown on its lock screen: it holds invented people only.
pub const SAMPLE_WORDS: &str = "explore the sample school";

/// How many characters of a passphrase are judged: a guesser gives up long before, and judging is slow on long texts.
const WORTH_JUDGING: usize = 64;

/// Longer than any path a dialog gives, in characters.
const MOST_OF_A_PATH: usize = 1000;

/// The longest name of a daybook, in bytes: with its ending it must stay below the 255 that file systems keep.
const MOST_OF_A_NAME: usize = 200;

pub(crate) fn view(session: &mut Session, _: Nothing) -> Outcome<SessionView> {
    let sample = sample_folder(session);
    let now = session.now();
    let locked_because = if let State::Locked { why, .. } = &session.state { *why } else { None };
    let (state, vault, school, undo) = match &mut session.state {
        State::Closed => (SessionState::Closed, None, None, Default::default()),
        State::Locked { folder, .. } => (SessionState::Locked, Some(chosen(folder, &sample)), None, Default::default()),
        State::Open(vault) => {
            let school = vault.read().schools().current()?;
            (SessionState::Open, Some(chosen(vault.folder(), &sample)), school, vault.undo_state()?)
        }
    };
    // A folder on a drive that does not answer must not hold up locking, so they are looked for only to choose one.
    let shown = if matches!(session.state, State::Closed) { looked_for } else { chosen };
    let recent = session.prefs.recent.iter().map(|folder| shown(folder, &sample)).collect();
    Ok(SessionView {
        state,
        vault,
        recent,
        school,
        today: now.date(),
        now: Clock::new(now.time().hour() * 60 + now.time().minute())?,
        undo,
        parted: session.parted.clone(),
        read_only: matches!(&session.state, State::Open(vault) if vault.is_read_only()),
        locked_because,
        appearance: session.prefs.appearance.clone(),
        home: session.config.home.to_string_lossy().into_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

pub(crate) fn judge(_: &mut Session, ask: Passphrase) -> Outcome<Strength> {
    Ok(strength(&ask.passphrase))
}

pub(crate) fn strength(words: &str) -> Strength {
    let head = Secret::from(words.chars().take(WORTH_JUDGING).collect::<String>());
    let score = u8::from(zxcvbn::zxcvbn(&head, &["senco", "daybook", "send", "school"]).score());
    let advice = match score {
        0 | 1 => {
            "Too easy to guess. Four or more words that do not belong together are hard to guess and easy to keep."
        }
        2 => "Still easy to guess. Add a word or two.",
        3 => "Good: hard to guess.",
        _ => "Very good: very hard to guess.",
    };
    Strength { score, enough: score >= 3, advice: advice.to_owned() }
}

pub(crate) fn create(session: &mut Session, ask: CreateVault) -> Outcome<SessionView> {
    let folder = daybook_folder(&ask.within, &ask.name)?;
    if !strength(&ask.passphrase).enough {
        return Err(Fault::new(
            "vault.weak_passphrase",
            "Those words are too easy to guess for what this daybook will hold. No daybook was made; choose more or longer words.",
        )
        .at("passphrase"));
    }
    let cost = session.config.cost.unwrap_or_else(Cost::tuned);
    let vault = begin(&folder, &ask.passphrase, cost, &session.sitting())?;
    lock_open(session, LockReason::Changed);
    hold(session, vault);
    view(session, Nothing {})
}

pub(crate) fn open(session: &mut Session, ask: OpenVault) -> Outcome<SessionView> {
    at_most(&ask.folder, MOST_OF_A_PATH, "folder")?;
    let folder = PathBuf::from(&ask.folder);
    if matches!(&session.state, State::Open(vault) if vault.folder() == folder) {
        return view(session, Nothing {});
    }
    let vault = Vault::open(&folder, &ask.passphrase, &session.sitting())?;
    lock_open(session, LockReason::Changed);
    hold(session, vault);
    view(session, Nothing {})
}

/// Opens a damaged daybook only to look at what can be read of it.
pub(crate) fn open_read_only(session: &mut Session, ask: OpenVault) -> Outcome<SessionView> {
    at_most(&ask.folder, MOST_OF_A_PATH, "folder")?;
    let folder = PathBuf::from(&ask.folder);
    // Its own lock would keep it out.
    if matches!(&session.state, State::Open(vault) if vault.folder() == folder) {
        lock_open(session, LockReason::Changed);
    }
    let vault = Vault::open_read_only(&folder, &ask.passphrase, &session.sitting())?;
    lock_open(session, LockReason::Changed);
    session.state = State::Open(Box::new(vault));
    view(session, Nothing {})
}

pub(crate) fn unlock(session: &mut Session, ask: Passphrase) -> Outcome<SessionView> {
    let State::Locked { folder, .. } = &session.state else { return view(session, Nothing {}) };
    let folder = folder.to_string_lossy().into_owned();
    open(session, OpenVault { folder, passphrase: ask.passphrase })
}

pub(crate) fn lock(session: &mut Session, _: Nothing) -> Outcome<SessionView> {
    lock_open(session, LockReason::Asked);
    view(session, Nothing {})
}

pub(crate) fn close(session: &mut Session, _: Nothing) -> Outcome<SessionView> {
    lock_open(session, LockReason::Asked);
    session.state = State::Closed;
    view(session, Nothing {})
}

pub(crate) fn choose(session: &mut Session, ask: VaultFolder) -> Outcome<SessionView> {
    at_most(&ask.folder, MOST_OF_A_PATH, "folder")?;
    let folder = PathBuf::from(ask.folder);
    Vault::look(&folder)?;
    lock_open(session, LockReason::Changed);
    session.state = State::Locked { folder, why: None };
    view(session, Nothing {})
}

pub(crate) fn forget(session: &mut Session, ask: VaultFolder) -> Outcome<SessionView> {
    session.prefs.forget(Path::new(&ask.folder));
    session.prefs.write(&session.config.config_dir)?;
    view(session, Nothing {})
}

pub(crate) fn explore_sample(session: &mut Session, _: Nothing) -> Outcome<SessionView> {
    let folder = sample_folder(session);
    let built = build_sample(session)?;
    // Only the sample itself has to make room for the new one; any other daybook stays open until that is open.
    if matches!(&session.state, State::Open(vault) if vault.folder() == folder) {
        lock_open(session, LockReason::Changed);
    }
    clear_sample(&folder)?;
    rename_patiently(&built.path().join(BUILDING), &folder).map_err(|_| no_room())?;
    let vault = Vault::open(&folder, SAMPLE_WORDS, &session.sitting())?;
    lock_open(session, LockReason::Changed);
    put(session, vault);
    view(session, Nothing {})
}

pub(crate) fn save_appearance(session: &mut Session, ask: Appearance) -> Outcome<Appearance> {
    if !(100..=200).contains(&ask.text_size) {
        return Err(
            Fault::new("appearance.text_size", "Text can be from 100% to 200% of its usual size.").at("text_size")
        );
    }
    if ![15, 5].contains(&ask.grid) {
        return Err(Fault::new("appearance.grid", "The timetable goes in steps of 15 or of 5 minutes.").at("grid"));
    }
    session.prefs.appearance = ask.clone();
    session.prefs.write(&session.config.config_dir)?;
    Ok(ask)
}

/// Puts an open daybook away: its key and data leave memory, its folder stays chosen.
pub(crate) fn lock_open(session: &mut Session, why: LockReason) {
    lock_since(session, why, None);
}

/// The same, where nobody has been there for a while.
pub(crate) fn lock_since(session: &mut Session, why: LockReason, since: Option<NaiveDateTime>) {
    timer::leave(session, why, since);
    session.names = None;
    session.parted = None;
    let State::Open(vault) = &session.state else { return };
    let locked = State::Locked { folder: vault.folder().to_path_buf(), why: Some(why) };
    if let State::Open(vault) = std::mem::replace(&mut session.state, locked) {
        session.backup_trouble = vault.lock(why, session.now());
    }
}

/// Puts a daybook that was opened in the session, and remembers it on this computer.
pub(crate) fn hold(session: &mut Session, vault: Vault) {
    let folder = vault.folder().to_owned();
    put(session, vault);
    remember(session, &folder);
    safety::half_written::sweep(session);
}

fn put(session: &mut Session, mut vault: Vault) {
    vault.watched_by(session.config.onlooker.clone());
    session.backup_trouble = None;
    session.state = State::Open(Box::new(vault));
    timer::welcome(session);
}

/// Makes an empty daybook with the kinds of work it starts from.
pub(crate) fn begin(folder: &Path, passphrase: &str, cost: Cost, sitting: &Sitting) -> Outcome<Vault> {
    Vault::create(folder, passphrase, cost, sitting, |tx| {
        starting_activities().iter().try_for_each(|activity| tx.activities().insert(activity).map(|_| ()))
    })
}

fn remember(session: &mut Session, folder: &Path) {
    session.prefs.remember(folder);
    // A list of recent daybooks that cannot be kept must not stop anybody from opening one.
    let _ = session.prefs.write(&session.config.config_dir);
    session.parted = safety::parting::look(session);
}

fn sample_folder(session: &Session) -> PathBuf {
    session.config.config_dir.join("Sample school.daybook")
}

/// What the sample school is called until it is whole.
const BUILDING: &str = "building";

/// A sample school, whole and closed, in a folder that goes with what is returned.
fn build_sample(session: &Session) -> Outcome<tempfile::TempDir> {
    let config_dir = &session.config.config_dir;
    std::fs::create_dir_all(config_dir).map_err(|_| no_room())?;
    let beside = tempfile::Builder::new().prefix(".sample-").tempdir_in(config_dir).map_err(|_| no_room())?;
    let mut vault = begin(&beside.path().join(BUILDING), SAMPLE_WORDS, Cost::for_tests(), &session.sitting())?;
    sample::fill(&mut vault, session.now(), &sample::Scale::sample())?;
    // Closed and not locked: what is made afresh every time needs no backup.
    drop(vault);
    Ok(beside)
}

fn no_room() -> Fault {
    Fault::new(
        "sample.no_room",
        "The sample school could not be made on this computer. Your own daybooks are untouched.",
    )
}

fn clear_sample(folder: &Path) -> Outcome<()> {
    match std::fs::remove_dir_all(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(_) => Err(Fault::new(
            "sample.in_use",
            "The old sample school could not be cleared away; it may be open in another window. Your own daybooks are untouched.",
        )),
    }
}

/// The folder of a daybook to be made. Faults: `vault.bad_name`, and that of a text too long.
pub(crate) fn daybook_folder(within: &str, name: &str) -> Outcome<PathBuf> {
    at_most(within, MOST_OF_A_PATH, "within")?;
    Ok(Path::new(within).join(format!("{}.daybook", checked_name(name)?)))
}

/// A folder name that every system can keep.
fn checked_name(name: &str) -> Outcome<&str> {
    let name = name.trim();
    let odd = |c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c);
    // Windows keeps these for devices, whatever follows a full stop.
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let numbered =
        |port: &str| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.contains(|c| ('1'..='9').contains(&c)));
    let reserved = ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt");
    if name.is_empty()
        || name.chars().count() > 80
        || name.len() > MOST_OF_A_NAME
        || name.contains(odd)
        || name.ends_with('.')
        || name.starts_with('.')
        || reserved
    {
        return Err(Fault::new(
            "vault.bad_name",
            "A daybook's name is from 1 to 80 characters, without \\ / : * ? \" < > | and no full stop at either end, and not one that Windows keeps for itself, such as CON or COM1. No daybook was made.",
        )
        .at("name"));
    }
    Ok(name)
}
