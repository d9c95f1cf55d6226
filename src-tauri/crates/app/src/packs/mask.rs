//! Hiding pupils' names in a week's story before it is printed.

use super::words::Words;
use daybook_domain::names::{FoundName, Masking, NameScan};
use daybook_domain::plan::BlockState;
use daybook_domain::story::{DayStory, WeekStory};

/// The story with every name in free text replaced, and what was found.
pub(super) fn hide_names(mut story: WeekStory, scan: &NameScan, words: &Words) -> (WeekStory, Vec<FoundName>) {
    let Words { keep, hide } = words;
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    each_text(&mut story, &mut |text, about| texts.push((text.clone(), about.to_vec())));
    let found = scan.summarise(texts.iter().map(|(text, about)| (text.as_str(), Masking { about, keep, hide })));
    each_text(&mut story, &mut |text, about| *text = scan.mask(text, &Masking { about, keep, hide }));
    (story, found)
}

/// Every free text of a story that a pack may print, with the case codes it is about.
fn each_text(story: &mut WeekStory, change: &mut dyn FnMut(&mut String, &[String])) {
    for day in &mut story.days {
        each_text_of_day(day, change);
    }
    for not_done in &mut story.not_done {
        change(&mut not_done.title, &[]);
        change(&mut not_done.why, &[]);
    }
    for interrupter in &mut story.interrupters {
        change(&mut interrupter.who, &[]);
    }
    for activity in &mut story.by_activity {
        change(&mut activity.name, &[]);
    }
}

fn each_text_of_day(day: &mut DayStory, change: &mut dyn FnMut(&mut String, &[String])) {
    for block in &mut day.blocks {
        change(&mut block.title, &block.case_codes);
        change(&mut block.activity, &[]);
        if let BlockState::NotDone { why, .. } = &mut block.state {
            change(why, &block.case_codes);
        }
    }
    for entry in &mut day.entries {
        change(&mut entry.text, &entry.case_codes);
        if let Some(who) = &mut entry.interrupted_by {
            change(who, &[]);
        }
        if let Some(displaced) = &mut entry.displaced {
            change(displaced, &[]);
        }
        if let Some(activity) = &mut entry.activity {
            change(activity, &[]);
        }
    }
    for each in &mut day.breaks {
        change(&mut each.name, &[]);
        change(&mut each.why, &[]);
    }
}
