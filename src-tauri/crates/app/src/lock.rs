//! When an open daybook locks by itself.

use crate::session::{Session, State};
use crate::wire::{LockSettings, Nothing};
use daybook_domain::changed::Changed;
use daybook_domain::idle::{MOST_MINUTES, USUAL_MINUTES};
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

/// The name the setting is kept under.
const AFTER: &str = "lock_after_minutes";

pub(crate) fn settings(session: &mut Session, _: Nothing) -> Outcome<LockSettings> {
    let minutes = session.vault()?.read().settings().get::<u32>(AFTER)?;
    Ok(LockSettings { minutes: minutes.unwrap_or(USUAL_MINUTES).clamp(1, MOST_MINUTES) })
}

pub(crate) fn save(session: &mut Session, ask: LockSettings) -> Outcome<Changed<()>> {
    if !(1..=MOST_MINUTES).contains(&ask.minutes) {
        return Err(Fault::new(
            "lock.minutes",
            format!("The daybook can lock after 1 to {MOST_MINUTES} minutes. Nothing was changed."),
        )
        .at("minutes"));
    }
    let now = session.now();
    let op = Op::new("lock_settings_save", format!("Locks after {} min", ask.minutes));
    session.vault()?.transact(op, now, |tx| tx.settings().set(AFTER, &ask.minutes))
}

impl Session {
    /// Minutes without a touch after which the open daybook locks; none while no daybook is open.
    pub fn lock_after(&mut self) -> Option<u32> {
        if !matches!(self.state, State::Open(_)) {
            return None;
        }
        // A setting that cannot be read must not keep a daybook open.
        Some(settings(self, Nothing {}).map_or(USUAL_MINUTES, |kept| kept.minutes))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Config, Cost, LockReason, Session};
    use chrono::NaiveDateTime;
    use serde_json::json;

    #[test]
    fn the_minutes_are_hers_and_hold_only_while_a_daybook_is_open() {
        let dir = tempfile::tempdir().unwrap();
        let now: NaiveDateTime = "2026-11-04T09:40:00".parse().unwrap();
        let mut session = Session::new(Config {
            config_dir: dir.path().join("config"),
            home: dir.path().to_path_buf(),
            now: Box::new(move || now),
            who: "asha".into(),
            computer: "OFFICE-7".into(),
            cost: Some(Cost::for_tests()),
            onlooker: Default::default(),
        });
        assert_eq!(session.lock_after(), None);
        session.call("sample_explore", json!({})).unwrap();
        assert_eq!(session.lock_after(), Some(10));
        for odd in [0, 121] {
            let fault = session.call("lock_settings_save", json!({ "minutes": odd })).unwrap_err();
            assert_eq!((fault.code.as_ref(), fault.field.as_deref()), ("lock.minutes", Some("minutes")));
        }
        session.call("lock_settings_save", json!({ "minutes": 3 })).unwrap();
        assert_eq!(session.lock_after(), Some(3));
        session.lock(LockReason::Idle);
        assert_eq!(session.lock_after(), None);
        let view = session.call("session", json!({})).unwrap();
        assert_eq!((&view["state"], &view["locked_because"]), (&json!("locked"), &json!("idle")));
    }
}
