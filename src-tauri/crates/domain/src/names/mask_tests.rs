//! Whatever pupils are called and whatever is written about them, no name is left in a masked text.

use super::*;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Words that stay: none is a name below.
const FILLING: [&str; 12] =
    ["phone", "about", "provision", "crying", "at", "door", "(urgent)", "2", "reading:", "the", "—", "£40"];

fn any_name() -> impl Strategy<Value = String> {
    let real = select(&[
        "Evans",
        "Jacob",
        "Zoë",
        "Nguyễn",
        "Łukasz",
        "Ștefan",
        "Şadé",
        "Ġanni",
        "O'Brien",
        "D’Souza",
        "Van Dijk",
        "van der Berg",
        "Evans-Hughes",
        "Fernández-López",
        "St John",
        "Ó Súilleabháin",
        "Anne-Marie",
        "Green",
        "Hall",
        "Cook",
        "Will",
        "Grace",
        "?tefan",
        "Nguy?n",
        "Čapek",
        "Li",
        "Ørsted",
        "Groß",
        "Þór",
        "Мария",
        "Αλέξης",
    ]);
    let made = "[A-ZÀ-ÖØ-ÞĀĆČĐĒĢĦŁŃŐŘŚŠŤŪŹŽ][b-dß-öø-ÿāćčđēģħłńőřśšťūźž]{2,7}([-' ][A-Z][b-dß-öø-ÿ]{3,6})?";
    prop_oneof![real.prop_map(str::to_owned), made.prop_map(|name| name)]
}

/// One way to write a name that everybody can read.
fn written(name: &str, way: usize) -> String {
    match way {
        0 => name.to_owned(),
        1 => format!("{name}'s"),
        2 => format!("{name}’s"),
        3 => name.to_uppercase(),
        4 => name.replace('-', " "),
        5 => name.replace('’', "'"),
        6 => format!("({name})"),
        7 => name.to_lowercase(),
        _ => format!("{name},"),
    }
}

/// The words of a text, small, as a reader who knows nothing of folding sees them.
fn seen(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '?').filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

proptest! {
    #[test]
    fn no_name_of_any_pupil_is_left(
        names in proptest::collection::vec((any_name(), any_name()), 1..12),
        said in proptest::collection::vec((any::<Index>(), any::<bool>(), 0..9_usize, select(&FILLING)), 1..12),
    ) {
        let known = (0..).zip(&names).map(|(i, (forename, surname))| Known {
            case_code: format!("C-{i:04}"),
            names: vec![surname.clone(), forename.clone()],
        });
        let known: Vec<Known> = known.collect();
        let scan = NameScan::new(&known);
        let mut text = String::new();
        let mut gone: Vec<String> = Vec::new();
        for (which, full, way, filling) in &said {
            let (forename, surname) = which.get(&names);
            // One everyday word in small letters is in doubt; a full name never is.
            let name = if *full || *way == 7 { format!("{forename} {surname}") } else { forename.clone() };
            gone.extend(seen(&name));
            text += &format!("{filling} {} ", written(&name, *way));
        }
        let masked = scan.mask(&text, &Masking::default());
        let left = seen(&masked);
        for word in gone.iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1) {
            prop_assert!(!left.contains(word), "{word:?} is left in {masked:?} of {text:?}");
        }
        for (_, _, _, filling) in &said {
            prop_assert!(masked.contains(filling), "{filling:?} is gone from {masked:?}");
        }
        prop_assert_eq!(scan.mask(&masked, &Masking::default()), masked.clone(), "masking again finds nothing more");
    }

    #[test]
    fn no_text_is_too_odd(name in any::<String>(), text in any::<String>()) {
        let scan = NameScan::new(&[Known { case_code: "C-0001".to_owned(), names: vec![name.clone(), "Zoë".to_owned()] }]);
        for text in [text.clone(), format!("{text}{name}Zoë"), format!("{name} {text} Zoë{name}")] {
            let hits = scan.find(&text);
            prop_assert!(hits.iter().all(|hit| text.get(hit.start..hit.end) == Some(&hit.word)));
            prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
            scan.mask(&text, &Masking::default());
        }
    }
}
