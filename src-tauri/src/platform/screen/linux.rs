//! Linux: the session manager's hint, over the system bus.
//!
//! Asked on a thread of its own: a session manager that does not answer must not keep the daybook from locking by itself.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, Proxy};

/// How often it asks.
const EACH: Duration = Duration::from_secs(1);

/// Knows what was said last.
pub struct Screen(Arc<AtomicBool>);

impl Screen {
    /// Begins to ask. A desktop without a session manager never says that it is locked.
    pub fn new() -> Self {
        Self::asked(|| {
            let session = session().ok()?;
            Some(move || session.get_property("LockedHint").ok())
        })
    }

    /// Whether it was locked when last asked. No answer counts as no. Never waits.
    pub fn locked(&mut self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Finds whom to ask and asks, until nobody wants to know or no answer comes.
    fn asked<A: FnMut() -> Option<bool>>(find: impl FnOnce() -> Option<A> + Send + 'static) -> Self {
        let locked = Arc::<AtomicBool>::default();
        let said = Arc::downgrade(&locked);
        thread::spawn(move || {
            let Some(mut ask) = find() else { return };
            while let Some(answer) = ask() {
                if !keep(&said, answer) {
                    return;
                }
                thread::sleep(EACH);
            }
            keep(&said, false);
        });
        Self(locked)
    }
}

/// Keeps an answer; says whether anybody still wants to know.
fn keep(said: &Weak<AtomicBool>, answer: bool) -> bool {
    said.upgrade().map(|said| said.store(answer, Ordering::Relaxed)).is_some()
}

fn session() -> zbus::Result<Proxy<'static>> {
    let bus = Connection::system()?;
    let (service, session) = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto");
    zbus::blocking::proxy::Builder::new(&bus)
        .destination(service)?
        .path(session)?
        .interface("org.freedesktop.login1.Session")?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn who_does_not_answer_is_not_waited_for() {
        let (never, waits) = channel::<bool>();
        let mut screen = Screen::asked(move || Some(move || waits.recv().ok()));
        assert!(!screen.locked());
        never.send(true).unwrap();
        while !screen.locked() {
            thread::yield_now();
        }
        // Gone for good: no answer counts as no.
        drop(never);
        while screen.locked() {
            thread::yield_now();
        }
    }
}
