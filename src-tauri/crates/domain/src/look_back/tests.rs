//! Groups by example, and that they come to the same minutes whichever way.

use super::*;
use crate::activity::Activity;
use crate::calendar::examples::date;
use proptest::prelude::*;

fn row(entry: i64, day: &str, minutes: u32) -> Row {
    Row {
        entry: EntryId(entry),
        date: date(day),
        minutes,
        activity: None,
        purpose: None,
        role: None,
        place: Place::School,
        kind: EntryKind::AsPlanned,
        pupils: Vec::new(),
        interrupter: None,
        private: false,
        out_of_hours: 0,
    }
}

fn activity(id: i64, purpose: Purpose, other_role: bool, own_burden: bool) -> Activity {
    Activity {
        id: ActivityId(id),
        name: String::new(),
        purpose,
        statutory: false,
        administrative: false,
        with_pupils: false,
        other_role,
        own_burden,
        retired: false,
    }
}

fn activities() -> [Activity; 4] {
    [
        activity(1, Purpose::Strategy, false, false),
        activity(2, Purpose::Learning, false, false),
        activity(3, Purpose::Learning, true, false),
        activity(4, Purpose::Resources, false, true),
    ]
}

/// What these kinds of work say of entries.
fn known(rows: Vec<Row>) -> Vec<Row> {
    let kinds = activities();
    let say = |row: Row| {
        let kind = kinds.iter().find(|kind| Some(kind.id) == row.activity);
        Row { purpose: kind.map(|kind| kind.purpose), role: kind.map(Role::of), ..row }
    };
    rows.into_iter().map(say).collect()
}

fn november(rows: &[Row], by: By) -> LookBack {
    let given = [(date("2026-11-02"), 600), (date("2026-11-09"), 480)].into();
    look_back(rows, by, (date("2026-11-02"), date("2026-11-22")), &given, false)
}

fn ids(group: &Group) -> Vec<EntryId> {
    group.entries.iter().map(|share| share.entry).collect()
}

fn told(back: &LookBack) -> Vec<(Key, u32)> {
    back.groups.iter().map(|group| (group.key.clone(), group.minutes)).collect()
}

fn entries() -> Vec<Row> {
    let pupils = |ids: &[i64]| ids.iter().copied().map(PupilId).collect();
    let by = |who: &str| Some(who.to_owned());
    known(vec![
        Row { activity: Some(ActivityId(1)), pupils: pupils(&[7, 8, 9]), ..row(1, "2026-11-02", 100) },
        Row { activity: Some(ActivityId(2)), place: Place::Home, out_of_hours: 45, ..row(2, "2026-11-03", 45) },
        Row {
            activity: Some(ActivityId(3)),
            kind: EntryKind::Interruption,
            interrupter: by("Mrs  Hill"),
            ..row(3, "2026-11-10", 30)
        },
        Row { kind: EntryKind::Interruption, interrupter: by("mrs hill"), ..row(4, "2026-11-11", 20) },
        Row { kind: EntryKind::Interruption, ..row(5, "2026-11-11", 5) },
        // A child named twice is one child.
        Row {
            activity: Some(ActivityId(4)),
            kind: EntryKind::Extra,
            pupils: pupils(&[7, 7]),
            ..row(6, "2026-11-13", 15)
        },
        Row { private: true, ..row(7, "2026-11-13", 60) },
        row(8, "2026-11-23", 500),
        row(9, "2026-11-01", 500),
    ])
}

#[test]
fn time_is_grouped_in_seven_ways() {
    let rows = entries();
    let activity = |id| Key::Activity { activity: ActivityId(id) };
    let purpose = |purpose| Key::Purpose { purpose };
    let role = |role| Key::Role { role };
    let child = |id| Key::Child { pupil: PupilId(id) };
    let who = |who: &str| Key::Interrupter { who: who.into() };
    for (by, groups) in [
        (
            By::Activity,
            vec![(activity(1), 100), (activity(2), 45), (activity(3), 30), (activity(4), 15), (Key::None, 25)],
        ),
        (
            By::Purpose,
            vec![
                (purpose(Purpose::Strategy), 100),
                (purpose(Purpose::Learning), 75),
                (purpose(Purpose::Resources), 15),
                (Key::None, 25),
            ],
        ),
        (
            By::Role,
            vec![(role(Role::Senco), 145), (role(Role::Other), 30), (role(Role::OwnBurden), 15), (Key::None, 25)],
        ),
        (By::Place, vec![(Key::Place { place: Place::School }, 170), (Key::Place { place: Place::Home }, 45)]),
        (By::Child, vec![(child(7), 48), (child(8), 34), (child(9), 33), (Key::None, 100)]),
        (By::Interrupter, vec![(who("Mrs Hill"), 50), (who(""), 5), (Key::None, 160)]),
        (By::Planned, vec![(Key::Planned { planned: true }, 145), (Key::Planned { planned: false }, 70)]),
    ] {
        let back = november(&rows, by);
        assert_eq!(told(&back), groups, "{by:?}");
        assert_eq!((back.minutes, back.given, back.left_out), (215, 1080, 60), "{by:?}");
    }
}

