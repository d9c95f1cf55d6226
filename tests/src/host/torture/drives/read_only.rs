//! A drive that turns read-only.

use super::super::{Load, Tally, load, open};
use super::full::{goes_on, until_refused};
use super::mounted::Drive;
use super::{READ_ONLY, is_told};
use anyhow::Result;
use serde_json::json;

/// Turns the drive read-only after each so-many-th step of the load, and mends it.
pub(super) fn at_every_step(load: &Load, step: u64) -> Result<Option<Tally>> {
    let (mut times, mut lost) = (0, 0);
    for after in (0..load.steps.len()).step_by(usize::try_from((step / 32).max(1))?) {
        let Some(drive) = Drive::in_a_file()? else { return Ok(None) };
        load.lay(&drive.path())?;
        // The copy was made here; what the app then writes, it sees to itself.
        drive.settle()?;
        let mut host = open(&drive.path())?;
        let (acked, _) = until_refused(&mut host, &load.steps[..after]);
        drive.turn_read_only()?;
        let next = &load.steps[acked];
        let refused = host.session.call(next["call"].as_str().unwrap_or_default(), next["args"].clone());
        let told = refused.is_err_and(|fault| is_told(&fault.code, &fault.message));
        let backup = host.session.call("backup_now", json!({}));
        let told = told && backup.is_err_and(|fault| is_told(&fault.code, &fault.message));
        let seen = load::picture(&mut host).is_ok_and(|picture| picture == load.states[acked]);
        let _ = host.session.call("vault_close", json!({}));
        drop(host);
        drive.repair()?;
        let mut host = open(&drive.path())?;
        let there = load::picture(&mut host).is_ok_and(|picture| picture == load.states[acked]);
        times += 1;
        lost += u32::from(!(told && seen && there && goes_on(&mut host, load, acked) && load::is_sound(&mut host)?));
        let _ = host.session.call("vault_close", json!({}));
    }
    let remark = "each time the next save and a backup were refused with a sentence; on the mended drive everything was there and the save worked";
    Ok(Some(Tally { tried: READ_ONLY.to_owned(), times, lost, remark: remark.to_owned() }))
}
