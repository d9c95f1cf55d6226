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
fn ordinary_words_need_a_capital() {
    for (text, expected) in [
        ("green paper, will cook in the hall with grace", vec![]),
        ("Green and Grace; COOK", vec!["Green", "Grace", "COOK"]),
        ("an apple, An apple", vec!["An"]),
        ("maisie", vec!["maisie"]),
        ("maisie Green", vec!["maisie Green"]),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
    assert!(scan_of(&SCHOOL).find("Will")[0].common_word && !scan_of(&SCHOOL).find("Maisie")[0].common_word);
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
    for (text, about, keep, masked) in [
        ("Mrs Cook phone about Jacob's provision", vec!["C-01"], vec![], "Mrs C-10 phone about C-01's provision"),
        ("Mrs Cook phone about Jacob's provision", vec![], vec!["cook"], "Mrs Cook phone about [name]'s provision"),
        ("Jacob Evans and Jacob", vec!["C-10"], vec![], "C-01 and C-10"),
        ("Jacob", vec!["C-01", "C-10"], vec![], "[name]"),
        ("Jacob", vec!["C-09"], vec![], "[name]"),
        ("Maisie", vec!["C-01"], vec![], "C-09"),
        ("Jacob Cook", vec![], vec!["Cook"], "C-10"),
        ("Zoë’s (Nguyễn)", vec![], vec![], "C-02’s (C-03)"),
        ("nothing here", vec![], vec![], "nothing here"),
    ] {
        let own = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let (about, keep) = (own(about), own(keep));
        assert_eq!(scan.mask(text, &Masking { about: &about, keep: &keep }), masked, "{text:?} about {about:?}");
    }
}

#[test]
fn found_names_are_counted() {
    let found = scan_of(&SCHOOL).summarise(["Grace rang", "grace", "Zoë's mum", "ZOE", "Zoë"]);
    let found: Vec<_> =
        found.iter().map(|f| (f.word.as_str(), f.times, f.common_word, f.case_codes.join(" "))).collect();
    assert_eq!(found, [("Zoë", 3, false, "C-02".to_owned()), ("Grace", 1, true, "C-07".to_owned())]);
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
