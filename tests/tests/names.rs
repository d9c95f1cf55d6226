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

/// Forename and surname of everybody on the roll.
fn roll(desk: &mut Desk) -> Vec<(String, String)> {
    let rows = desk.ask("register", json!({ "query": { "scope": "roll" } }))["rows"].clone();
    let name = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(|row| (name(row, "forename"), name(row, "surname"))).collect()
}

/// A pupil's name as it is typed in haste.
fn typed((forename, surname): &(String, String), way: usize) -> String {
    match way % 7 {
        0 => format!("{forename} {surname}"),
        1 => format!("{forename} {surname}").to_lowercase(),
        2 => format!("{surname}, {forename}").to_uppercase(),
        3 => format!("{}'s", forename.to_lowercase()),
        4 => format!("{}’s", surname.to_uppercase()),
        5 => forename.clone(),
        _ => surname.to_lowercase(),
    }
}

/// A week in which somebody is spoken of everywhere; who, the caller says by number.
fn careless_week(desk: &mut Desk, people: usize, who: &dyn Fn(usize) -> String) {
    let activity = desk.activity("Supporting a pupil");
    let words: Vec<String> = (0..people).map(who).collect();
    for (i, chunk) in words.chunks(10).enumerate() {
        let text = format!("Talked about {} today", chunk.join("; "));
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
}

/// A week in which every pupil's name has been typed in every way, and the roll.
fn week_of_names() -> (Desk, Vec<(String, String)>) {
    let mut desk = Desk::set_up();
    import(&mut desk, &fixture("primary-roll.csv"));
    let roll = roll(&mut desk);
    let who = |i: usize| typed(&roll[i % roll.len()], i + i / roll.len());
    careless_week(&mut desk, roll.len() * 2, &who);
    (desk, roll)
}

/// Words in small letters, parted by all that is no letter.
fn words_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '?').filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}

const KINDS: [&str; 2] = ["week_plan", "week_as_it_happened"];

fn ask(kind: &str, options: &Value) -> Value {
    json!({ "kind": kind, "date": "2026-11-02", "options": options })
}

/// What a pack's preview shows.
fn shown(desk: &mut Desk, kind: &str, options: &Value) -> String {
    let view = desk.ask("pack_preview", ask(kind, options));
    view["pages"].as_array().unwrap().iter().map(|page| words_of(page.as_str().unwrap())).collect()
}

/// What a reader of a saved pack can copy out of it, and its bytes.
fn saved(desk: &mut Desk, kind: &str, options: &Value) -> (String, Vec<u8>) {
    let path = desk.dir().join("pack.pdf");
    let mut save = ask(kind, options);
    save["path"] = json!(path);
    desk.ask("pack_save", save);
    let text = if cfg!(target_os = "linux") {
        let output = std::process::Command::new("pdftotext").arg(&path).arg("-").output().unwrap();
        assert!(output.status.success(), "pdftotext reads {kind}");
        String::from_utf8(output.stdout).unwrap()
    } else {
        shown(desk, kind, options)
    };
    (text, std::fs::read(&path).unwrap())
}

#[test]
fn no_name_stands_in_any_byte_of_the_vault() {
    let (mut desk, roll) = week_of_names();
    let names: BTreeSet<String> = roll.into_iter().flat_map(|(forename, surname)| [forename, surname]).collect();
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
    let (mut desk, roll) = week_of_names();
    // Words that the packs bring along themselves.
    let mut plain = Desk::set_up();
    careless_week(&mut plain, roll.len() * 2, &|_| "somebody".to_owned());
    let options = json!({});
    for kind in KINDS {
        let own = words_in(&saved(&mut plain, kind, &options).0);
        let names: BTreeSet<String> = roll.iter().flat_map(|(a, b)| words_in(&format!("{a} {b}"))).collect();
        let names: Vec<&String> = names.difference(&own).collect();
        assert!(names.len() > 100, "most names are looked for");

        let view = desk.ask("pack_preview", ask(kind, &options));
        let found = view["found"].as_array().unwrap();
        let in_doubt: Vec<&str> =
            found.iter().filter(|name| name["in_doubt"] == true).map(|name| name["word"].as_str().unwrap()).collect();
        assert!(in_doubt.iter().all(|word| *word == word.to_lowercase()), "{in_doubt:?}");
        let doubtful: BTreeSet<String> = in_doubt.iter().flat_map(|word| words_in(word)).collect();
        assert!(doubtful.len() < 40, "few names are in doubt: {doubtful:?}");

        let (text, bytes) = saved(&mut desk, kind, &options);
        for text in [text, shown(&mut desk, kind, &options)] {
            let words = words_in(&text);
            assert!(words.contains("monday"), "{kind} can be read");
            for name in names.iter().filter(|name| !doubtful.contains(**name)) {
                assert!(!words.contains(*name), "{name} stands in {kind}");
            }
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let is_name = names.iter().any(|name| **name == word.to_lowercase());
                assert!(!is_name || in_doubt.contains(&word), "{word} stands in {kind}");
            }
        }
        for name in roll.iter().flat_map(|(forename, surname)| [forename, surname]).filter(|name| name.len() >= 6) {
            assert!(!holds(&bytes, name), "{name} can be read in the bytes of {kind}");
        }
        assert!(names.iter().all(|name| !view["file"].as_str().unwrap().to_lowercase().contains(*name)));

        let text = saved(&mut desk, kind, &json!({ "hide": in_doubt })).0;
        let left: Vec<_> = names.iter().filter(|name| words_in(&text).contains(**name)).collect();
        assert!(left.is_empty(), "{left:?} stand in {kind} although they were to be hidden");
        desk.ask("pack_printed", ask(kind, &json!({ "hide": [] })));
    }
}

