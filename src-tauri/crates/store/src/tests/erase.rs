//! Erasing a pupil: nothing of it is left in any page of the file, and everybody else's rows are as they were.

use super::*;
use crate::erase::words::{NO_WORDS, WORDS};
use crate::erase::{PARTS, Speaks};
use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use std::collections::BTreeSet;
use std::fs;

/// What was written of the pupil and must not be found afterwards.
const SECRETS: [&str; 16] = [
    "Nguyễn",
    "Zoë",
    "zoe",
    "Quillfeather",
    "whyK",
    "whyOld",
    "assessed",
    "saidbychild",
    "readsaloud",
    "movesseat",
    "kindheart",
    "eightynine",
    "letterfromgp",
    "BYTESOFAFILE",
    "herownplan",
    "owlsgroup",
];

const OTHER: PupilId = PupilId(2);

/// Every page of the file as it is once decrypted, those in no use too, and whatever lies beside it.
fn pages(here: &mut Here) -> Vec<u8> {
    const PAGE: usize = 4096;
    /// What SQLCipher keeps at the end of a page: the vector of its cipher, and its seal.
    const KEPT: usize = 80;
    let key = here.vault.show_key(PASSPHRASE, at("2026-11-02")).unwrap();
    let cipher = Aes256::new_from_slice(&hex::decode(key.as_bytes()).unwrap()).unwrap();
    here.vault.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let file = fs::read(here.folder().join("daybook.db")).unwrap();
    let mut plain = Vec::new();
    for (at, page) in file.chunks(PAGE).enumerate() {
        // The first page begins with the salt, which is not encrypted.
        let begins = if at == 0 { 16 } else { 0 };
        let mut before = page[PAGE - KEPT..PAGE - KEPT + 16].to_vec();
        for block in page[begins..PAGE - KEPT].chunks(16) {
            let mut clear = Array::try_from(block).unwrap();
            cipher.decrypt_block(&mut clear);
            plain.extend(clear.iter().zip(&before).map(|(one, other)| one ^ other));
            before = block.to_vec();
        }
    }
    plain.extend(fs::read(here.folder().join("daybook.db-wal")).unwrap_or_default());
    plain
}

fn holds(pages: &[u8], word: &str) -> bool {
    pages.windows(word.len()).any(|window| window == word.as_bytes())
}

