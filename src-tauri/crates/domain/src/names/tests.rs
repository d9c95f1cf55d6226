use super::*;

/// Pupils as "code: name, name".
fn scan_of(pupils: &[&str]) -> NameScan {
    let known = |pupil: &&str| {
        let (code, names) = pupil.split_once(": ").unwrap();
        Known { case_code: code.to_owned(), names: names.split(", ").map(str::to_owned).collect() }
    };
    NameScan::new(&pupils.iter().map(known).collect::<Vec<_>>())
}

const SCHOOL: [&str; 14] = [
    "C-01: Evans, Jacob",
    "C-02: Evans-Hughes, Zoë",
    "C-03: Nguyễn, Kai",
    "C-04: van der Berg, Siân",
    "C-05: Fernández-López, Ayaan",
    "C-06: D’Souza, Leo",
    "C-07: O'Brien, Grace",
    "C-08: ?ahin, ?tefan",
    "C-09: Green, Maisie",
    "C-10: Cook, Jacob",
    "C-11: Ó Súilleabháin, Oliver",
    "C-12: St John, Will",
    "C-13: Łukasz, Müller",
    "C-14: Li, An",
];

fn words(text: &str) -> Vec<String> {
    scan_of(&SCHOOL).find(text).into_iter().map(|hit| hit.word).collect()
}