#[test]
fn each_week_is_there_against_what_it_was_given() {
    let back = november(&entries(), By::Place);
    let weeks: Vec<(String, u32, u32, Option<u32>)> =
        back.weeks.iter().map(|week| (week.monday.to_string(), week.minutes, week.out_of_hours, week.given)).collect();
    assert_eq!(
        weeks,
        [
            ("2026-11-02".into(), 145, 45, Some(600)),
            ("2026-11-09".into(), 70, 0, Some(480)),
            ("2026-11-16".into(), 0, 0, None)
        ]
    );
    assert_eq!(back.groups[0].by_week, [100, 70, 0]);
    assert_eq!(ids(&back.groups[0]), [1, 3, 4, 5, 6].map(EntryId));
    let children = november(&entries(), By::Child);
    let seven = children.groups.iter().find(|group| group.key == Key::Child { pupil: PupilId(7) }).unwrap();
    assert_eq!(seven.entries, [(1, 33), (6, 15)].map(|(id, minutes)| Share { entry: EntryId(id), minutes }));
    assert_eq!((back.groups[0].interruptions, seven.interruptions), (55, 0));
}

#[test]
fn days_cut_a_week_and_private_entries_are_hers() {
    let days = (date("2026-11-03"), date("2026-11-11"));
    let back = look_back(&entries(), By::Place, days, &BTreeMap::new(), true);
    assert_eq!((back.minutes, back.weeks.len(), back.left_out), (100, 2, 0));
    let unknown: Vec<Row> = entries().into_iter().map(|row| Row { role: None, ..row }).collect();
    let all = look_back(&unknown, By::Role, (date("2026-11-13"), date("2026-11-13")), &BTreeMap::new(), true);
    assert_eq!(told(&all), [(Key::None, 75)], "an activity nobody knows belongs to no role");
    let none = look_back(&entries(), By::Role, (date("2026-11-13"), date("2026-11-12")), &BTreeMap::new(), true);
    assert_eq!(none, LookBack::default());
    let ever = look_back(&entries(), By::Role, (NaiveDate::MIN, NaiveDate::MAX), &BTreeMap::new(), true);
    assert_eq!(ever.weeks.len(), MOST_WEEKS);
}

#[test]
fn what_is_over_goes_round() {
    for (minutes, between, turn, shares) in [
        (100, 3, 0, vec![34, 33, 33]),
        (100, 3, 1, vec![33, 34, 33]),
        (101, 3, 2, vec![34, 33, 34]),
        (2, 5, 4, vec![1, 0, 0, 0, 1]),
        (60, 1, 9, vec![60]),
        (60, 0, 9, vec![]),
    ] {
        assert_eq!(split(minutes, between, turn), shares, "{minutes} between {between}");
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    let place = prop_oneof![Just(Place::School), Just(Place::Home), Just(Place::OtherSchool), Just(Place::Travel)];
    let kind = prop_oneof![
        Just(EntryKind::AsPlanned),
        Just(EntryKind::Changed),
        Just(EntryKind::Interruption),
        Just(EntryKind::Extra)
    ];
    let who = proptest::option::of("[Aa]? ?[Bb]?");
    let about = proptest::collection::vec(1_i64..6, 0..6);
    (1_i64..10_000, 0_u64..60, 1_u32..1441, proptest::option::of(1_i64..6), place, kind, (about, who, any::<bool>()))
        .prop_map(|(entry, day, minutes, activity, place, kind, (pupils, interrupter, private))| Row {
            entry: EntryId(entry),
            date: date("2026-10-20") + Days::new(day),
            minutes,
            activity: activity.map(ActivityId),
            place,
            kind,
            purpose: None,
            role: None,
            pupils: pupils.into_iter().map(PupilId).collect(),
            interrupter,
            private,
            out_of_hours: minutes / 3,
        })
}

proptest! {
    #[test]
    fn whichever_way_it_is_grouped_it_comes_to_the_same_minutes(
        rows in proptest::collection::vec(any_row(), 0..60).prop_map(known), first in 0_u64..40, long in 0_u64..40, private in any::<bool>()
    ) {
        let days = (date("2026-10-15") + Days::new(first), date("2026-10-15") + Days::new(first + long));
        let inside = rows.iter().filter(|row| days.0 <= row.date && row.date <= days.1);
        let (kept, hidden): (Vec<&Row>, Vec<&Row>) = inside.partition(|row| private || !row.private);
        let sum = |rows: &[&Row]| rows.iter().map(|row| row.minutes).sum::<u32>();
        for by in By::ALL {
            let back = look_back(&rows, by, days, &BTreeMap::new(), private);
            prop_assert_eq!(back.minutes, sum(&kept));
            prop_assert_eq!(back.left_out, sum(&hidden));
            prop_assert_eq!(back.groups.iter().map(|group| group.minutes).sum::<u32>(), back.minutes);
            for group in &back.groups {
                prop_assert_eq!(group.by_week.iter().sum::<u32>(), group.minutes);
                prop_assert_eq!(group.entries.iter().map(|share| share.minutes).sum::<u32>(), group.minutes);
                prop_assert_eq!(group.by_week.len(), back.weeks.len());
            }
            for (i, week) in back.weeks.iter().enumerate() {
                prop_assert_eq!(back.groups.iter().map(|group| group.by_week[i]).sum::<u32>(), week.minutes);
            }
            let interruptions = back.weeks.iter().map(|week| week.interruptions).sum::<u32>();
            prop_assert_eq!(back.groups.iter().map(|group| group.interruptions).sum::<u32>(), interruptions);
        }
    }

    #[test]
    fn shares_are_within_a_minute_of_each_other(minutes in 0_u32..2000, between in 1_usize..40, turn in any::<u64>()) {
        let shares = split(minutes, between, turn);
        prop_assert_eq!(shares.iter().sum::<u32>(), minutes);
        prop_assert!(shares.iter().max().unwrap() - shares.iter().min().unwrap() <= 1);
    }
}
