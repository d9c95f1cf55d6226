//! A made-up half-term, played through the host day by day. The same chance gives the same days.

use super::desk::{Desk, entry};
use serde_json::{Value, json};

/// The seven Mondays of the second half of autumn 2026.
pub const MONDAYS: [&str; 7] =
    ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"];

/// Where the blocks of a day begin, clear of the lesson on Monday, of break and of lunch.
const STARTS: [u32; 4] = [650, 700, 790, 900];
const CALLERS: [&str; 5] = ["Mrs Hill", "mrs  hill", "The office", "A parent at the gate", ""];

/// Who plays it, and what it needs to be played.
pub struct Story {
    pub desk: Desk,
    pub activities: Vec<i64>,
    pub pupils: Vec<i64>,
    /// Tasks of the catalogue that were worked at, with the minutes that went on each.
    pub tasks: Vec<(i64, u32)>,
    chance: fastrand::Rng,
}

/// The day so many days after another.
pub fn day(monday: &str, later: u64) -> String {
    let monday: chrono::NaiveDate = monday.parse().unwrap();
    (monday + chrono::Days::new(later)).to_string()
}

impl Story {
    /// The whole half-term: every week planned, frozen, lived, settled and closed.
    pub fn played() -> Self {
        let mut desk = Desk::set_up();
        super::desk::import(&mut desk, &super::desk::fixture("primary-roll.csv"));
        let roll = desk.ask("register", json!({ "query": { "scope": "roll" } }));
        let pupils = roll["rows"].as_array().unwrap().iter().take(9).map(|row| row["id"].as_i64().unwrap()).collect();
        let kinds = desk.ask("activities", json!({}));
        let activities = kinds.as_array().unwrap().iter().map(|kind| kind["id"].as_i64().unwrap()).collect();
        let offered = desk.ask("catalogue_offered", json!({}));
        let keys: Vec<&Value> = offered.as_array().unwrap().iter().map(|line| &line["key"]).collect();
        desk.ask("catalogue_start", json!({ "keys": keys }));
        let mut story =
            Self { desk, activities, pupils, tasks: Vec::new(), chance: fastrand::Rng::with_seed(20_261_102) };
        for monday in MONDAYS {
            story.week(monday);
        }
        story
    }

    fn week(&mut self, monday: &str) {
        self.desk.at_time(&format!("{monday}T07:50:00"));
        self.desk.ask("tasks_fall_due", json!({}));
        let mut blocks = self.plan(monday);
        blocks.extend(self.plan_tasks(monday));
        self.desk.ask("week_freeze", json!({ "date": monday }));
        for at in 0..5 {
            let date = day(monday, at);
            self.desk.at_time(&format!("{date}T21:00:00"));
            self.desk.ask("tasks_fall_due", json!({}));
            let of_day: Vec<_> = blocks.iter().filter(|block| block.0 == date).cloned().collect();
            self.live(&date, &of_day);
        }
        // A Sunday evening of its own, which no contract asks for.
        let sunday = day(monday, 6);
        self.desk.at_time(&format!("{sunday}T21:30:00"));
        let minutes = self.chance.u32(20..90);
        self.write(&sunday, Some(1140), minutes, "extra", |details| details["place"] = json!("home"));
        self.settle(monday);
        self.desk.ask("week_close", json!({ "date": monday }));
    }

    /// Lays the week's blocks. Gives the day, the start, the minutes and the id of each.
    fn plan(&mut self, monday: &str) -> Vec<(String, u32, u32, i64)> {
        let mut blocks = Vec::new();
        for at in 0..5 {
            for start in STARTS.into_iter().take(3) {
                let (date, minutes) = (day(monday, at), self.chance.u32(6..9) * 5);
                let details = json!({
                    "date": date, "start": start, "minutes": minutes, "title": "Planned work", "activity": self.kind(),
                    "place": "school", "pupils": self.some_pupils(),
                });
                let id = self.desk.ask("block_add", json!({ "details": details }))["value"].as_i64().unwrap();
                blocks.push((date, start, minutes, id));
            }
        }
        blocks
    }

    /// Lays two blocks for tasks that are due: what happens of them is time on those tasks.
    fn plan_tasks(&mut self, monday: &str) -> Vec<(String, u32, u32, i64)> {
        let listed = self.desk.ask("tasks", json!({ "scope": "open", "search": "" }));
        let due: Vec<i64> =
            listed["rows"].as_array().unwrap().iter().take(2).map(|row| row["task"]["id"].as_i64().unwrap()).collect();
        assert_eq!(due.len(), 2, "the catalogue gives something to do every week");
        let laid = due.into_iter().zip([1, 3]).map(|(task, at)| {
            let (date, minutes) = (day(monday, at), 40);
            let ask = json!({ "task": task, "date": date, "start": STARTS[3], "minutes": minutes });
            let block = self.desk.ask("task_plan", ask)["value"].as_i64().unwrap();
            // The first of the two goes as planned, for its forty minutes.
            if at == 1 {
                self.desk.at_time(&format!("{monday}T07:50:00"));
                self.tasks.push((task, minutes));
            } else {
                self.tasks.push((task, 25));
            }
            (date, STARTS[3], minutes, block)
        });
        laid.collect()
    }

