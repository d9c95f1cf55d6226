//! The one place where the shell meets the core.
//!
//! Holds the session behind a lock, because commands arrive on many threads and the session is one conversation.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Local, Utc};
use daybook_app::commands::KEEPS_DRAFT;
use daybook_app::{Config, LockReason, Onlooker, Outcome, Progress, Session};
use serde_json::Value;
use tauri::{AppHandle, Manager};

use crate::platform::Places;
use crate::start::Start;

/// The session, shared by every command; empty once the app is closing.
#[derive(Clone)]
pub struct Core {
    conversation: Arc<Mutex<Option<Conversation>>>,
    /// Minutes until the open daybook locks by itself, as they were after the last command; 0 while none is open.
    lock_after: Arc<AtomicU32>,
    /// Set to stop the long work under way, for which the session is not waited for.
    cancelled: Arc<AtomicBool>,
    turns: Arc<Turns>,
    /// Whether the time is told by a test.
    held_still: bool,
}

/// Who goes first when a long command ends and several wait for the session: what was typed, then a lock that is due,
/// then everything else.
#[derive(Default)]
struct Turns {
    /// How many wait to keep what was typed.
    drafts: AtomicUsize,
    /// Whether a lock waits.
    locking: AtomicBool,
    /// Told whenever one of these changes; waited for with the session.
    changed: Condvar,
}

struct Conversation {
    session: Session,
    /// Run before the first command, so that the pages find the sample school already open.
    opening: Option<&'static str>,
}

impl Core {
    /// A core for what the app was started with. Nothing is opened yet.
    pub fn new(start: &Start, places: Places, tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        let cancelled = Arc::<AtomicBool>::default();
        let opening = start.sample.then_some("sample_explore");
        let (clock, held_still) = (start.clock.clone(), start.clock.is_some());
        let session = Session::new(Config {
            config_dir: places.config,
            home: places.home,
            now: Box::new(move || clock.as_ref().map_or_else(|| Local::now().naive_local(), |clock| clock())),
            who: whoami::username().unwrap_or_default(),
            computer: computer(),
            // Tuned to this computer when a daybook is made.
            cost: None,
            onlooker: Onlooker::new(tell, Arc::clone(&cancelled)),
        });
        Self {
            conversation: Arc::new(Mutex::new(Some(Conversation { session, opening }))),
            lock_after: Arc::default(),
            cancelled,
            turns: Arc::default(),
            held_still,
        }
    }

    /// Runs one command to its end and gives its answer as JSON; `None` when the app is closing. Blocks: call it off the main thread.
    pub fn call(&self, name: &str, args: Value) -> Option<Outcome<String>> {
        // A command that panicked rolled its transaction back as it unwound, so the session is still good.
        let mut kept = match name {
            KEEPS_DRAFT => self.held_for_draft(),
            _ => self.held_once(|| !self.turns.locking.load(Ordering::Relaxed)),
        };
        let Conversation { session, opening } = kept.as_mut()?;
        let opened = opening.take().map_or(Ok(String::new()), |opening| session.tell(opening, serde_json::json!({})));
        let answer = opened.and_then(|_| session.tell(name, args));
        self.lock_after.store(session.lock_after().unwrap_or_default(), Ordering::Relaxed);
        Some(answer)
    }

    /// Minutes until the open daybook locks by itself; none while none is open. Never waits for a command under way.
    pub fn lock_after(&self) -> Option<u32> {
        Some(self.lock_after.load(Ordering::Relaxed)).filter(|minutes| *minutes > 0)
    }

    /// Asks the long work under way to stop. With none under way, nothing happens.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Locks an open daybook at which nobody has been since then, once the command under way has ended and what was typed
    /// meanwhile is kept.
    pub fn lock(&self, why: LockReason, since: Option<DateTime<Utc>>) {
        let Turns { drafts, locking, changed } = &*self.turns;
        locking.store(true, Ordering::Relaxed);
        let mut kept = self.held_once(|| drafts.load(Ordering::Relaxed) == 0);
        // Said while the session is held, so whoever hears it finds it locked.
        locking.store(false, Ordering::Relaxed);
        changed.notify_all();
        if let Some(conversation) = kept.as_mut() {
            match since {
                // A clock that a test holds still is not the one that was looked at.
                Some(since) if !self.held_still => {
                    conversation.session.lock_since(why, since.with_timezone(&Local).naive_local());
                }
                _ => conversation.session.lock(why),
            }
        }
        // While it is held, so that it is never what a command that opens a daybook in the meantime has just said.
        self.lock_after.store(0, Ordering::Relaxed);
    }

    fn held_for_draft(&self) -> MutexGuard<'_, Option<Conversation>> {
        let Turns { drafts, changed, .. } = &*self.turns;
        drafts.fetch_add(1, Ordering::Relaxed);
        let kept = self.held();
        drafts.fetch_sub(1, Ordering::Relaxed);
        changed.notify_all();
        kept
    }

    /// The session, once it is free and something has come to pass.
    fn held_once(&self, come_to_pass: impl Fn() -> bool) -> MutexGuard<'_, Option<Conversation>> {
        let mut kept = self.held();
        while !come_to_pass() {
            kept = self.turns.changed.wait(kept).unwrap_or_else(PoisonError::into_inner);
        }
        kept
    }

    fn held(&self) -> MutexGuard<'_, Option<Conversation>> {
        self.conversation.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the computer is called: as its owner named it, or as the network knows it.
fn computer() -> String {
    let named = [whoami::devicename(), whoami::hostname()].into_iter().flatten();
    named.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}

/// Locks the daybook and lets go of the session, so that its file is closed before the process ends.
pub fn close(app: &AppHandle) {
    if let Some(core) = app.try_state::<Core>()
        && let Some(mut conversation) = core.held().take()
    {
        conversation.session.lock(LockReason::Closed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::thread::{spawn, yield_now};

    #[test]
    fn what_was_typed_during_long_work_is_kept_before_the_lock_and_nothing_else_comes_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { config: folder.path().join("config"), home: folder.path().to_owned() };
        let core = Core::new(&crate::start::read(), places, |_| {});
        for _ in 0..5 {
            core.call("sample_explore", json!({})).unwrap().unwrap();
            let long_work = core.held();
            let locks = spawn({
                let core = core.clone();
                move || core.lock(LockReason::Idle, None)
            });
            // The lock waits already when the page's draft arrives, and so does what the page asks to see.
            while !core.turns.locking.load(Ordering::Relaxed) {
                yield_now();
            }
            let asked = |name: &'static str, args: Value| {
                let core = core.clone();
                spawn(move || core.call(name, args).unwrap())
            };
            let shown = asked("session", json!({}));
            let kept = asked(KEEPS_DRAFT, json!({ "key": "capture", "value": "20m office" }));
            while core.turns.drafts.load(Ordering::Relaxed) == 0 {
                yield_now();
            }
            drop(long_work);
            assert_eq!(kept.join().unwrap().as_deref(), Ok("null"));
            let shown: Value = serde_json::from_str(&shown.join().unwrap().unwrap()).unwrap();
            assert_eq!(shown["state"], "locked", "nothing is shown once it is to lock");
            locks.join().unwrap();
            assert_eq!(core.lock_after(), None);
        }
    }
}
