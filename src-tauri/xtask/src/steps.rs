//! Named steps, timed, with a short table at the end.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps taken so far.
#[derive(Default)]
pub struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    /// Takes one step; the first that fails ends the run, with its name in front of the reason.
    pub fn take<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let started = Instant::now();
        let done = step();
        self.0.push((name, started.elapsed()));
        done.with_context(|| format!("Stopped at \"{name}\"."))
    }

    /// The table, one step a line.
    pub fn table(&self) -> String {
        let line = |name: &str, spent: Duration| format!("{name:<34}{:>7.1} s\n", spent.as_secs_f64());
        let lines: String = self.0.iter().map(|(name, spent)| line(name, *spent)).collect();
        lines + &line("altogether", self.0.iter().map(|(_, spent)| *spent).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_is_named_and_still_counted() {
        let mut steps = Steps::default();
        steps.take("first", || Ok(())).unwrap();
        let failed = steps.take("second", || -> Result<()> { anyhow::bail!("broken") }).unwrap_err();
        assert_eq!(format!("{failed:#}"), "Stopped at \"second\".: broken");
        let named: Vec<&str> = steps.0.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, ["first", "second"], "the table shows how far it came");
        assert_eq!(steps.table().lines().count(), 3, "two steps and their sum");
    }
}