/// A vault in which a pupil has one of everything, some of it changed, some taken away, some undone.
fn lived_in() -> Here {
    let mut here = Here::with_school();
    here.does(|tx| tx.pupils().insert(&pupil("Ng", "Li"), SCHOOL));
    here.does(|tx| {
        tx.pupils().open_status(PUPIL, "K", day("2026-09-01"), "whyOld")?;
        tx.pupils().open_status(OTHER, "K", day("2026-09-01"), "as Zoë was before")
    });
    here.does(|tx| tx.pupils().end_status(PUPIL, day("2026-10-01")));
    here.does(|tx| tx.pupils().open_status(PUPIL, "E", day("2026-10-01"), "whyK"));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN"], day("2026-09-01")));
    here.does(|tx| tx.pupils().update(PUPIL, &PupilDetails { note: "Quillfeather".into(), ..pupil("Nguyễn", "Zoë") }));
    here.does(|tx| tx.pupils().update(PUPIL, &pupil("Nguyễn", "Zoë")));
    for sql in [
        "INSERT INTO flag (id, school_id, name, retired) VALUES (1, 1, 'Choir', 0)",
        "INSERT INTO pupil_flag (pupil_id, flag_id) VALUES (1, 1), (2, 1)",
        "INSERT INTO support_plan (id, pupil_id, kind, title, from_date, why_ended) VALUES
             (1, 1, 'support', 'herownplan', '2026-09-01', ''), (2, 2, 'support', 'kept', '2026-09-01', '')",
        "INSERT INTO cycle (id, plan_id, number, from_date, review_on, assess, child_views, family_views, doing, review) VALUES
             (1, 1, 1, '2026-09-01', '2026-12-01', 'assessed', 'saidbychild', '', '', ''),
             (2, 2, 1, '2026-09-01', '2026-12-01', 'kept', 'Zoë is my friend', '', '', '')",
        "INSERT INTO outcome (id, cycle_id, rank, text, area, success, progress, came) VALUES
             (1, 1, 1, 'readsaloud', '', '', '', ''), (2, 2, 1, 'kept', '', '', '', '')",
        "INSERT INTO strategy (id, cycle_id, outcome_id, rank, text, who, place, how_often) VALUES
             (1, 1, 1, 1, 'movesseat', '', '', ''), (2, 2, 2, 1, 'kept', '', '', '')",
        "UPDATE cycle SET reviewed_on = '2026-10-30'",
        "INSERT INTO intervention (id, school_id, name, area, retired) VALUES (1, 1, 'Phonics', '', 0)",
        "INSERT INTO provision (pupil_id, intervention_id, plan_id, staff, group_name, group_size, sessions, every_weeks, minutes,
                                from_date, weeks, measure, entry, exit, impact)
         VALUES (1, 1, 1, '', 'owlsgroup', 1, 1, 1, 20, '2026-09-01', 10, '', '', '', '')",
        "INSERT INTO profile (pupil_id, admire, important, support, hopes, works, avoid, ask) VALUES
             (1, 'kindheart', '', '', '', '', '', ''), (2, 'kept', '', '', '', '', '', '')",
        "INSERT INTO assessment (pupil_id, date, kind, name, score, scale, done_by, note) VALUES
             (1, '2026-09-01', 'screening', 'Test', 'eightynine', '', '', '')",
        "INSERT INTO task_template (id, school_id, title, frequency, estimate, basis, source, activity_id, per, pupil_id,
                                    anchor, lead_days, in_holidays, carries, stake, consequence, from_date, retired)
         VALUES (1, 1, 'calmdown', 'daily', 45, 'own', '', 1, 'pupil', 1, '{\"on\":\"each_day\"}', 0, 0, 0, 'child', '',
                 '2026-09-01', 0)",
        "INSERT INTO task (id, school_id, template_id, occurs, pupil_id, title, appeared, carries, stake, consequence, note,
                           state, why) VALUES
             (1, 1, 1, '2026-09-01', 1, 'calmdown', '2026-09-01', 0, 'child', '', '', 'open', ''),
             (2, 1, NULL, NULL, 1, 'ringhismum', '2026-09-01', 1, 'child', '', '', 'open', ''),
             (3, 1, NULL, NULL, 2, 'kept, with Zoë', '2026-09-01', 1, 'child', '', '', 'open', '')",
    ] {
        here.does(|tx| tx.sql().run(sql, []));
    }
    // A small file is no journalled row, so it comes with the document that names it.
    here.does(|tx| {
        tx.sql().run(
            "INSERT INTO file (hash, body) VALUES ('aa', CAST('BYTESOFAFILE' AS BLOB)), ('bb', CAST('shared' AS BLOB))",
            [],
        )?;
        tx.sql().run(
            "INSERT INTO document (pupil_id, name, date, note, hash, bytes) VALUES
                 (1, 'letterfromgp', '2026-09-01', '', 'aa', 12), (1, 'shared', '2026-09-01', '', 'bb', 6),
                 (2, 'shared', '2026-09-01', '', 'bb', 6)",
            [],
        )
    });
    here.does(|tx| tx.blocks().insert(SCHOOL, &block("2026-10-05")));
    let text = |text: &str, pupils: &[PupilId]| EntryDetails {
        text: text.into(),
        pupils: pupils.to_vec(),
        start: None,
        ..entry("2026-10-05")
    };
    here.does(|tx| {
        tx.entries().insert(SCHOOL, &text("Zoë was sad", &[PUPIL, OTHER]))?;
        tx.entries().insert(SCHOOL, &text("called about Zoë", &[]))?;
        tx.entries().insert(SCHOOL, &text("Li was glad", &[OTHER]))?;
        tx.weeks().freeze(SCHOOL, day("2026-10-05"), at("2026-10-05"))?;
        tx.weeks().close(SCHOOL, day("2026-10-05"), at("2026-10-09"))
    });
    here.does(|tx| tx.settings().set("packs.keep", &["Zoë", "Will"]));
    let at = at("2026-11-02");
    here.vault.keep_draft("pupil:1", Some(&serde_json::json!({ "note": "Quillfeather" })), at).unwrap();
    for part in PARTS {
        let left = serde_json::json!({ "assess": "Quillfeather" });
        here.vault.keep_draft(&format!("{part}:new:1"), Some(&left), at).unwrap();
        here.vault.keep_draft(&format!("{part}:1:2"), Some(&serde_json::json!({ "assess": "of Li" })), at).unwrap();
    }
    here.vault.keep_draft("entry 4", Some(&serde_json::json!({ "text": "and Zoë said" })), at).unwrap();
    here.does(|tx| tx.pupils().update(PUPIL, &PupilDetails { class: "Quillfeather".into(), ..pupil("Nguyễn", "Zoë") }));
    here.vault.undo(at).unwrap();
    here
}

