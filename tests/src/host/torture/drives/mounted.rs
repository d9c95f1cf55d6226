//! A small drive for as long as this lives.

use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A mounted drive.
pub struct Drive {
    place: TempDir,
    image: bool,
}

impl Drive {
    /// A drive in memory of so many kibibytes; none where that is not allowed.
    ///
    /// # Errors
    /// Those of the temporary folder.
    pub fn in_memory(kibibytes: u64) -> Result<Option<Self>> {
        let drive = Self { place: tempfile::tempdir()?, image: false };
        std::fs::create_dir(drive.path())?;
        let size = format!("size={kibibytes}k");
        let mounted = done(Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(drive.path()));
        Ok(mounted.then_some(drive))
    }

    /// A drive with a file system that turns read-only when it finds an error, in a file; none where that is not allowed.
    ///
    /// # Errors
    /// Those of the temporary folder.
    pub fn in_a_file() -> Result<Option<Self>> {
        let drive = Self { place: tempfile::tempdir()?, image: true };
        std::fs::create_dir(drive.path())?;
        std::fs::File::create(drive.image())?.set_len(32 << 20)?;
        let made = done(Command::new("mkfs.ext4").arg("-qF").arg(drive.image())) && drive.mount();
        Ok((made && drive.switch().is_some_and(|switch| switch.exists())).then_some(drive))
    }

    /// Where it is mounted.
    pub fn path(&self) -> PathBuf {
        self.place.path().join("drive")
    }

    fn image(&self) -> PathBuf {
        self.place.path().join("image")
    }

    fn mount(&self) -> bool {
        let options = ["-o", "loop,errors=remount-ro"];
        done(Command::new("mount").args(options).arg(self.image()).arg(self.path()))
    }

    /// What tells the system that the drive is broken.
    fn switch(&self) -> Option<PathBuf> {
        let found = Command::new("findmnt").args(["-no", "SOURCE"]).arg(self.path()).output().ok()?;
        let device = String::from_utf8(found.stdout).ok()?;
        let name = Path::new(device.trim()).file_name()?.to_owned();
        Some(Path::new("/sys/fs/ext4").join(name).join("trigger_fs_error"))
    }

    /// Has everything written down that was written to it so far.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn settle(&self) -> Result<()> {
        ensure!(done(Command::new("sync").arg("--file-system").arg(self.path())), "the drive does not settle");
        Ok(())
    }

    /// Turns it read-only under whoever is writing to it.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn turn_read_only(&self) -> Result<()> {
        let switch = self.switch().ok_or_else(|| anyhow::anyhow!("the drive has no switch"))?;
        Ok(std::fs::write(switch, "1")?)
    }

    /// Takes it out, has it repaired as the system would, and puts it in again. Nothing of it may be in use.
    ///
    /// # Errors
    /// Where it cannot be taken out or put in.
    pub fn repair(&self) -> Result<()> {
        ensure!(done(Command::new("umount").arg(self.path())), "the drive is in use");
        // It says by its exit code that it mended something.
        let _ = done(Command::new("e2fsck").arg("-fy").arg(self.image()));
        ensure!(self.mount(), "the drive cannot be put in again");
        Ok(())
    }

    /// Leaves so many kibibytes free; the rest is filled.
    ///
    /// # Errors
    /// Those of the drive.
    pub fn leave(&self, kibibytes: u64) -> Result<()> {
        use std::io::Write;
        let room = kibibytes * 1024;
        let mut filler = std::fs::File::create(self.path().join("filler"))?;
        let piece = [7; 4096];
        while filler.write_all(&piece).is_ok() {}
        let whole = filler.metadata()?.len() / 4096 * 4096;
        Ok(filler.set_len(whole.saturating_sub(room))?)
    }

    /// Makes room again.
    ///
    /// # Errors
    /// Those of the drive.
    pub fn make_room(&self) -> Result<()> {
        let filler = self.path().join("filler");
        if filler.exists() { Ok(std::fs::remove_file(filler)?) } else { Ok(()) }
    }
}

impl Drop for Drive {
    fn drop(&mut self) {
        if !self.image || self.path().exists() {
            // Lazily: what was written to it is of no more use.
            let _ = done(Command::new("umount").arg("--lazy").arg(self.path()));
        }
    }
}

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
