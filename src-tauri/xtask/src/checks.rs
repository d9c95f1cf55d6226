//! Every check and every test, in the order in which failing is cheapest.
//!
//! Clippy, the build and the tests all name the same packages and features, so that nothing is compiled twice.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::shell::{cargo, program, run, target, words};
use crate::steps::Steps;
use crate::{machine, tools, ui};

/// The window can be driven only where WebKit's driver exists.
const FEATURES: &str = if cfg!(target_os = "linux") { "daybook/drive,daybook-tests/window" } else { "daybook/drive" };

/// Sets the machine up, checks, builds once, and runs every test.
pub fn run_all() -> Result<()> {
    let mut steps = Steps::default();
    let taken = take_all(&mut steps);
    println!("\n{}", steps.table());
    // Said last, where it is looked for first.
    println!("{}", taken?);
    Ok(())
}

fn take_all(steps: &mut Steps) -> Result<String> {
    steps.take("set-up", || {
        machine::check_for_testing()?;
        tools::nextest()?;
        if cfg!(target_os = "linux") { tools::tauri_driver() } else { Ok(()) }
    })?;
    steps.take("packages of the pages", ui::install)?;
    steps.take("formatting", || run(cargo().args(["fmt", "--all", "--check"])))?;
    steps.take("types of the pages", || ui::check("check"))?;
    steps.take("lint of the pages", || ui::check("lint"))?;
    steps.take("tests of the pages", || ui::check("test"))?;
    steps.take("build of the pages", || ui::check("build"))?;
    steps.take("clippy", || {
        run(whole_workspace(cargo().arg("clippy").arg("--all-targets")).args(["--", "-D", "warnings"]))
    })?;
    steps.take("build", || run(whole_workspace(cargo().arg("build").arg("--all-targets"))))?;
    steps.take("generated types are current", || {
        let host = target().join("debug").join(format!("daybook-host{}", std::env::consts::EXE_SUFFIX));
        run(program(host).args(["types", "--check"]))
    })?;
    steps.take("examples in the documentation", || run(whole_workspace(cargo().args(["test", "--doc", "--quiet"]))))?;
    steps.take("tests", nextest)
}

fn whole_workspace(command: &mut Command) -> &mut Command {
    command.args(["--workspace", "--locked", "--features", FEATURES])
}

/// Runs every test and returns nextest's closing line.
fn nextest() -> Result<String> {
    let mut command = if cfg!(target_os = "linux") {
        let mut screen = program("dbus-run-session");
        screen
            .args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1920x1080x24"])
            .arg(cargo().get_program());
        screen
    } else {
        cargo()
    };
    let told = whole_workspace(command.args(["nextest", "run"])).stderr(Stdio::piped());
    let mut running = told.spawn().with_context(|| format!("{} cannot be started", words(told)))?;
    let mut closing = None;
    if let Some(said) = running.stderr.take() {
        for line in BufReader::new(said).lines() {
            let line = line.context("what nextest said could not be read")?;
            eprintln!("{line}");
            if line.contains(" run: ") && line.contains("passed") {
                closing = Some(line);
            }
        }
    }
    if !running.wait()?.success() {
        bail!("A test failed; the lines above say which.");
    }
    closing.context("nextest ran no test.")
}
