//! Which commands write outside the daybook, and where.

use serde_json::Value;

/// The command by which what is being typed is kept: a host lets it go before a lock that waits.
pub const KEEPS_DRAFT: &str = "draft_keep";

/// A place outside the daybook to which a command would write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Destination<'a> {
    /// The file, or the folder to write into.
    pub path: &'a str,
    /// The field of the command that names it.
    pub field: &'static str,
    /// Whether a daybook is made there: those are offered a place nobody has to choose.
    pub makes_daybook: bool,
}

/// Where outside the daybook a command would write. A host lets it be nowhere but where a person chose.
pub fn writes<'a>(name: &str, args: &'a Value) -> Option<Destination<'a>> {
    let (of, field, makes_daybook) = match name {
        "pack_save"
        | "paper_save"
        | "activity_log_save"
        | "recovery_sheet_save"
        | "document_save_as"
        | "register_export"
        | "calendar_file_save" => (Some(args), "path", false),
        "export_everything" | "second_place_set" | "child_file" => (Some(args), "folder", false),
        "vault_create" => (Some(args), "within", true),
        "backup_restore" => (args.get("into"), "within", true),
        _ => return None,
    };
    of?.get(field).and_then(Value::as_str).map(|path| Destination { path, field, makes_daybook })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_command_that_writes_outside_the_daybook_says_where() {
        assert!(crate::commands::all().iter().any(|command| command.name == KEEPS_DRAFT));
        for (name, args, expected) in [
            ("pack_save", json!({ "path": "a" }), Some(("a", "path", false))),
            ("calendar_file_save", json!({ "path": "a.ics" }), Some(("a.ics", "path", false))),
            ("export_everything", json!({ "folder": "b" }), Some(("b", "folder", false))),
            ("second_place_set", json!({ "folder": null }), None),
            ("vault_create", json!({ "within": "c", "name": "x" }), Some(("c", "within", true))),
            ("backup_restore", json!({ "path": "p", "into": { "within": "d" } }), Some(("d", "within", true))),
            ("backup_restore", json!({ "path": "p", "into": null }), None),
            ("backup_look", json!({ "path": "p" }), None),
        ] {
            let said = writes(name, &args).map(|to| (to.path, to.field, to.makes_daybook));
            assert_eq!(said, expected, "{name}");
        }
    }
}
