//! What stays in memory when a daybook is locked: neither its key, nor its passphrase, nor a row of it.
//!
//! Looks through the memory of this very process, as a thief with a locked but running laptop could. The allocator is the
//! window's own, which wipes what it takes back.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::json;
use std::fs::File;
use std::os::unix::fs::FileExt;
use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static HEAP: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Something to look for, kept in a form that is not itself found.
struct Planted {
    what: &'static str,
    masked: Vec<u8>,
}

const MASK: u8 = 0x5A;

impl Planted {
    fn new(what: &'static str, plain: &[u8]) -> Self {
        Self { what, masked: plain.iter().map(|byte| byte ^ MASK).collect() }
    }

    /// What was planted, for as long as it is needed.
    fn plain(&self) -> String {
        String::from_utf8(self.masked.iter().map(|byte| byte ^ MASK).collect()).unwrap()
    }

    fn is_in(&self, memory: &[u8]) -> bool {
        let first = self.masked[0] ^ MASK;
        memory.iter().enumerate().any(|(at, byte)| {
            *byte == first
                && memory[at..].len() >= self.masked.len()
                && self.masked.iter().zip(&memory[at..]).all(|(masked, found)| masked ^ MASK == *found)
        })
    }
}

/// Letters that stand nowhere else, made while the test runs so that the program's own text does not hold them.
fn letters(what: &'static str, chance: &mut fastrand::Rng) -> Planted {
    let masked = (0..14).map(|_| (chance.lowercase() as u8) ^ MASK).collect();
    Planted { what, masked }
}

/// What of these is somewhere in this process's memory.
fn found(planted: &[Planted]) -> Vec<&'static str> {
    let (maps, memory) = (std::fs::read_to_string("/proc/self/maps").unwrap(), File::open("/proc/self/mem").unwrap());
    let mut found = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, to) = line.split_once(' ').unwrap().0.split_once('-').unwrap();
        let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // Some of the system's own pages cannot be read.
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            found.extend(planted.iter().filter(|planted| planted.is_in(&bytes)).map(|planted| planted.what));
        }
        bytes.fill(0);
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn locking_leaves_neither_key_nor_words_nor_rows_in_memory() {
    let mut chance = fastrand::Rng::new();
    let mut planted = vec![
        letters("surname", &mut chance),
        letters("note", &mut chance),
        letters("entry", &mut chance),
        letters("passphrase", &mut chance),
    ];
    let mut desk = Desk::at("2026-11-02T08:00:00");
    {
        let words = format!("{} cardigan", planted[3].plain());
        let within = desk.dir().to_path_buf();
        desk.ask("vault_create", json!({ "within": within, "name": "My daybook", "passphrase": words }));
        desk.ask(
            "school_save",
            json!({ "details": { "name": "Example Primary", "senco": "A. Senco", "head": "A. Head" } }),
        );
        let details = json!({
            "surname": planted[0].plain(), "forename": "Ada", "preferred": "", "born": "2018-03-04", "upn": "", "admission": "",
            "year_override": null, "class": "Oak", "on_roll_from": null, "on_roll_to": null, "note": planted[1].plain(),
            "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
        });
        desk.ask("pupil_add", json!({ "details": details }));
        desk.ask("capture", json!({ "line": format!("15m office about {}", planted[2].plain()), "minutes": null }));
        desk.ask("register", json!({ "query": { "scope": "roll" } }));
        desk.ask("pack_preview", json!({ "kind": "week_as_it_happened", "date": "2026-11-02", "options": {} }));
        let key = desk.ask("database_key", json!({ "passphrase": words }));
        let hex = key["key"].as_str().unwrap();
        let raw: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap()).collect();
        planted.push(Planted::new("key", &raw));
        planted.push(Planted::new("key in digits", hex.as_bytes()));
    }
    let open = found(&planted);
    assert!(open.contains(&"surname") && open.contains(&"key"), "an open daybook is found in memory: {open:?}");
    desk.ask("vault_lock", json!({}));
    assert_eq!(found(&planted), Vec::<&str>::new(), "of an open one: {open:?}");
}
