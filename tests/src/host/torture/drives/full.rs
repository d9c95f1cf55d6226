//! A drive that is full.

use super::super::{Load, Tally, load, open};
use super::mounted::Drive;
use super::{BACKUPS, FULL, is_told};
use crate::host::Fixed;
use anyhow::{Result, anyhow, ensure};
use serde_json::{Value, json};

/// As large as the daybook and all its backups can become.
const KIBIBYTES: u64 = 16 * 1024;

/// Saves with less and less refused, so many kibibytes of room apart, until the whole load fits.
pub(super) fn while_saving(load: &Load, step: u64) -> Result<Option<Tally>> {
    let (mut times, mut lost, mut refused) = (0, 0, 0);
    for room in (0..).step_by(usize::try_from(step)?) {
        ensure!(room < KIBIBYTES, "the load never fits");
        let Some(drive) = Drive::in_memory(KIBIBYTES)? else { return Ok(None) };
        load.lay(&drive.path())?;
        let mut host = open(&drive.path())?;
        drive.leave(room)?;
        let (acked, told) = until_refused(&mut host, &load.steps);
        times += 1;
        refused += u32::from(acked < load.steps.len());
        let mut kept = told && load::picture(&mut host).is_ok_and(|picture| picture == load.states[acked]);
        drive.make_room()?;
        kept = kept && goes_on(&mut host, load, acked);
        drop(host);
        let after = (acked + 1).min(load.steps.len());
        kept = kept
            && open(&drive.path())
                .and_then(|mut again| load::picture(&mut again))
                .is_ok_and(|p| p == load.states[after]);
        lost += u32::from(!kept);
        if acked == load.steps.len() {
            break;
        }
    }
    let remark = format!(
        "{refused} times a save was refused with a sentence; with room made the same save worked, in the same window"
    );
    Ok(Some(Tally { tried: FULL.to_owned(), times, lost, remark }))
}

/// Does the steps until one is refused; how many were done, and whether the refusal was a sentence.
pub(super) fn until_refused(host: &mut Fixed, steps: &[Value]) -> (usize, bool) {
    for (n, step) in steps.iter().enumerate() {
        if let Err(fault) = host.session.call(step["call"].as_str().unwrap_or_default(), step["args"].clone()) {
            return (n, is_told(&fault.code, &fault.message));
        }
    }
    (steps.len(), true)
}

/// Whether the step that was refused works now.
pub(super) fn goes_on(host: &mut Fixed, load: &Load, acked: usize) -> bool {
    let Some(next) = load.steps.get(acked) else { return true };
    host.session.call(next["call"].as_str().unwrap_or_default(), next["args"].clone()).is_ok()
        && load::picture(host).is_ok_and(|picture| picture == load.states[acked + 1])
}

/// Makes a backup, and goes back to one, with ever more room, until there is enough for each.
pub(super) fn while_copying(load: &Load, step: u64) -> Result<Option<Tally>> {
    let (mut times, mut lost, mut refused) = (0, 0, 0);
    for going_back in [false, true] {
        for room in (0..).step_by(usize::try_from(step)?) {
            ensure!(room < KIBIBYTES, "a copy never fits");
            let Some(drive) = Drive::in_memory(KIBIBYTES)? else { return Ok(None) };
            load.lay(&drive.path())?;
            let mut host = open(&drive.path())?;
            let path = ask(&mut host, "backup_now", json!({}))?["path"].clone();
            let back = json!({ "path": path, "secret": super::super::WORDS, "into": null, "confirm_smaller": true });
            let (name, args) = if going_back { ("backup_restore", back) } else { ("backup_now", json!({})) };
            // A backup a second old is the same one.
            host.set_now("2026-11-02T14:00:00".parse()?);
            let before = backups(&mut host)?;
            drive.leave(room)?;
            let done = host.session.call(name, args.clone());
            times += 1;
            // Going back closes the daybook before it needs the room.
            if ask(&mut host, "session", json!({}))?["state"] == "locked" {
                drive.make_room()?;
                ask(&mut host, "vault_unlock", json!({ "passphrase": super::super::WORDS }))?;
            }
            let whole = load::picture(&mut host).is_ok_and(|picture| picture == load.states[0]);
            let told = done.as_ref().err().is_none_or(|fault| is_told(&fault.code, &fault.message));
            let clean = done.is_ok() || backups(&mut host)? == before;
            drive.make_room()?;
            let works = host.session.call(name, args).is_ok();
            drop(host);
            let opens =
                open(&drive.path()).and_then(|mut again| load::picture(&mut again)).is_ok_and(|p| p == load.states[0]);
            lost += u32::from(!(whole && told && clean && works && opens));
            if !(whole && told && clean && works && opens) {
                eprintln!("{name} {room} {whole} {told} {clean} {works} {opens} {done:?}");
            }
            if done.is_ok() {
                break;
            }
            refused += 1;
        }
    }
    let remark = format!(
        "{refused} times refused with a sentence, the daybook and its backups as they were; with room made it worked"
    );
    Ok(Some(Tally { tried: BACKUPS.to_owned(), times, lost, remark }))
}

fn backups(host: &mut Fixed) -> Result<Value> {
    Ok(ask(host, "backups", json!({}))?["rows"].clone())
}

fn ask(host: &mut Fixed, name: &str, args: Value) -> Result<Value> {
    host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"))
}
