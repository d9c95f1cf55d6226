//! The scriptable host: the same commands as the window, over standard input and output. Never shipped.

pub mod bench;
pub mod demo;
pub mod readers;
pub mod script;
pub mod torture;
pub mod types;

use chrono::NaiveDateTime;
use daybook_app::{Config, Cost, Onlooker, Session};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A session whose time is fixed until somebody moves it.
pub struct Fixed {
    /// The session.
    pub session: Session,
    now: Arc<Mutex<NaiveDateTime>>,
}

impl Fixed {
    /// A session that keeps its own files in `dir` and believes it is `now`. Its daybooks cost a guesser little.
    pub fn at(dir: &Path, now: NaiveDateTime) -> Self {
        let now = Arc::new(Mutex::new(now));
        let told = Arc::clone(&now);
        let session = Session::new(Config {
            config_dir: dir.join("config"),
            home: dir.to_path_buf(),
            now: Box::new(move || *told.lock().unwrap_or_else(PoisonError::into_inner)),
            who: "asha".to_owned(),
            computer: "OFFICE-7".to_owned(),
            cost: Some(Cost::for_tests()),
            onlooker: Onlooker::default(),
        });
        Self { session, now }
    }

    /// Moves the time.
    pub fn set_now(&self, now: NaiveDateTime) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}
