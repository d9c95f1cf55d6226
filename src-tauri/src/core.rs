//! The one place where the shell meets the core.
//!
//! Holds the session behind a lock, because commands arrive on many threads and the session is one conversation.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::Local;
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
        let now = start.now;
        let session = Session::new(Config {
            config_dir: places.config,
            home: places.home,
            now: Box::new(move || now.unwrap_or_else(|| Local::now().naive_local())),
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
        }
    }

    /// Runs one command to its end and gives its answer as JSON; `None` when the app is closing. Blocks: call it off the main thread.
    pub fn call(&self, name: &str, args: Value) -> Option<Outcome<String>> {
        // A command that panicked rolled its transaction back as it unwound, so the session is still good.
        let mut kept = self.held();
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

    /// Locks an open daybook, once the command under way has ended.
    pub fn lock(&self, why: LockReason) {
        let mut kept = self.held();
        if let Some(conversation) = kept.as_mut() {
            conversation.session.lock(why);
        }
        // While it is held, so that it is never what a command that opens a daybook in the meantime has just said.
        self.lock_after.store(0, Ordering::Relaxed);
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
