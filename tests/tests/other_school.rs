//! Two schools in one daybook: no command of the one takes what belongs to the other.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use desk::two_schools::{asked, of_two};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is kept, file by file, but for the log of what was saved outside.
fn kept(desk: &mut Desk) -> BTreeMap<String, String> {
    let done = desk.ask("export_everything", json!({ "folder": desk.dir().join("out") }));
    let folder = std::fs::read_dir(done["folder"].as_str().unwrap()).unwrap();
    let files =
        folder.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "json"));
    let named = files.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path));
    let told = named.filter(|(name, _)| !["log", "opening", "about"].contains(&name.as_str()));
    told.map(|(name, path)| (name, std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn what_belongs_to_another_school_is_refused_and_nothing_changes() {
    let (mut desk, theirs, ours) = of_two();
    std::fs::create_dir(desk.dir().join("out")).unwrap();
    let before = kept(&mut desk);
    assert!(before.len() > 20, "{:?}", before.keys());
    let files = |desk: &Desk| std::fs::read_dir(desk.dir()).unwrap().count();
    let there = files(&desk);
    // Some find it missing in the school in sight before they write.
    let known =
        ["school.other", "store.gone", "pupils.gone", "export.gone", "normal_week.other_week", "provision.plan"];
    let mut taken = Vec::new();
    for (command, args) in asked(&desk, &theirs, &ours) {
        match desk.tries(command, args.clone()) {
            Err(fault) if known.contains(&fault.code.as_ref()) && fault.message.contains("Nothing was") => {}
            other => taken.push(format!("{command} {args}: {other:?}")),
        }
    }
    assert_eq!(taken, Vec::<String>::new());
    for (table, rows) in kept(&mut desk) {
        assert_eq!(before.get(&table), Some(&rows), "{table}");
    }
    assert_eq!(files(&desk), there, "nothing left the daybook");
}

#[test]
fn the_same_of_the_school_in_sight_is_taken() {
    let (mut desk, _, ours) = of_two();
    for (command, args) in asked(&desk, &ours, &ours) {
        if let Err(fault) = desk.tries(command, args.clone()) {
            assert_ne!(fault.code, "school.other", "{command} {args}");
        }
    }
}

/// Writes that name something and are not among those above, and why.
const ELSEWHERE: [&str; 3] = [
    "year_end",      // of whom an exception names, only those on this school's roll move
    "import_commit", // of those who have left, only those this school's list misses
    "plan_reopen",   // needs a reviewed round; it amends the round, which the same check sees
];

#[test]
fn every_write_that_names_something_is_among_those_tried() {
    let (desk, theirs, ours) = of_two();
    let mut tried: BTreeSet<&str> = asked(&desk, &theirs, &ours).into_iter().map(|(command, _)| command).collect();
    tried.extend(ELSEWHERE);
    let types = daybook_app::types::typescript();
    let declared: BTreeMap<&str, &str> =
        types.split("\nexport type ").filter_map(|declared| declared.split_once(" = ")).collect();
    let shared = ["ActivityId", "SchoolId"];
    for command in daybook_app::commands::all() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![command.args.as_str()]);
        while let Some(name) = next.pop() {
            if seen.insert(name) {
                let said = declared.get(name).copied().unwrap_or_default();
                let words = said.split(|c: char| !c.is_alphanumeric()).filter(|word| declared.contains_key(word));
                next.extend(words);
            }
        }
        let names = seen.iter().any(|name| name.ends_with("Id") && !shared.contains(name));
        let writes = command.result.starts_with("Changed") || command.result == "FileSaved";
        assert!(
            !(names && writes) || tried.contains(command.name),
            "{} is tried with nothing of another school",
            command.name
        );
    }
}
