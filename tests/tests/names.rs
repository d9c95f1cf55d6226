//! No name leaves by accident: not in the vault's folder, not in a default pack.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, entry, fixture, import};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

fn all_bytes(folder: &Path, into: &mut Vec<u8>) {
    for each in std::fs::read_dir(folder).unwrap() {
        let path = each.unwrap().path();
        into.extend(path.file_name().unwrap().to_string_lossy().as_bytes());
        if path.is_dir() { all_bytes(&path, into) } else { into.extend(std::fs::read(&path).unwrap_or_default()) }
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// Every surname and forename on the roll.
fn names(desk: &mut Desk) -> BTreeSet<String> {
    let rows = desk.ask("register", json!({ "query": { "scope": "roll" } }))["rows"].clone();
    let name = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    rows.as_array()
        .unwrap()
        .iter()
        .flat_map(|row| [name(row, "surname"), name(row, "forename")])
        .filter(|n| !n.is_empty())
        .collect()
}

/// A week in which every pupil's name has been typed somewhere.
fn careless_week(desk: &mut Desk) -> BTreeSet<String> {
    import(desk, &fixture("primary-roll.csv"));
    let names = names(desk);
    let activity = desk.activity("Supporting a pupil");
    let words: Vec<String> = names.iter().cloned().collect();
    for (i, chunk) in words.chunks(20).enumerate() {
        let text = format!("Talked about {}'s day", chunk.join(", "));
        let mut details = entry("2026-11-02", Some(500 + i as u32 * 5), 5, &text, activity, "interruption");
        details["interrupted_by"] = json!(format!("Mum of {}", chunk[0]));
        desk.ask("entry_add", json!({ "details": details }));
    }
    let title = format!("Meet {} family", words[3]);
    let block = desk.lay("2026-11-03", 600, 30, &title, "Meetings with parents");
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    desk.ask(
        "block_not_done",
        json!({ "block": block, "why": format!("{} was away", words[5]), "still_needed": true }),
    );
    desk.ask(
        "break_mark",
        json!({ "mark": { "date": "2026-11-02", "name": "Lunch", "state": "missed", "taken": 0, "why": words[7] } }),
    );
    names
}

#[test]
fn no_name_stands_in_any_byte_of_the_vault() {
    let mut desk = Desk::set_up();
    let names = careless_week(&mut desk);
    let look = |desk: &Desk, when: &str| {
        let mut bytes = Vec::new();
        all_bytes(desk.dir(), &mut bytes);
        assert!(bytes.len() > 200_000, "the vault was looked at");
        for name in names.iter().filter(|name| name.len() >= 6) {
            assert!(!holds(&bytes, name), "{name} can be read {when}");
        }
    };
    look(&desk, "while the daybook is open");
    desk.ask("vault_lock", json!({}));
    look(&desk, "after it is locked");
}

#[test]
fn no_name_stands_in_a_default_pack() {
    let mut desk = Desk::set_up();
    let names = careless_week(&mut desk);
    for kind in ["week_plan", "week_as_it_happened"] {
        let view = desk.ask("pack_preview", json!({ "kind": kind, "date": "2026-11-02", "options": {} }));
        let path = desk.dir().join("pack.pdf");
        desk.ask("pack_save", json!({ "kind": kind, "date": "2026-11-02", "options": {}, "path": path }));
        let bytes = std::fs::read(&path).unwrap();
        let printed: String =
            view["pages"].as_array().unwrap().iter().map(|page| words_of(page.as_str().unwrap())).collect();
        let words: BTreeSet<&str> = printed.split(|c: char| !c.is_alphanumeric() && !"'’-?".contains(c)).collect();
        for name in &names {
            assert!(!words.contains(name.as_str()), "{name} stands in {kind}");
            assert!(name.len() < 6 || !holds(&bytes, name), "{name} can be read in the bytes of {kind}");
            assert!(name.len() < 6 || !printed.contains(name.as_str()), "{name} stands in {kind}");
        }
        assert!(!view["file"].as_str().unwrap().contains(names.iter().next().unwrap().as_str()));
    }
}

#[test]
fn a_word_is_printed_as_it_stands_only_when_she_says_so_and_that_is_remembered() {
    let mut desk = Desk::set_up();
    import(&mut desk, &fixture("primary-roll.csv"));
    let activity = desk.activity("Email and messages");
    desk.ask(
        "entry_add",
        json!({ "details": entry("2026-11-02", Some(600), 15, "Mrs Cook rang", activity, "interruption") }),
    );
    let ask = |options: Value| json!({ "kind": "week_as_it_happened", "date": "2026-11-02", "options": options });
    let hidden = desk.ask("pack_preview", ask(json!({})));
    let word = hidden["found"][0]["word"].as_str().unwrap().to_owned();
    assert!(word.contains("Cook"), "{word}");
    assert!(!hidden["pages"].to_string().contains("Cook"));
    let kept = json!({ "keep": [word] });
    assert!(desk.ask("pack_preview", ask(kept.clone()))["pages"].to_string().contains("Cook"));
    let path = desk.dir().join("pack.pdf");
    desk.ask(
        "pack_save",
        json!({ "kind": "week_as_it_happened", "date": "2026-11-02", "options": kept, "path": path }),
    );
    assert!(desk.ask("pack_preview", ask(json!({})))["pages"].to_string().contains("Cook"), "remembered");
}

/// The words of a page picture, without its marks.
fn words_of(svg: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in svg.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push(' ');
            }
            c if !inside => words.push(c),
            _ => {}
        }
    }
    words.replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
}
