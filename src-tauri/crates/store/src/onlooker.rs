//! How a long work tells how far it is, and hears that somebody has had enough of it.

use daybook_domain::progress::{Doing, Progress};
use daybook_domain::{Fault, Outcome};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Told how far a long work is, and asked whether to go on. The one there is by default says nothing and always goes on.
#[derive(Clone)]
pub struct Onlooker {
    tell: Arc<dyn Fn(Progress) + Send + Sync>,
    cancelled: Arc<AtomicBool>,
}

impl Onlooker {
    /// Tells through `tell`, and stops where `cancelled` is set by whoever holds it too.
    pub fn new(tell: impl Fn(Progress) + Send + Sync + 'static, cancelled: Arc<AtomicBool>) -> Self {
        Self { tell: Arc::new(tell), cancelled }
    }

    /// Forgets that an earlier work was cancelled. To be called as a work begins.
    pub fn begin(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Tells how far it is. Fault: `work.cancelled`.
    pub fn tell(&self, doing: Doing, done: u64, of: u64) -> Outcome<()> {
        (self.tell)(Progress { doing, done, of });
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Fault::new("work.cancelled", "It was stopped as you asked. Nothing was changed."));
        }
        Ok(())
    }

    /// One that tells the same and cannot be cancelled, for what happens by itself.
    #[must_use]
    pub fn steadfast(&self) -> Self {
        Self { tell: Arc::clone(&self.tell), cancelled: Arc::default() }
    }
}

impl Default for Onlooker {
    fn default() -> Self {
        Self::new(|_| {}, Arc::default())
    }
}

impl std::fmt::Debug for Onlooker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Onlooker")
    }
}
