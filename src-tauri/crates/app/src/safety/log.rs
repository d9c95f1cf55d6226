//! The activity log in sentences, on the screen and as a file for the school's data protection officer.

use super::{half_written, note_saved};
use crate::session::Session;
use crate::wire::{ActivityLine, FileSaved, Nothing, SaveAs};
use daybook_domain::log::{BackupReason, Happening, LockReason, LogLine, OpenedBy};
use daybook_domain::text::{count, long_moment};
use daybook_domain::{Fault, Outcome};
use daybook_exchange::to_csv;
use daybook_store::Whom;
use std::path::Path;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<Vec<ActivityLine>> {
    Ok(session.vault()?.read().log().list()?.into_iter().map(line).collect())
}

pub(crate) fn save(session: &mut Session, ask: SaveAs) -> Outcome<FileSaved> {
    let now = session.now();
    let lines = list(session, Nothing {})?;
    let rows = lines.iter().map(|ActivityLine { at, who, computer, sentence }| {
        [at.format("%Y-%m-%d %H:%M:%S").to_string(), who.clone(), computer.clone(), sentence.clone()]
    });
    let bytes = to_csv(&["When", "Computer account", "Computer", "What happened"], rows);
    half_written::save(session, Path::new(&ask.path), &bytes, Whom::Others).map_err(|_| unwritable())?;
    note_saved(session.vault()?, "activity log", now, || {
        Fault::new(
            "log.not_noted",
            "The activity log is saved where you chose, but it could not note that it was. Save it once more to have it noted.",
        )
    })?;
    Ok(FileSaved { path: ask.path, bytes: bytes.len() as u64 })
}

fn unwritable() -> Fault {
    Fault::new(
        "file.unwritable",
        "The file could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
    )
    .at("path")
}

fn line(LogLine { at, who, computer, happening }: LogLine) -> ActivityLine {
    ActivityLine { at, who, computer, sentence: sentence(&happening) }
}

fn sentence(happening: &Happening) -> String {
    match happening {
        Happening::Made => "The daybook was made.".to_owned(),
        Happening::Opened { by: OpenedBy::Passphrase } => "Opened with the passphrase.".to_owned(),
        Happening::Opened { by: OpenedBy::Recovery } => "Opened with the recovery key.".to_owned(),
        Happening::UnlockFailed { times } => {
            format!("Words that do not open it were tried {}.", count(*times, "time", "times"))
        }
        Happening::Locked { why } => format!("Locked: {}.", locked(*why)),
        Happening::BackedUp { why, rows } => {
            format!("A backup was made {} and read through: {}.", backed_up(*why), count(*rows, "row", "rows"))
        }
        Happening::BackupFailed { why, code } => {
            format!("A backup {} could not be made ({code}).", backed_up(*why))
        }
        Happening::Restored { of } => format!("Brought back from the backup of {}.", long_moment(*of)),
        Happening::Imported { added, updated } => {
            format!("A list was imported: {} added, {updated} changed.", count(*added, "pupil", "pupils"))
        }
        Happening::Exported { what } => format!("Saved as a file outside the daybook: {what}."),
        Happening::Pack { pack, names } => {
            format!("A pack was printed or saved: {pack}, {} names.", if *names { "with" } else { "without" })
        }
        Happening::Erased => "A pupil was erased.".to_owned(),
        Happening::PassphraseChanged => "The passphrase was changed.".to_owned(),
        Happening::RecoveryMade => "A recovery key was made; one made before opens the daybook no longer.".to_owned(),
        Happening::Checked { found: 0 } => "The daybook was checked: nothing was found.".to_owned(),
        Happening::Checked { found } => {
            format!("The daybook was checked: {} found.", count(*found, "thing was", "things were"))
        }
        Happening::Mended { what } => format!("Mended: {what}"),
        Happening::KeyShown => "The key of its database was shown.".to_owned(),
    }
}

fn locked(why: LockReason) -> &'static str {
    match why {
        LockReason::Asked => "somebody asked for it",
        LockReason::Idle => "nobody had touched it for a while",
        LockReason::Sleep => "the computer went to sleep",
        LockReason::ScreenLocked => "the computer's screen was locked",
        LockReason::Closed => "the app was closed",
        LockReason::Changed => "another daybook took its place",
    }
}

fn backed_up(why: BackupReason) -> &'static str {
    match why {
        BackupReason::FirstChange => "before the day's first change",
        BackupReason::Lock => "on locking",
        BackupReason::Migration => "before a newer version changed the file",
        BackupReason::Import => "before an import",
        BackupReason::Restore => "before a restore",
        BackupReason::Erase => "after a pupil was erased",
        BackupReason::Repair => "before a repair",
        BackupReason::Asked => "because somebody asked for it",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_happening_reads_as_a_sentence() {
        for (happening, said) in [
            (Happening::Made, "The daybook was made."),
            (Happening::Opened { by: OpenedBy::Recovery }, "Opened with the recovery key."),
            (Happening::UnlockFailed { times: 1 }, "Words that do not open it were tried 1 time."),
            (Happening::Locked { why: LockReason::Idle }, "Locked: nobody had touched it for a while."),
            (
                Happening::BackedUp { why: BackupReason::Import, rows: 412 },
                "A backup was made before an import and read through: 412 rows.",
            ),
            (
                Happening::BackupFailed { why: BackupReason::Lock, code: "store.disk_full".into() },
                "A backup on locking could not be made (store.disk_full).",
            ),
            (
                Happening::Restored { of: "2026-03-03T16:05:00".parse().unwrap() },
                "Brought back from the backup of 3 March 2026 at 16:05.",
            ),
            (Happening::Imported { added: 2, updated: 1 }, "A list was imported: 2 pupils added, 1 changed."),
            (Happening::Exported { what: "activity log".into() }, "Saved as a file outside the daybook: activity log."),
            (
                Happening::Pack { pack: "Week plan".into(), names: false },
                "A pack was printed or saved: Week plan, without names.",
            ),
            (Happening::Checked { found: 0 }, "The daybook was checked: nothing was found."),
            (Happening::Checked { found: 3 }, "The daybook was checked: 3 things were found."),
            (Happening::Mended { what: "The index was built anew.".into() }, "Mended: The index was built anew."),
        ] {
            assert_eq!(sentence(&happening), said);
        }
    }
}