fn mask(text: &str, _: Speaks) -> Option<String> {
    text.contains("Zoë").then(|| text.replace("Zoë", "C-0001"))
}

#[test]
fn no_page_holds_anything_of_a_pupil_who_was_erased() {
    let mut here = lived_in();
    let before = pages(&mut here);
    for secret in SECRETS {
        assert!(holds(&before, secret), "{secret} was there to be found");
    }
    let changed = here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    let after = pages(&mut here);
    for secret in SECRETS {
        let found = after.windows(secret.len()).position(|window| window == secret.as_bytes());
        let around =
            found.map(|at| String::from_utf8_lossy(&after[at.saturating_sub(300)..(at + 200).min(after.len())]));
        assert!(found.is_none(), "{secret} is still there, at {found:?}: {around:?}");
    }
    for kept in
        ["Li was glad", "C-0001 was sad", "called about C-0001", "C-0001 is my friend", "and C-0001 said", "shared"]
    {
        assert!(holds(&after, kept), "{kept} stays");
    }
    assert_eq!((changed.value.files, changed.value.entries, changed.undo), (1, 1, None));
    assert!(changed.value.rows > 12 && changed.value.changes >= 20, "{:?}", changed.value);
    assert!(changed.changed.contains(&daybook_domain::changed::Noun::Pupil));
}

#[test]
fn everybody_else_and_every_minute_stays() {
    let mut here = lived_in();
    let minutes = "SELECT sum(minutes) FROM entry";
    let rest = "SELECT count(*) FROM change WHERE table_name IN ('school', 'activity', 'entry', 'block')";
    let ask =
        |here: &mut Here, sql: &str| here.vault.connection().query_row::<i64, _, _>(sql, [], |row| row.get(0)).unwrap();
    let before = (ask(&mut here, minutes), ask(&mut here, rest));
    here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    assert_eq!((ask(&mut here, minutes), ask(&mut here, rest)), before);
    for (table, rows) in [
        ("pupil", 1),
        ("status", 1),
        ("need", 0),
        ("support_plan", 1),
        ("cycle", 1),
        ("outcome", 1),
        ("strategy", 1),
        ("provision", 0),
        ("profile", 1),
        ("assessment", 0),
        ("document", 1),
        ("file", 1),
        ("pupil_flag", 1),
        ("flag", 1),
        ("entry", 3),
        ("entry_pupil", 2),
        ("block", 1),
        ("block_pupil", 0),
        ("draft", 11),
        ("task", 1),
        ("task_template", 0),
        ("task_block", 0),
        ("task_entry", 0),
    ] {
        assert_eq!(ask(&mut here, &format!("SELECT count(*) FROM {table}")), rows, "{table}");
    }
    assert_eq!(
        here.vault.check(&crate::Onlooker::default()).unwrap(),
        Vec::new(),
        "the journal still agrees with every row"
    );
    assert_eq!(here.vault.read().pupils().get(OTHER).unwrap().statuses[0].reason, "as C-0001 was before");
    assert_eq!(here.vault.belongings(PUPIL).unwrap_err().code, "store.gone");
    let next = here.does(|tx| tx.pupils().insert(&pupil("New", "One"), SCHOOL));
    assert_eq!(next, PupilId(3), "a case code is for one life");
}