#[test]
fn names_are_found_however_they_are_written() {
    for (text, expected) in [
        ("zoe and ZOË and Zoe\u{308}", vec!["zoe", "ZOË", "Zoe\u{308}"]),
        ("nguyen; Nguyễn; Nguy?n; NGUYEN", vec!["nguyen", "Nguyễn", "Nguy?n", "NGUYEN"]),
        ("lukasz muller", vec!["lukasz muller"]),
        ("Jacob's and Jacob’s and Jacobs", vec!["Jacob", "Jacob", "Jacob"]),
        ("Evans-Hughes / evans hughes / EvansHughes", vec!["Evans-Hughes", "evans hughes", "EvansHughes"]),
        ("Mrs Hughes. The Lopez family", vec!["Hughes", "Lopez"]),
        ("Fernandez-Lopez / Fernández López", vec!["Fernandez-Lopez", "Fernández López"]),
        ("van der Berg, the Bergs", vec!["van der Berg", "Berg"]),
        ("van, der", vec![]),
        ("Kai, Kai and Kai Kai", vec!["Kai", "Kai", "Kai", "Kai"]),
        ("D'Souza / D’Souza / Dsouza / D Souza / Souza", vec!["D'Souza", "D’Souza", "Dsouza", "D Souza", "Souza"]),
        ("o'brien; O’Brien’s; OBrien", vec!["o'brien", "O’Brien", "OBrien"]),
        ("?tefan / Stefan / Ștefan / \u{fffd}tefan", vec!["?tefan", "Stefan", "Ștefan", "\u{fffd}tefan"]),
        ("Sahin? Şahin!", vec!["Sahin", "Şahin"]),
        ("o suilleabhain / Suilleabhain", vec!["o suilleabhain", "Suilleabhain"]),
        ("St John / St. John / John", vec!["St John", "John", "John"]),
        ("Ja\u{ad}cob", vec!["Ja\u{ad}cob"]),
        ("jacob.evans@school.example #Jacob_Evans", vec!["jacob.evans", "Jacob_Evans"]),
        ("Jacobson, unevans, kaiser, Leonard", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}

#[test]
fn everyday_words_need_a_capital_or_a_neighbour() {
    for (text, expected) in [
        ("green paper, will cook in the hall", vec![]),
        ("Green and Will; COOK", vec!["Green", "Will", "COOK"]),
        ("an apple, An apple", vec!["An"]),
        ("maisie", vec!["maisie"]),
        ("maisie Green", vec!["maisie Green"]),
        ("maisie green, green maisie", vec!["maisie green", "green maisie"]),
        ("green (maisie)", vec!["green", "maisie"]),
        ("jacob cook will cook", vec!["jacob cook"]),
        ("may hall", vec!["may hall"]),
        ("may and hall", vec![]),
        ("long may hall stand", vec!["may hall"]),
    ] {
        let pupils: Vec<&str> = SCHOOL.into_iter().chain(["C-15: Hall, May", "C-16: Long, Rose"]).collect();
        let words: Vec<String> = scan_of(&pupils).find(text).into_iter().map(|hit| hit.word).collect();
        assert_eq!(words, expected, "{text:?}");
    }
    assert!(scan_of(&SCHOOL).find("Will")[0].common_word && !scan_of(&SCHOOL).find("Maisie")[0].common_word);
}

#[test]
fn what_is_a_name_first_is_found_in_small_letters() {
    let names = "poppy lily daisy ruby grace jack finn jasmine holly amber ivy rowan taylor tyler spencer jasper scott";
    for name in names.split(' ') {
        let scan = scan_of(&[&format!("C-01: Okafor, {name}")]);
        assert_eq!(scan.mask(&format!("saw {name} today"), &Masking::default()), "saw C-01 today");
    }
    let scan = scan_of(&["C-01: Okafor, Poppy", "C-02: Taylor, Jack"]);
    let masked = scan.mask("poppy okafor upset, jack taylor too", &Masking::default());
    assert_eq!(masked, "C-01 upset, C-02 too");
}

#[test]
fn a_word_in_doubt_takes_no_certain_name_with_it() {
    let scan = scan_of(&["C-01: Green Park, An", "C-02: Park Jones, An"]);
    assert_eq!(scan.mask("green park jones", &Masking::default()), "green C-02");
}

#[test]
fn everyday_words_are_hidden_where_the_text_is_about_the_pupil_or_she_asks() {
    let scan = scan_of(&SCHOOL);
    for (about, hide, masked) in [
        (vec![], vec![], "will cook"),
        (vec!["C-12"], vec![], "C-12 cook"),
        (vec!["C-10"], vec![], "will C-10"),
        (vec!["C-01"], vec![], "will cook"),
        (vec![], vec!["Will "], "C-12 cook"),
        (vec![], vec!["hall"], "will cook"),
    ] {
        let own = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let (about, hide) = (own(about), own(hide));
        let masking = Masking { about: &about, hide: &hide, ..Masking::default() };
        assert_eq!(scan.mask("will cook", &masking), masked, "about {about:?}, hide {hide:?}");
    }
}

#[test]
fn a_full_name_is_one_pupil() {
    let codes = |text: &str| scan_of(&SCHOOL).find(text).into_iter().map(|hit| hit.case_codes).collect::<Vec<_>>();
    for (text, expected) in [
        ("Jacob Evans", vec![vec!["C-01"]]),
        ("EVANS, Jacob", vec![vec!["C-01"]]),
        ("Jacob Cook", vec![vec!["C-10"]]),
        ("Jacob", vec![vec!["C-01", "C-10"]]),
        ("Evans", vec![vec!["C-01", "C-02"]]),
        ("Zoe Evans", vec![vec!["C-02"]]),
        ("Jacob and Maisie Green", vec![vec!["C-01", "C-10"], vec!["C-09"]]),
        ("Jacob Green", vec![vec!["C-01", "C-10"], vec!["C-09"]]),
    ] {
        assert_eq!(codes(text), expected, "{text:?}");
    }
}

#[test]
fn masks_are_case_codes_where_one_pupil_is_meant() {
    let scan = scan_of(&SCHOOL);
    for (text, about, masked) in [
        ("Mrs Cook phone about Jacob's provision", vec!["C-01"], "Mrs C-10 phone about C-01's provision"),
        ("Jacob Evans and Jacob", vec!["C-10"], "C-01 and C-10"),
        ("Jacob", vec!["C-01", "C-10"], "[name]"),
        ("Jacob", vec!["C-09"], "[name]"),
        ("Maisie", vec!["C-01"], "C-09"),
        ("Zoë’s (Nguyễn)", vec![], "C-02’s (C-03)"),
        ("nothing here", vec![], "nothing here"),
    ] {
        let about: Vec<String> = about.into_iter().map(str::to_owned).collect();
        assert_eq!(
            scan.mask(text, &Masking { about: &about, ..Masking::default() }),
            masked,
            "{text:?} about {about:?}"
        );
    }
}

/// A word kept for pupils.
fn kept(word: &str, case_codes: &[&str]) -> KeptWord {
    KeptWord { word: word.to_owned(), case_codes: case_codes.iter().map(|code| (*code).to_owned()).collect() }
}

#[test]
fn a_kept_word_stays_for_the_pupils_it_was_kept_for() {
    let scan = scan_of(&SCHOOL);
    for (text, keep, masked) in [
        ("Mrs Cook about Jacob", kept("cooK", &["C-10"]), "Mrs Cook about [name]"),
        ("Mrs Cook", kept("Cook", &["C-09"]), "Mrs C-10"),
        ("Jacob", kept("Jacob", &["C-01"]), "[name]"),
        ("Jacob", kept("Jacob", &["C-10", "C-01", "C-77"]), "Jacob"),
        ("Jacob Cook", kept("Cook", &["C-10"]), "C-10"),
        ("Mrs Cook", kept("cook", &["C-10"]), "Mrs C-10"),
        ("maisie, Maisie", kept("maisie", &["C-09"]), "maisie, Maisie"),
    ] {
        let keep = [keep];
        assert_eq!(
            scan.mask(text, &Masking { keep: &keep, ..Masking::default() }),
            masked,
            "{text:?} keeping {keep:?}"
        );
    }
}

#[test]
fn found_names_are_counted() {
    let summary = |texts: &[&str], keep: &[KeptWord], hide: &[String]| -> Vec<String> {
        let masking = Masking { keep, hide, ..Masking::default() };
        let found = scan_of(&SCHOOL).summarise(texts.iter().map(|text| (*text, masking)));
        let said = |says: bool, what: &str| if says { format!(" {what}") } else { String::new() };
        let line = |f: &FoundName| {
            let (common, doubt) = (said(f.common_word, "common"), said(f.in_doubt, "doubt"));
            let (hidden, again) = (said(f.hidden, "hidden"), said(f.asked_again, "again"));
            format!("{} {} {}{common}{doubt}{hidden}{again}", f.word, f.times, f.case_codes.join(" "))
        };
        found.iter().map(line).collect()
    };
    let texts = ["Will rang", "will call", "we will", "Zoë's mum", "ZOE", "Zoë"];
    assert_eq!(
        summary(&texts, &[], &[]),
        ["Zoë 3 C-02 hidden", "will 2 C-12 common doubt", "Will 1 C-12 common hidden"]
    );
    assert_eq!(
        summary(&texts, &[kept("zoe", &["C-01"]), kept("will", &["C-12"])], &["will".to_owned()]),
        ["Zoë 3 C-02 hidden again", "will 2 C-12 common doubt hidden", "Will 1 C-12 common hidden"]
    );
    assert_eq!(summary(&["Zoë"], &[kept("zoe", &["C-02"])], &[]), ["Zoë 1 C-02"]);
}

#[test]
fn without_pupils_nothing_is_found() {
    let scan = NameScan::new(&[Known { case_code: "C-01".to_owned(), names: vec![String::new(), "?".to_owned()] }]);
    assert_eq!(scan.mask("Nobody? Nothing.", &Masking::default()), "Nobody? Nothing.");
}

#[test]
fn words_of_our_own_masks_are_no_names() {
    let scan = scan_of(&["C-01: Name, Mask", "C-02: Other, Mask"]);
    let masked = scan.mask("Mask", &Masking::default());
    assert_eq!((masked.as_str(), scan.mask(&masked, &Masking::default()).as_str()), (MASK, MASK));
}
