//! Locking by itself: after idle minutes, when the computer slept, when its screen was locked.
//!
//! Looks every second, on a thread of its own that holds nothing of the session; the lock itself waits its turn, so it
//! never comes in the middle of a save. The pages are told first, so that they cover themselves and keep what was typed.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use daybook_app::{LockReason, Watch};
use tauri::{AppHandle, Emitter, Manager, State};

use crate::core::Core;
use crate::platform::Screen;

/// Tells the pages to cover themselves and to keep what was typed.
const LOCKING: &str = "locking";
/// Tells the pages that it is locked.
const LOCKED: &str = "locked";

/// How often it looks.
const EACH: Duration = Duration::from_secs(1);
/// How long the pages have to keep what was typed: drafts are kept as they are typed, so little is left to do.
const TO_KEEP_DRAFTS: Duration = Duration::from_millis(700);

/// Watches whether anybody is there.
pub struct AutoLock {
    watch: Mutex<Watch>,
    since: Instant,
    /// How long a minute is; a test's is shorter.
    minute: Duration,
}

impl AutoLock {
    /// Somebody was there just now.
    fn touch(&self) {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).touch(self.since.elapsed());
    }

    fn look(&self, minutes: u32) -> Option<LockReason> {
        let mut watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        watch.look(self.since.elapsed(), Utc::now().naive_utc(), self.minute * minutes)
    }

    /// Since when nobody has been there, by the clock on the wall.
    fn touched(&self) -> Option<DateTime<Utc>> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).touched_at().map(|moment| moment.and_utc())
    }
}

/// The pages say that somebody pressed a key or moved the mouse.
#[tauri::command]
pub async fn touch(auto: State<'_, AutoLock>) -> Result<(), daybook_app::Fault> {
    auto.touch();
    Ok(())
}

/// Begins to watch, for as long as the app runs.
pub fn start(app: &AppHandle, minute: Duration) {
    app.manage(AutoLock { watch: Mutex::new(Watch::new(Duration::ZERO)), since: Instant::now(), minute });
    let app = app.clone();
    std::thread::spawn(move || {
        let mut screen = Screen::new();
        loop {
            std::thread::sleep(EACH);
            let (Some(auto), Some(core)) = (app.try_state::<AutoLock>(), app.try_state::<Core>()) else { return };
            let locked = screen.locked();
            match core.lock_after() {
                Some(minutes) => {
                    let why = auto.look(minutes).or(locked.then_some(LockReason::ScreenLocked));
                    if let Some(why) = why {
                        lock(&app, &core, why, auto.touched());
                        auto.touch();
                    }
                }
                // Nothing is open. Looked all the same, so that the first look after opening measures a second, not hours.
                None => {
                    let _ = auto.look(1);
                    auto.touch();
                }
            }
        }
    });
}

fn lock(app: &AppHandle, core: &Core, why: LockReason, since: Option<DateTime<Utc>>) {
    // Pages that cannot be told are locked out all the same: every further call is refused.
    let _ = app.emit(LOCKING, ());
    std::thread::sleep(TO_KEEP_DRAFTS);
    core.lock(why, since);
    let _ = app.emit(LOCKED, ());
}