    /// A day: what became of each block, what broke in, what was done at home, and a lunch that was lost.
    fn live(&mut self, date: &str, blocks: &[(String, u32, u32, i64)]) {
        for (_, start, minutes, block) in blocks {
            let of_task = *start == STARTS[3];
            let tuesday =
                chrono::Datelike::weekday(&date.parse::<chrono::NaiveDate>().unwrap()) == chrono::Weekday::Tue;
            match if of_task { u8::from(!tuesday) } else { self.chance.u8(..4) } {
                0 => drop(self.desk.ask("block_as_planned", json!({ "block": block }))),
                1 => {
                    let took = if of_task { 25 } else { minutes + 10 };
                    self.write(date, Some(*start), took, "changed", |details| details["block"] = json!(block));
                }
                2 => {
                    let why = json!({ "block": block, "why": "A child needed me", "still_needed": true });
                    self.desk.ask("block_not_done", why);
                }
                _ => {
                    let took = self.chance.u32(10..=*minutes);
                    self.write(date, Some(*start), took, "interruption", |details| details["displaced"] = json!(block));
                }
            }
        }
        // Into the next thing, so that two claim the same minutes.
        let (start, minutes) = (STARTS[0] + 20, self.chance.u32(15..40));
        self.write(date, Some(start), minutes, "interruption", |_| ());
        let minutes = self.chance.u32(3..12);
        self.write(date, None, minutes, "extra", |_| ());
        if self.chance.bool() {
            let minutes = self.chance.u32(15..75);
            self.write(date, Some(1170), minutes, "extra", |details| details["place"] = json!("home"));
        }
        if self.chance.u8(..3) == 0 {
            self.write(date, None, 20, "extra", |details| {
                details["place"] = json!("home");
                details["private"] = json!(true);
            });
        }
        if self.chance.u8(..3) == 0 {
            let state = if self.chance.bool() { ("missed", 0) } else { ("part", 20) };
            let mark = json!({ "date": date, "name": "Lunch", "state": state.0, "taken": state.1, "why": "Duty" });
            self.desk.ask("break_mark", json!({ "mark": mark }));
        }
        // A line in haste; on Friday it is classified with the others.
        self.desk.ask("capture", json!({ "line": "7m photocopier", "minutes": null }));
    }

    /// Friday's work: lines are classified, and of two that claim the same minutes the shorter stands.
    fn settle(&mut self, monday: &str) {
        let week = self.desk.ask("week", json!({ "date": monday }));
        for waiting in week["entries"].as_array().unwrap().iter().filter(|each| each["provisional"] == true) {
            let mut details = waiting.clone();
            let fields = details.as_object_mut().unwrap();
            fields.remove("id");
            fields.remove("continues");
            details["provisional"] = json!(false);
            details["activity"] = json!(self.kind());
            self.desk.ask("entry_save", json!({ "entry": waiting["id"], "details": details }));
        }
        for _ in 0..200 {
            let week = self.desk.ask("week", json!({ "date": monday }));
            let Some(overlap) = week["story"]["overlaps"].get(0).cloned() else { return };
            let minutes = |id: &Value| {
                week["entries"].as_array().unwrap().iter().find(|each| each["id"] == *id).unwrap()["minutes"].as_u64()
            };
            let (first, second) = (&overlap["first"], &overlap["second"]);
            let (keep, trim) = if minutes(first) <= minutes(second) { (first, second) } else { (second, first) };
            self.desk.ask("overlap_settle", json!({ "keep": keep, "trim": trim }));
        }
        panic!("the overlaps of {monday} do not come to an end");
    }

    fn write(&mut self, date: &str, start: Option<u32>, minutes: u32, kind: &str, more: impl FnOnce(&mut Value)) {
        let mut details = entry(date, start, minutes, "Work", self.kind(), kind);
        details["pupils"] = self.some_pupils();
        if kind == "interruption" {
            details["interrupted_by"] = json!(CALLERS[self.chance.usize(..CALLERS.len())]);
        }
        more(&mut details);
        self.desk.ask("entry_add", json!({ "details": details }));
    }

    fn kind(&mut self) -> i64 {
        self.activities[self.chance.usize(..self.activities.len())]
    }

    /// None, one, two or three of them.
    fn some_pupils(&mut self) -> Value {
        let many = self.chance.usize(..4);
        let mut pupils = self.pupils.clone();
        self.chance.shuffle(&mut pupils);
        json!(pupils[..many])
    }
}
