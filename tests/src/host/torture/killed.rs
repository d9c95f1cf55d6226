//! The process killed at a random moment of a mixed load.

use super::{Load, Tally, load};
use anyhow::{Context, Result};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Kills the host so many times, each time over a fresh copy, and looks what the daybook then holds.
pub fn at_random(host: &Path, load: &Load, times: u32) -> Result<Tally> {
    let mut chance = fastrand::Rng::with_seed(20_261_102);
    let (mut lost, mut inside, mut acknowledged) = (0, 0, 0);
    for _ in 0..times {
        let place = tempfile::tempdir()?;
        load.lay(place.path())?;
        let acked = killed(host, load, place.path(), Duration::from_micros(chance.u64(0..60_000)))?;
        acknowledged += acked;
        inside += u32::from(acked > 0 && acked < load.steps.len());
        let sound = load::open(place.path()).and_then(|mut again| {
            let picture = load::picture(&mut again)?;
            Ok(load.is_after(acked, &picture) && load::is_sound(&mut again)?)
        });
        lost += u32::from(!sound.unwrap_or(false));
    }
    let remark = format!("{inside} of them in the middle of the load; {acknowledged} changes acknowledged before");
    Ok(Tally { tried: "the process killed at a random moment".to_owned(), times, lost, remark })
}

/// Runs the load and kills it so long after it has opened; returns how many steps it acknowledged.
fn killed(host: &Path, load: &Load, place: &Path, after: Duration) -> Result<usize> {
    let mut child = Command::new(host)
        .arg("--dir")
        .arg(place)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("the scriptable host does not start")?;
    let mut to = child.stdin.take().context("no standard input")?;
    let mut said = BufReader::new(child.stdout.take().context("no standard output")?).lines();
    let steps: Vec<String> = load.steps.iter().map(Value::to_string).collect();
    writeln!(to, "{}", load::opening(place))?;
    said.next().context("it ended before it opened")??;
    // It is killed while lines are still being written to it, so a broken pipe is what is meant to happen.
    let writer = std::thread::spawn(move || steps.iter().all(|step| writeln!(to, "{step}").is_ok()));
    std::thread::sleep(after);
    child.kill()?;
    let acked = said.map_while(Result::ok).filter(|line| is_ok(line)).count();
    child.wait()?;
    let _ = writer.join();
    Ok(acked)
}

/// Whether a whole line says that a step was done. The last line may have been cut off.
fn is_ok(line: &str) -> bool {
    serde_json::from_str::<Value>(line).is_ok_and(|answer| answer.get("ok").is_some())
}
