//! What the database and the disk can say, in plain English.
//!
//! A sentence made here never repeats a value: what is in the vault must not reach a log by way of an error.

use daybook_domain::Fault;
use rusqlite::{Error, ErrorCode, ffi};

/// What a guard of the schema refuses: the name it raises, and what a person is told.
const GUARDS: [(&str, &str); 8] = [
    (
        "block.frozen",
        "The plan of that week is frozen, so it stays as it was. Nothing was changed; write down what happened instead.",
    ),
    ("week.frozen", "The plan of that week is frozen already. Nothing was changed."),
    ("week.closed", "That week is closed, so what happened in it stays as it was. Nothing was changed."),
    (
        "status.overlap",
        "Another spell of provision covers some of those days. Nothing was changed; choose another date.",
    ),
    ("need.overlap", "The same need is already recorded for some of those days. Nothing was changed."),
    ("cycle.reviewed", "That round of the plan has been reviewed, and stays as it was read out. Nothing was changed."),
    ("log.stays", "A line of the activity log cannot be changed. Nothing was changed."),
    ("journal.no_operation", "That write came from outside an operation and was refused. Nothing was changed."),
];

/// A database error as a person is told it.
pub fn plain(error: Error) -> Fault {
    match error {
        Error::SqliteFailure(failure, message) => of_failure(failure, message.as_deref().unwrap_or_default()),
        Error::QueryReturnedNoRows => gone(),
        Error::FromSqlConversionFailure(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::InvalidColumnType(..)
        | Error::Utf8Error(..) => Fault::new(
            "store.unreadable",
            "Something in the daybook cannot be read by this version. Nothing was changed; a newer version may read it.",
        ),
        _ => unexpected(0),
    }
}

/// What was asked for is not, or no longer, in the vault.
pub fn gone() -> Fault {
    Fault::new("store.gone", "That is no longer in the daybook. Nothing was changed; go back and choose again.")
}

/// The database file is not what it was when it was written.
pub fn damaged() -> Fault {
    Fault::new(
        "vault.damaged",
        "The daybook's file cannot be read: it is damaged, or its keys.json belongs to another daybook. \
         Nothing was changed; keep the folder as it is and go back to a copy.",
    )
}

/// An error of the disk as a person is told it.
pub fn of_disk(error: &std::io::Error) -> Fault {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => disk_full(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only(),
        ErrorKind::NotFound => Fault::new(
            "store.no_place",
            "The folder is not there any more. Nothing was changed; check that the drive is connected.",
        ),
        _ => io(),
    }
}

fn of_failure(failure: ffi::Error, message: &str) -> Fault {
    match failure.code {
        ErrorCode::ConstraintViolation => of_constraint(failure.extended_code, message),
        ErrorCode::DiskFull => disk_full(),
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => read_only(),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => in_use(),
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => damaged(),
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => io(),
        ErrorCode::OutOfMemory => Fault::new(
            "store.memory",
            // SQLCipher says so too of what comes after a damaged page.
            "The computer has no memory left, or part of the daybook's file cannot be read. Nothing was changed; \
             close other programs and try again, and check the daybook if it comes again.",
        ),
        _ => unexpected(failure.extended_code),
    }
}

fn of_constraint(code: i32, message: &str) -> Fault {
    if let Some((code, sentence)) = GUARDS.iter().find(|(code, _)| *code == message) {
        return Fault::new(code, *sentence);
    }
    if code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY {
        return Fault::new(
            "store.linked",
            "Something else in the daybook belongs to that, or what it belongs to is gone. Nothing was changed.",
        );
    }
    Fault::new("store.refused", "That does not fit with what is already in the daybook. Nothing was changed.")
}

/// Somebody else has the vault open.
pub fn in_use() -> Fault {
    Fault::new(
        "vault.in_use",
        "This daybook is already open, here or on another computer. Nothing was changed; close it there first.",
    )
}

fn disk_full() -> Fault {
    Fault::new("store.disk_full", "The disk is full. Nothing was changed; make some room and try again.")
}

fn read_only() -> Fault {
    Fault::new(
        "store.read_only",
        "The daybook's folder cannot be written to. Nothing was changed; check that the drive is not write-protected.",
    )
}

/// The disk failed, which says nothing of what the file holds.
pub fn io() -> Fault {
    Fault::new(
        "store.disk",
        "The disk did not answer as it should. Nothing was changed; check that the drive is connected and try again.",
    )
}

fn unexpected(code: i32) -> Fault {
    Fault::new(
        "store.unexpected",
        format!("The daybook's file gave an answer nobody expected ({code}). Nothing was changed."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_memory_or_a_damaged_page_is_told_as_either() {
        let told = plain(Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_NOMEM), None));
        assert_eq!(told.code, "store.memory");
        assert!(
            told.message.contains("no memory left, or part of the daybook's file cannot be read"),
            "{}",
            told.message
        );
    }
}
