//! What the app writes anywhere, and what it says when it is killed or refuses: no name, no passphrase, no recovery key.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const SURNAME: &str = "Quillfeather";
const TYPED: &str = "Zephyrine said so";
const WORDS: &str = "walnut tandem orbit cardigan";
const WRONG: &str = "walnut tandem orbit cardigans";
const NEW: &str = "marzipan lantern quarry velvet";

/// Every file below a folder.
fn files(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, into) } else { into.push(path) }
    }
}

/// Whether bytes hold a text, as it is or in two bytes a letter.
fn holds(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide].iter().any(|sought| bytes.windows(sought.len()).any(|window| window == *sought))
}

fn script(dir: &Path) -> Vec<Value> {
    let folder = dir.join("Mine.daybook");
    let pupil = json!({
        "surname": SURNAME, "forename": "Ada", "preferred": "", "born": "2018-03-04", "upn": "", "admission": "", "year_override": null,
        "class": "Oak", "on_roll_from": null, "on_roll_to": null, "note": TYPED,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    });
    let call = |name: &str, args: Value| json!({ "call": name, "args": args });
    vec![
        call("vault_create", json!({ "within": dir, "name": "Mine", "passphrase": WORDS })),
        call(
            "school_save",
            json!({ "details": { "name": "Example Primary", "senco": "A. Senco", "head": "A. Head" } }),
        ),
        call("pupil_add", json!({ "details": pupil })),
        call("capture", json!({ "line": format!("15m office about {SURNAME}: {TYPED}"), "minutes": null })),
        call("draft_keep", json!({ "key": "entry", "value": { "text": format!("{SURNAME} {TYPED}") } })),
        call("recovery_key_make", json!({ "passphrase": WORDS })),
        call("passphrase_change", json!({ "old": WORDS, "new": NEW })),
        call("backup_now", json!({})),
        call("pack_preview", json!({ "kind": "week_as_it_happened", "date": "2026-11-02", "options": {} })),
        call("pupil_add", json!({ "details": SURNAME })),
        call("vault_lock", json!({})),
        call("vault_unlock", json!({ "passphrase": WRONG })),
        call("vault_unlock", json!({ "passphrase": NEW })),
        json!({ "now": "2026-11-03T08:00:00", "call": "capture", "args": { "line": format!("5m door {SURNAME}"), "minutes": null } }),
        call("activity_log", json!({})),
        call("vault_open", json!({ "folder": folder, "passphrase": NEW })),
    ]
}

#[test]
fn nothing_written_outside_the_vault_or_said_in_passing_holds_a_name_or_a_secret() {
    let (place, temporary) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut child = Command::new(env!("CARGO_BIN_EXE_daybook-host"))
        .arg("--dir")
        .arg(place.path())
        .envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, temporary.path())))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    for line in script(place.path()) {
        writeln!(to, "{line}").unwrap();
    }
    drop(to);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success());
    let answers: Vec<Value> =
        String::from_utf8(ended.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let refused: Vec<&str> = answers.iter().filter_map(|answer| answer["error"]["code"].as_str()).collect();
    assert_eq!(refused, ["command.misread", "vault.wrong_passphrase"], "{answers:?}");
    let groups: Vec<&str> = answers[5]["ok"]["groups"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let sheet = groups.join("-");

    let secrets = [SURNAME, TYPED, WORDS, WRONG, NEW, sheet.as_str(), &groups.concat()];
    for refusal in answers.iter().filter(|answer| answer.get("error").is_some()) {
        assert!(secrets.iter().all(|secret| !refusal.to_string().contains(secret)), "{refusal}");
    }
    let log = answers[14].to_string();
    assert!(log.contains("asha") && secrets.iter().all(|secret| !log.contains(secret)), "{log}");
    assert!(secrets.iter().all(|secret| !holds(&ended.stderr, secret)), "said in passing");

    let mut written = Vec::new();
    files(place.path(), &mut written);
    files(temporary.path(), &mut written);
    assert!(
        written.iter().any(|path| path.extension().is_some_and(|ending| ending == "daybook-backup")),
        "{written:?}"
    );
    for path in written {
        let bytes = std::fs::read(&path).unwrap();
        for secret in secrets {
            assert!(!holds(&bytes, secret), "{} holds {secret}", path.display());
            assert!(!path.to_string_lossy().contains(secret), "{} is named by {secret}", path.display());
        }
    }
}