#[test]
fn what_touched_the_pupil_cannot_be_undone_and_what_comes_after_can() {
    let mut here = lived_in();
    assert!(here.vault.undo_state().unwrap().redo.is_some());
    here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    let state = here.vault.undo_state().unwrap();
    assert_eq!(state.redo, None, "what was undone was the pupil's");
    // Settings were set after the last thing done to the pupil but one; the undone change is gone.
    while here.vault.undo_state().unwrap().undo.is_some() {
        here.vault.undo(at("2026-11-02")).unwrap();
    }
    let pupils: i64 = here.vault.connection().query_row("SELECT count(*) FROM pupil", [], |row| row.get(0)).unwrap();
    assert_eq!(pupils, 1, "undo goes back no further than the erasing reaches");
    here.does(|tx| tx.settings().set("later", &1));
    assert_eq!(here.vault.undo_state().unwrap().undo.as_deref(), Some("Do something"));
    here.vault.undo(at("2026-11-02")).unwrap();
    let kinds: i64 = here
        .vault
        .connection()
        .query_row("SELECT count(*) FROM op WHERE kind = 'child_erase' AND undoable = 0", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kinds, 1);
}

#[test]
fn an_erasing_that_cannot_be_finished_changes_nothing() {
    let mut here = lived_in();
    let before = here.dump();
    // A name that stands in two lists whose names must differ.
    here.does(|tx| {
        tx.sql().run("INSERT INTO flag (school_id, name, retired) VALUES (1, 'C-0001', 0), (1, 'Zoë', 0)", [])
    });
    let with_flags = here.dump();
    assert_eq!(here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap_err().code, "store.refused");
    assert_eq!(here.dump(), with_flags);
    assert_ne!(before, with_flags);
}

#[test]
fn copies_that_hold_the_pupil_are_known_and_can_go() {
    let mut here = Here::with_school();
    here.vault.back_up(daybook_domain::log::BackupReason::Asked, at("2026-11-01")).unwrap();
    here.does(|tx| tx.pupils().insert(&pupil("Ng", "Li"), SCHOOL));
    let second = here.place.path().join("stick");
    fs::create_dir(&second).unwrap();
    here.vault.set_second_place(Some(&second), at("2026-11-02")).unwrap();
    here.vault.back_up(daybook_domain::log::BackupReason::Asked, at("2026-11-03")).unwrap();
    fs::create_dir(here.folder().join("backups/kept 2026-11-03 09-00-00")).unwrap();
    let since = here.vault.belongings(OTHER).unwrap().since;
    assert_eq!(since, Some(at("2026-11-02")));
    let (copies, seen) = here.vault.copies(since).unwrap();
    let told: Vec<(String, bool)> = copies.iter().map(|copy| (copy.made_at.to_string(), copy.second)).collect();
    assert!(seen);
    assert_eq!(
        told,
        [
            ("2026-11-03 09:00:00".to_owned(), false),
            ("2026-11-03 08:00:00".to_owned(), false),
            ("2026-11-03 08:00:00".to_owned(), true)
        ],
        "the one of the day before knows nothing of the pupil"
    );
    assert_eq!(here.vault.delete_copies(copies).unwrap(), Vec::new());
    assert_eq!(here.vault.copies(since).unwrap().0, Vec::new());
    fs::remove_dir_all(&second).unwrap();
    assert!(!here.vault.copies(since).unwrap().1, "a stick that is away is told");
}

#[test]
fn every_column_of_text_is_looked_through_or_known_to_name_nobody() {
    let mut here = Here::empty();
    let connection = here.vault.connection();
    let sql = crate::sql::Sql(connection);
    for table in crate::schema::tables(connection).unwrap() {
        if crate::schema::UNJOURNALLED.contains(&table.as_str()) {
            continue;
        }
        let columns: BTreeSet<String> = sql
            .all("SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'", [&table], |row| row.get(0))
            .unwrap()
            .into_iter()
            .collect();
        let lists = [&WORDS[..], &NO_WORDS[..]];
        let known: Vec<String> = lists
            .iter()
            .flat_map(|list| list.iter().filter(|(name, _)| *name == table))
            .flat_map(|(_, columns)| columns.iter().map(|column| (*column).to_owned()))
            .collect();
        assert_eq!(known.iter().cloned().collect::<BTreeSet<_>>(), columns, "{table}: say what each column holds");
        assert_eq!(known.len(), columns.len(), "{table}: each once");
    }
}