/// A desk with pupils added by hand, and a week with one entry.
fn desk_saying(pupils: &[(&str, &str)], text: &str) -> Desk {
    let mut desk = Desk::set_up();
    for (forename, surname) in pupils {
        desk.ask("pupil_add", json!({ "details": pupil(forename, surname) }));
    }
    let activity = desk.activity("Email and messages");
    desk.ask("entry_add", json!({ "details": entry("2026-11-02", Some(600), 15, text, activity, "interruption") }));
    desk
}

fn pupil(forename: &str, surname: &str) -> Value {
    json!({
        "surname": surname, "forename": forename, "preferred": "", "born": "2017-03-01", "upn": "", "admission": "",
        "year_override": null, "class": "4B", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    })
}

const HAPPENED: &str = "week_as_it_happened";

#[test]
fn a_former_name_is_hidden_too() {
    let mut desk = desk_saying(&[("Zara", "Whitlock")], "zara whitlock upset");
    let mut renamed = pupil("Saffi", "Pemberton");
    for now in ["Oldroyd", "Pemberton"] {
        // Once while its names are in use already, so that they are looked up afresh.
        assert!(!shown(&mut desk, HAPPENED, &json!({})).to_lowercase().contains("whitlock"));
        renamed["surname"] = json!(now);
        desk.ask("pupil_save", json!({ "pupil": 1, "details": renamed }));
    }
    let activity = desk.activity("Email and messages");
    for (start, name) in [(700, "Oldroyd"), (800, "Saffi")] {
        let details = entry("2026-11-02", Some(start), 15, &format!("{name} rang"), activity, "interruption");
        desk.ask("entry_add", json!({ "details": details }));
    }
    let words = words_in(&shown(&mut desk, HAPPENED, &json!({})));
    for name in ["zara", "whitlock", "oldroyd", "saffi", "pemberton"] {
        assert!(!words.contains(name), "{name} is printed");
    }
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    let words = words_in(&shown(&mut desk, HAPPENED, &json!({})));
    assert!(!words.contains("whitlock") && !words.contains("zara"), "an undone change hides no less");
}

#[test]
fn names_are_looked_up_again_after_every_change_of_a_pupil() {
    let mut desk = desk_saying(&[("Zara", "Whitlock")], "Ibrahim rang");
    let reads = |desk: &mut Desk| {
        let view = desk.ask("capture_read", json!({ "line": "10m Ibrahim upset", "minutes": null }));
        view["pupils"].as_array().unwrap().len()
    };
    assert_eq!(reads(&mut desk), 0);
    desk.ask("pupil_add", json!({ "details": pupil("Ibrahim", "Ode") }));
    assert_eq!(reads(&mut desk), 1);
    assert!(!shown(&mut desk, HAPPENED, &json!({})).contains("Ibrahim"));
    desk.ask("undo", json!({}));
    assert_eq!(reads(&mut desk), 0);
    desk.ask("redo", json!({}));
    assert_eq!(reads(&mut desk), 1);
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.refused("capture_read", json!({ "line": "Ibrahim", "minutes": null })), "session.locked");
}

