//! What the app was started with.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDateTime;

/// Tells the time in the place of the system's clock.
pub type Clock = Arc<dyn Fn() -> NaiveDateTime + Send + Sync>;

/// The wishes on the command line, read once.
#[derive(Clone)]
pub struct Start {
    /// Open the sample school, which is never mixed with real data.
    pub sample: bool,
    /// Where settings are kept, when not in the system's place.
    pub config_dir: Option<PathBuf>,
    /// Where new daybooks are offered, when not among the person's documents.
    pub home: Option<PathBuf>,
    /// A clock that a test sets; the system's when absent.
    pub clock: Option<Clock>,
    /// How long one of the minutes is after which it locks by itself.
    pub minute: Duration,
}

/// Reads the command line. Unknown words are passed over, because desktops add their own.
pub fn read() -> Start {
    let start = parse(std::env::args().skip(1));
    #[cfg(feature = "drive")]
    let start = crate::drive::steer(start);
    start
}

fn parse(mut words: impl Iterator<Item = String>) -> Start {
    Start {
        sample: words.any(|word| word == "--sample"),
        config_dir: None,
        home: None,
        clock: None,
        minute: Duration::from_secs(60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_school_is_opened_only_when_asked_for() {
        for (line, sample) in [("", false), ("--sample", true), ("-psn_0_1 --sample", true), ("sample", false)] {
            assert_eq!(parse(line.split(' ').map(str::to_owned)).sample, sample, "started with `{line}`");
        }
    }
}
