//! A disk that ends after so many bytes, at every place that matters.
//!
//! The system is asked to let no file of the process grow beyond a length: the write that would is refused half-way, as on
//! a disk that is full.

use super::{Load, Tally};
use anyhow::Result;
use std::path::Path;

/// Tries every place, so many kibibytes apart, from the length of the file on to where the whole load fits.
#[cfg(not(unix))]
pub fn at_every_place(_: &Path, _: &Load, _: u64) -> Result<Vec<Tally>> {
    Ok(Vec::new())
}

#[cfg(unix)]
pub use unix::at_every_place;

#[cfg(unix)]
mod unix {
    use super::super::load;
    use super::{Load, Path, Result, Tally};
    use anyhow::{Context, ensure};
    use serde_json::Value;
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};

    /// What a person may be told of a disk that ends.
    const FAULTS: [&str; 2] = ["store.disk_full", "store.disk"];

    /// Tries every place, so many kibibytes apart, from nothing on to where the whole load fits.
    pub fn at_every_place(host: &Path, load: &Load, step: u64) -> Result<Vec<Tally>> {
        let (mut times, mut lost, mut refused) = (0, 0, 0);
        for kibibytes in (0..).step_by(usize::try_from(step)?) {
            ensure!(kibibytes < 64 * 1024, "the load never fits");
            let place = tempfile::tempdir()?;
            load.lay(place.path())?;
            let ended = limited(host, load, place.path(), kibibytes)?;
            times += 1;
            refused += u32::from(ended.refusal.is_some());
            lost += u32::from(!holds(load, place.path(), &ended));
            if ended.acked == load.steps.len() {
                break;
            }
        }
        let remark =
            format!("{refused} times a save was refused with a sentence; the next save on a roomier disk worked");
        Ok(vec![Tally { tried: "a disk that ends after so many bytes".to_owned(), times, lost, remark }])
    }

    struct Ended {
        /// How many steps were acknowledged before the first refusal.
        acked: usize,
        /// The code of the first refusal.
        refusal: Option<String>,
    }

    /// Whether exactly what was acknowledged is there, the refusal was a sentence, and the refused step works now.
    fn holds(load: &Load, place: &Path, ended: &Ended) -> bool {
        let told = ended.refusal.as_deref().is_none_or(|code| FAULTS.contains(&code));
        let again = || -> Result<bool> {
            let mut host = load::open(place)?;
            let there = load::picture(&mut host)? == load.states[ended.acked];
            let Some(next) = load.steps.get(ended.acked) else { return Ok(there) };
            let done = host.session.call(next["call"].as_str().unwrap_or_default(), next["args"].clone()).is_ok();
            Ok(there && done && load::picture(&mut host)? == load.states[ended.acked + 1])
        };
        told && again().unwrap_or(false)
    }

    /// Runs the load, one step at a time, until the first refusal, with no file growing beyond so many kibibytes.
    fn limited(host: &Path, load: &Load, place: &Path, kibibytes: u64) -> Result<Ended> {
        // The unit of `ulimit -f` in POSIX shells is 512 bytes. Refused writes are to be errors, not the end of the process.
        let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" --dir \"$1\"", kibibytes * 2);
        let mut child = Command::new("sh")
            .args(["-c", &script])
            .args([host, place])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the scriptable host does not start")?;
        let mut to = child.stdin.take().context("no standard input")?;
        let mut said = BufReader::new(child.stdout.take().context("no standard output")?).lines();
        let mut ended = Ended { acked: 0, refusal: None };
        let lines = std::iter::once(load::opening(place)).chain(load.steps.iter().cloned());
        for (n, line) in lines.enumerate() {
            writeln!(to, "{line}")?;
            let answer: Value = serde_json::from_str(&said.next().context("it ended")??)?;
            if let Some(code) = answer["error"]["code"].as_str() {
                ended.refusal = Some(code.to_owned());
                break;
            }
            ended.acked = n;
        }
        drop(to);
        child.wait()?;
        Ok(ended)
    }
}