#[test]
fn every_form_of_a_record_is_known_to_erasing() {
    let places = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/shell/draftPlaces.ts");
    let text = fs::read_to_string(places).unwrap();
    let parts = text.split_once("const parts").and_then(|(_, rest)| rest.split_once("};")).unwrap().0;
    let kinds: BTreeSet<&str> = parts
        .lines()
        .filter_map(|line| line.trim().split_once(": \""))
        .map(|(kind, _)| kind.trim_matches('"'))
        .collect();
    assert_eq!(kinds, PARTS.into_iter().collect(), "what a form keeps of a pupil goes with the pupil");
}

#[test]
fn a_disk_too_full_to_tidy_up_is_no_failure_of_the_erasing() {
    let mut here = lived_in();
    // Tidying attaches a database of its own, and there is room for no more of them.
    for number in 0..10 {
        here.vault.connection().execute_batch(&format!("ATTACH ':memory:' AS other{number} KEY ''")).unwrap();
    }
    let changed = here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    assert!(!changed.value.tidied && changed.value.rows > 12, "{:?}", changed.value);
    assert_eq!(here.vault.belongings(PUPIL).unwrap_err().code, "store.gone");
}

#[test]
fn texts_that_would_change_are_told_beforehand_and_are_those_that_do() {
    let mut here = lived_in();
    let belongings = here.vault.belongings(PUPIL).unwrap();
    let named = here.vault.named_in(&belongings, &mask).unwrap();
    assert!(named.texts.iter().all(|text| text.before.contains("Zoë") && !text.after.contains("Zoë")), "{named:?}");
    assert!(named.texts.iter().any(|text| text.table == "entry" && text.after == "called about C-0001"));
    assert_eq!(named.since, Some(at("2026-11-02")), "the first of them");
    let changed = here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    assert_eq!(changed.value.texts, named.texts.len() as u64);
}

#[test]
fn what_is_being_timed_goes_on_without_the_pupil() {
    use daybook_domain::ids::TaskId;
    use daybook_domain::timer::{Asked, Doing, Kept, Question, Why};
    let mut here = lived_in();
    let about = |text: &str, pupils: Vec<PupilId>, task: Option<i64>| Doing {
        text: text.into(),
        pupils,
        task: task.map(TaskId),
        who: Some("Zoë’s aunt".into()),
        ..Doing::default()
    };
    let mut kept = Kept::default();
    kept.timer.start(about("Zoë and Li", vec![PUPIL, OTHER], Some(2)), at("2026-11-02")).unwrap();
    kept.timer.interrupt(about("about Li", vec![OTHER], Some(3)), at("2026-11-02")).unwrap();
    let asked = Asked { from: at("2026-11-01"), to: at("2026-11-02"), why: Why::Long };
    kept.asking.push(Question { doing: about("Zoë only", vec![PUPIL], None), interruption: false, asked });
    here.vault.keep_timer(SCHOOL, &kept).unwrap();
    here.vault.erase(PUPIL, at("2026-11-02"), &mask).unwrap();
    let after = here.vault.read().timers().get(SCHOOL).unwrap();
    let told: Vec<_> = after.timer.layers.iter().map(|layer| &layer.doing).chain([&after.asking[0].doing]).collect();
    let told: Vec<_> = told.iter().map(|doing| (doing.text.as_str(), doing.pupils.clone(), doing.task)).collect();
    let expected = [
        ("C-0001 and Li", vec![OTHER], None),
        ("about Li", vec![OTHER], Some(TaskId(3))),
        ("C-0001 only", vec![], None),
    ];
    assert_eq!(told, expected);
    assert_eq!(after.timer.layers[0].doing.who.as_deref(), Some("C-0001’s aunt"));
    assert_eq!(after.timer.layers[0].pieces, kept.timer.layers[0].pieces, "the time goes on");
}
