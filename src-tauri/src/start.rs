//! What the app was started with.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDateTime;

/// The wishes on the command line, read once.
#[derive(Debug, Clone)]
pub struct Start {
    /// Open the sample school, which is never mixed with real data.
    pub sample: bool,
    /// Where settings are kept, when not in the system's place.
    pub config_dir: Option<PathBuf>,
    /// Where new daybooks are offered, when not among the person's documents.
    pub home: Option<PathBuf>,
    /// A clock that stands still; the system's when absent.
    pub now: Option<NaiveDateTime>,
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
        now: None,
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
