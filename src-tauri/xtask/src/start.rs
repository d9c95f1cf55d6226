//! How long the window takes from its start until something can be read in it, against an empty window of the same kit.
//!
//! Both are watched from outside, in the memory of a screen that nobody sees: most of it light, some of it ink.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell::{cargo, program, run, target};
use crate::{machine, ui};

const ROUNDS: usize = 15;
const LONGEST: Duration = Duration::from_secs(30);

/// Builds both as they are shipped, starts them in turn, and prints the medians and their ratio. Linux only.
pub fn measure() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("The start is measured on Linux only, where a screen can be watched in memory.");
    }
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_none() {
        machine::check_for_testing()?;
        let own = std::env::current_exe()?;
        return run(program("dbus-run-session").arg("--").arg(own).arg("start"));
    }
    ui::install()?;
    ui::build_when_stale()?;
    let build = ["build", "--release", "--locked", "--package", "daybook"];
    run(cargo().args(build))?;
    run(cargo().args(build).args(["--example", "empty_window", "--features", "measure"]))?;
    let release = target().join("release");
    let (ours, empty) = (release.join("daybook"), release.join("examples").join("empty_window"));
    let screen = Screen::open()?;
    let (mut times, mut against) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        against.push(screen.time(&empty)?);
        times.push(screen.time(&ours)?);
    }
    let (times, against) = (median(times), median(against));
    println!("start to something to read, median of {ROUNDS}, an empty settings folder each time");
    println!("  an empty window    {:>5} ms", against.as_millis());
    println!("  SENCO Daybook      {:>5} ms", times.as_millis());
    println!("  ratio              {:>5.2}", times.as_secs_f64() / against.as_secs_f64());
    println!("size of the program  {:>5.1} MB", megabytes(&ours)?);
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn megabytes(file: &Path) -> Result<f64> {
    let bytes = u32::try_from(fs::metadata(file)?.len())?;
    Ok(f64::from(bytes) / 1_000_000.0)
}

/// A screen in memory, the size of one window.
struct Screen {
    server: Child,
    display: String,
    folder: PathBuf,
}

impl Screen {
    fn open() -> Result<Self> {
        let folder = target().join("screen");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir"])
            .arg(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started")?;
        let mut number = String::new();
        BufReader::new(server.stdout.take().context("Xvfb says nothing")?).read_line(&mut number)?;
        Ok(Self { server, display: format!(":{}", number.trim()), folder })
    }

    /// From starting a program until its window can be read; then it is stopped, and the screen is dark again.
    fn time(&self, of: &Path) -> Result<Duration> {
        let home = self.folder.join("home");
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home)?;
        self.wait(|share| share.light < 0.5)?;
        let begun = Instant::now();
        let mut running = Command::new(of)
            .env("DISPLAY", &self.display)
            .env("HOME", &home)
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", of.display()))?;
        let seen = self.wait(|share| share.light > 0.7 && share.ink > 0.002);
        let taken = begun.elapsed();
        running.kill()?;
        running.wait()?;
        seen.map(|()| taken)
    }

    fn wait(&self, until: impl Fn(Share) -> bool) -> Result<()> {
        let begun = Instant::now();
        while !until(self.look()?) {
            if begun.elapsed() > LONGEST {
                bail!("The screen did not become what was waited for.");
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        Ok(())
    }

    /// Every fifth line of the screen, as an X window dump lays it out.
    fn look(&self) -> Result<Share> {
        let dump = fs::read(self.folder.join("Xvfb_screen0"))?;
        let word = |at: usize| -> Result<usize> {
            let bytes = dump.get(at * 4..at * 4 + 4).context("The screen's memory is too short.")?;
            Ok(u32::from_be_bytes(bytes.try_into()?) as usize)
        };
        let (header, line, colours) = (word(0)?, word(12)?, word(19)?);
        let pixels = dump.get(header + colours * 12..).unwrap_or_default();
        let (mut light, mut ink, mut all) = (0_u32, 0_u32, 0_u32);
        for pixel in pixels.chunks_exact(line).step_by(5).flat_map(|line| line.chunks_exact(4)) {
            let sum: u32 = pixel.iter().take(3).map(|part| u32::from(*part)).sum();
            all += 1;
            light += u32::from(sum > 600);
            ink += u32::from(sum < 300);
        }
        let of = |part: u32| f64::from(part) / f64::from(all.max(1));
        Ok(Share { light: of(light), ink: of(ink) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// How much of the screen is light, and how much is as dark as ink.
struct Share {
    light: f64,
    ink: f64,
}