#[test]
fn a_word_is_printed_as_it_stands_only_when_she_says_so_and_that_is_remembered() {
    let mut desk = desk_saying(&[("Jacob", "Cook")], "Mrs Cook rang");
    let options = json!({});
    let view = desk.ask("pack_preview", ask(HAPPENED, &options));
    assert_eq!((&view["found"][0]["word"], &view["found"][0]["hidden"]), (&json!("Cook"), &json!(true)));
    assert!(!shown(&mut desk, HAPPENED, &options).contains("Cook"));
    let kept = json!({ "keep": [{ "word": "Cook", "case_codes": view["found"][0]["case_codes"] }] });
    assert!(shown(&mut desk, HAPPENED, &kept).contains("Cook"));
    assert!(!shown(&mut desk, HAPPENED, &options).contains("Cook"), "looking is not saying");
    desk.ask("pack_printed", ask(HAPPENED, &kept));
    assert!(shown(&mut desk, HAPPENED, &options).contains("Cook"), "remembered");

    // Somebody else of that name comes: it is asked again, and hidden until she says.
    desk.ask("pupil_add", json!({ "details": pupil("Amara", "Cook") }));
    let view = desk.ask("pack_preview", ask(HAPPENED, &options));
    assert_eq!((&view["found"][0]["hidden"], &view["found"][0]["asked_again"]), (&json!(true), &json!(true)));
    assert!(!shown(&mut desk, HAPPENED, &options).contains("Cook"));
}

#[test]
fn everyday_words_in_small_letters_are_listed_and_hidden_when_she_says_so() {
    let mut desk = desk_saying(&[("Will", "Okafor"), ("Poppy", "Green")], "poppy green said that will ran off");
    let options = json!({});
    let view = desk.ask("pack_preview", ask(HAPPENED, &options));
    let doubt: Vec<_> = view["found"].as_array().unwrap().iter().filter(|name| name["in_doubt"] == true).collect();
    assert_eq!(doubt.len(), 1, "{}", view["found"]);
    assert_eq!((&doubt[0]["word"], &doubt[0]["hidden"]), (&json!("will"), &json!(false)));
    let words = words_in(&shown(&mut desk, HAPPENED, &options));
    assert!(words.contains("will") && !words.contains("poppy") && !words.contains("green"));
    desk.ask("pack_printed", ask(HAPPENED, &json!({ "hide": ["will"] })));
    assert!(!words_in(&shown(&mut desk, HAPPENED, &options)).contains("will"), "remembered");
}

#[test]
fn a_block_is_about_the_same_pupil_wherever_it_is_spoken_of() {
    let mut desk = desk_saying(&[("Will", "Okafor")], "Email");
    let activity = desk.activity("Meetings with parents");
    let mut lay = |start: u32| {
        let details = json!({ "date": "2026-11-02", "start": start, "minutes": 30, "title": "review with will", "activity": activity, "place": "school", "pupils": [1] });
        desk.ask("block_add", json!({ "details": details }))["value"].clone()
    };
    let (not_done, displaced) = (lay(660), lay(840));
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    desk.ask("block_not_done", json!({ "block": not_done, "why": "will was away", "still_needed": true }));
    let mut call = entry("2026-11-02", Some(840), 30, "Phone", activity, "interruption");
    call["displaced"] = displaced;
    desk.ask("entry_add", json!({ "details": call }));
    let options = json!({});
    let view = desk.ask("pack_preview", ask(HAPPENED, &options));
    assert!(view["found"].as_array().unwrap().iter().all(|name| name["in_doubt"] == false), "{}", view["found"]);
    let text = shown(&mut desk, HAPPENED, &options);
    assert!(text.contains("Planned and not done"), "the table is in it");
    assert!(!words_in(&text).contains("will"), "{text}");
}

#[test]
fn no_more_words_are_taken_than_anybody_would_say() {
    let mut desk = desk_saying(&[("Jacob", "Cook")], "Mrs Cook rang");
    let long = "x".repeat(101);
    for (options, code) in [
        (json!({ "hide": [long] }), "text.too_long"),
        (json!({ "keep": [{ "word": long, "case_codes": [] }] }), "text.too_long"),
        (json!({ "hide": vec!["x"; 201] }), "pack.too_many_words"),
        (json!({ "keep": vec![json!({ "word": "x", "case_codes": [] }); 201] }), "pack.too_many_words"),
    ] {
        assert_eq!(desk.refused("pack_preview", ask(HAPPENED, &options)), code);
    }
    desk.ask("pack_preview", ask(HAPPENED, &json!({ "hide": vec!["x".repeat(100); 200] })));
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
    // Every word is placed on its own: a name of two words is still one name.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
}
