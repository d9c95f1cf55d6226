//! Where a command would write outside the daybook.

use serde_json::Value;

/// The file outside the daybook that a command would write, or the folder it would write into. A host lets it be none but
/// one that a person chose.
pub fn writes<'a>(name: &str, args: &'a Value) -> Option<&'a str> {
    match name {
        "pack_save"
        | "paper_save"
        | "activity_log_save"
        | "recovery_sheet_save"
        | "document_save_as"
        | "register_export" => args.get("path").and_then(Value::as_str),
        "export_everything" | "second_place_set" | "child_file" => args.get("folder").and_then(Value::as_str),
        _ => None,
    }
}
