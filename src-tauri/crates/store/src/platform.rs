//! What differs between Windows and the rest when files get their names. Nothing else in the store asks which it is.

use daybook_domain::{Fault, Outcome};
use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::time::Duration;

/// How long to wait before each further try, in milliseconds: about two seconds in all.
///
/// On Windows a virus scanner holds a file it has just seen written, and until it lets go nobody may rename it.
/// Elsewhere a refusal is final.
const WAITS: &[u64] = if cfg!(windows) { &[50, 100, 200, 400, 600, 700] } else { &[] };

/// The longest path that SQLite opens: on Windows 259 UTF-16 units, whatever else the system may do with longer ones, and
/// elsewhere 512 bytes less room for the ending of a journal.
const LONGEST: usize = if cfg!(windows) { 259 } else { 503 };

/// The longest of what SQLite opens inside a vault's folder.
const DEEPEST: &str = "/backups/.building-xxxxxx/daybook.db-journal";

/// Refuses a folder for a vault whose files could not be opened. Fault: `place.too_long`, before anything is made.
pub fn check_place(folder: &Path) -> Outcome<()> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let text = whole.to_string_lossy();
    let length = if cfg!(windows) { text.encode_utf16().count() } else { text.len() };
    if fits(length, LONGEST) { Ok(()) } else { Err(too_long()) }
}

/// Whether there is room for what goes inside.
fn fits(length: usize, longest: usize) -> bool {
    length + DEEPEST.len() <= longest
}

fn too_long() -> Fault {
    Fault::new(
        "place.too_long",
        "That folder lies too deep: with the daybook's name its path is longer than this computer can open. \
         No daybook was made; choose a folder nearer to the top of the drive, or a shorter name.",
    )
    .at("within")
}

/// Renames a file or a folder, waiting a little for whoever holds it.
pub fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    patiently(WAITS, || std::fs::rename(from, to))
}

/// How the names of files half written begin.
pub const WRITING: &str = ".writing-";

/// Who may read a file, where the system knows owners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Nobody but its owner.
    Owner,
    /// As for a file that is given away, such as a PDF in a shared folder: whoever may read any new file there or, where
    /// it replaces one, whoever could read that.
    Others,
}

/// Writes a file whole or not at all, for its owner alone: to a temporary name beside it, to the disk, then over the old one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_noted(path, bytes, Whom::Owner, |_| ())
}

/// As [`write_whole`]. The temporary name, which begins with [`WRITING`], is told before there is a file of that name; a
/// second one is told where the first was taken.
pub fn write_noted(path: &Path, bytes: &[u8], whom: Whom, mut note: impl FnMut(&Path)) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(ErrorKind::InvalidInput.into()),
    };
    let mut file = tempfile::Builder::new().prefix(WRITING).make_in(folder, |temporary| {
        note(temporary);
        create_new(temporary, whom)
    })?;
    if cfg!(unix)
        && whom == Whom::Others
        && let Ok(old) = std::fs::metadata(path)
    {
        // A memory stick may know no permissions; that is no reason not to save.
        let _ = file.as_file().set_permissions(old.permissions());
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let mut held = Some(file);
    patiently(WAITS, || match held.take().map(|file| file.persist(path)) {
        Some(Err(refused)) => {
            held = Some(refused.file);
            Err(refused.error)
        }
        Some(Ok(_)) | None => Ok(()),
    })?;
    sync_folder(folder)
}

fn create_new(path: &Path, whom: Whom) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if whom == Whom::Owner { 0o600 } else { 0o666 });
    #[cfg(not(unix))]
    let _ = whom;
    options.open(path)
}

/// Makes a rename inside a folder last. Windows does this by itself and cannot open a folder.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn patiently<T>(waits: &[u64], mut once: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in waits {
        match once() {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                std::thread::sleep(Duration::from_millis(*wait));
            }
            done => return done,
        }
    }
    once()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refusal_that_may_pass_is_waited_for() {
        for (kind, waits, tried) in [
            (ErrorKind::PermissionDenied, &[0, 0, 0][..], 4),
            (ErrorKind::PermissionDenied, &[], 1),
            (ErrorKind::NotFound, &[0, 0, 0], 1),
        ] {
            let mut times = 0;
            let refused = patiently(waits, || -> io::Result<()> {
                times += 1;
                Err(kind.into())
            });
            assert_eq!((refused.unwrap_err().kind(), times), (kind, tried));
        }
        let mut left = 2;
        let done = patiently(&[0, 0, 0], || {
            left -= 1;
            if left > 0 { Err(ErrorKind::PermissionDenied.into()) } else { Ok("done") }
        });
        assert_eq!(done.unwrap(), "done");
    }

    #[test]
    fn a_place_is_refused_from_where_on_its_files_could_not_be_opened() {
        for (length, longest, expected) in [
            (0, 259, true),
            (215, 259, true),
            (216, 259, false),
            (248, 259, false),
            (459, 503, true),
            (460, 503, false),
        ] {
            assert_eq!(fits(length, longest), expected, "{length} of {longest}");
        }
        let place = tempfile::tempdir().unwrap();
        let at = |length: usize| {
            let mut path = place.path().to_string_lossy().into_owned();
            while path.len() < length {
                path.push_str(if path.len().is_multiple_of(50) { "/" } else { "x" });
            }
            std::path::PathBuf::from(path)
        };
        assert_eq!(check_place(&at(LONGEST - DEEPEST.len())), Ok(()));
        let refused = check_place(&at(LONGEST - DEEPEST.len() + 1)).unwrap_err();
        assert_eq!((refused.code.as_ref(), refused.field.as_deref()), ("place.too_long", Some("within")));
    }

    #[test]
    fn a_file_is_replaced_whole_and_a_failure_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        let taken = folder.path().join("taken");
        std::fs::create_dir_all(taken.join("inside")).unwrap();
        write_whole(&taken, b"over a folder").unwrap_err();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "the file and the folder, and nothing else");
    }

    #[test]
    fn a_name_is_told_before_there_is_a_file_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut told = Vec::new();
        write_noted(&folder.path().join("a.pdf"), b"first", Whom::Others, |temporary| {
            assert!(!temporary.exists() && temporary.parent() == Some(folder.path()));
            told.push(temporary.to_owned());
        })
        .unwrap();
        let name = told[0].file_name().unwrap().to_string_lossy().into_owned();
        assert!(told.len() == 1 && name.starts_with(WRITING) && !told[0].exists(), "{told:?}");
    }

    #[test]
    #[cfg(unix)]
    fn what_is_given_away_can_be_read_as_any_file_there_and_keys_by_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let [plain, pack, keys] = ["plain", "pack.pdf", "keys.json"].map(|name| folder.path().join(name));
        std::fs::write(&plain, b"").unwrap();
        write_noted(&pack, b"first", Whom::Others, |_| ()).unwrap();
        assert_eq!(mode(&pack), mode(&plain), "as the system makes any file");
        std::fs::set_permissions(&pack, PermissionsExt::from_mode(0o664)).unwrap();
        write_noted(&pack, b"second", Whom::Others, |_| ()).unwrap();
        assert_eq!((mode(&pack), std::fs::read(&pack).unwrap()), (0o664, b"second".to_vec()));
        write_whole(&keys, b"secret").unwrap();
        assert_eq!(mode(&keys), 0o600);
    }
}
