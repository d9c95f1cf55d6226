use super::*;
use crate::ids::InterventionId;
use crate::provision::ProvisionDetails;

fn provision(id: i64, pupil: i64, name: &str, area: &str, group_size: u32, pence: Option<u32>) -> Provision {
    let details = ProvisionDetails {
        intervention: name.into(),
        area: area.into(),
        plan: None,
        staff: String::new(),
        group_name: String::new(),
        group_size,
        sessions: 1,
        every_weeks: 1,
        minutes: 20,
        from: "2026-09-07".parse().unwrap(),
        weeks: 10,
        to: None,
        pence,
        measure: String::new(),
        entry: String::new(),
        exit: String::new(),
        impact: String::new(),
    };
    Provision { id: ProvisionId(id), pupil: PupilId(pupil), intervention_id: InterventionId(1), details }
}

fn drawn(by: MapBy) -> ProvisionMap {
    let child = |sort: &str, class: &str| Mapped { sort: sort.into(), class: class.into() };
    let children =
        [(PupilId(1), child("b", "4A")), (PupilId(2), child("a", "")), (PupilId(3), child("c", "4A"))].into();
    let provisions = [
        provision(1, 1, "Talk", "communication", 3, Some(100)),
        provision(2, 2, "Talk", "communication", 3, Some(100)),
        provision(3, 3, "Talk", "communication", 3, Some(100)),
        provision(4, 3, "Garden", "", 1, None),
    ];
    // Four calendar weeks, of a year whose dates nobody knows.
    draw(&provisions, &children, &Calendar::default(), by, "2026-10-02".parse().unwrap())
}

fn table(map: &ProvisionMap) -> Vec<(String, Option<i64>, u64, u64, u64)> {
    let of = |group: &MapGroup| {
        let MapFigures { minutes_a_week, to_date, full_run, .. } = group.figures;
        (group.label.clone(), group.pupil.map(|pupil| pupil.0), minutes_a_week, to_date, full_run)
    };
    map.groups.iter().map(of).collect()
}

#[test]
fn classes_are_sorted_as_they_are_read() {
    let mut classes = ["10A", "", "Oak", "4b", "4A", "RF"];
    classes.sort_by_key(|class| class_order(class));
    assert_eq!(classes, ["Oak", "RF", "4A", "4b", "10A", ""]);
}

#[test]
fn groups_stand_in_their_order_and_add_up() {
    assert_eq!(
        table(&drawn(MapBy::Child)),
        [
            (String::new(), Some(2), 20, 134, 334),
            (String::new(), Some(1), 20, 133, 333),
            (String::new(), Some(3), 40, 133, 333)
        ],
    );
    assert_eq!(
        table(&drawn(MapBy::Class)),
        [("4A".into(), None, 60, 267, 667), ("No class".into(), None, 20, 133, 333)]
    );
    assert_eq!(
        table(&drawn(MapBy::Area)),
        [("Communication and interaction".into(), None, 60, 400, 1_000), ("No area".into(), None, 20, 0, 0)]
    );
    for by in [MapBy::Child, MapBy::Class, MapBy::Area] {
        let map = drawn(by);
        assert_eq!(map.total, MapFigures { minutes_a_week: 80, to_date: 400, full_run: 1_000, unpriced: 1 });
        for group in &map.groups {
            assert_eq!(group.rows.iter().map(|row| row.figures.to_date).sum::<u64>(), group.figures.to_date);
            assert_eq!(group.rows.iter().map(|row| row.figures.full_run).sum::<u64>(), group.figures.full_run);
        }
        assert_eq!(map.says.len(), 3, "shares, what has no price, and dates nobody knows");
    }
}
