//! Hiding pupils' names in a week's story before it is printed.

use super::words::Words;
use daybook_domain::ids::BlockId;
use daybook_domain::names::{FoundName, Masking, NameScan};
use daybook_domain::plan::BlockState;
use daybook_domain::story::{DayStory, WeekStory};
use std::collections::BTreeMap;

/// Whom each block is about, by its case codes, for what is said of the block away from its own row.
type AboutBlocks = BTreeMap<BlockId, Vec<String>>;

/// The story with every name in free text replaced, and what was found.
pub(super) fn hide_names(mut story: WeekStory, scan: &NameScan, words: &Words) -> (WeekStory, Vec<FoundName>) {
    let Words { keep, hide } = words;
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    each_text(&mut story, &mut |text, about| texts.push((text.clone(), about.to_vec())));
    let found =
        scan.summarise(texts.iter().map(|(text, about)| (text.as_str(), Masking { about, keep, hide, spare: None })));
    each_text(&mut story, &mut |text, about| *text = scan.mask(text, &Masking { about, keep, hide, spare: None }));
    (story, found)
}

/// Every free text of a story that a pack may print, with the case codes it is about.
fn each_text(story: &mut WeekStory, change: &mut dyn FnMut(&mut String, &[String])) {
    let blocks = story.days.iter().flat_map(|day| &day.blocks);
    let about: AboutBlocks = blocks.map(|block| (block.id, block.case_codes.clone())).collect();
    for day in &mut story.days {
        each_text_of_day(day, change);
    }
    for not_done in &mut story.not_done {
        let codes = about.get(&not_done.block).map(Vec::as_slice).unwrap_or_default();
        change(&mut not_done.title, codes);
        change(&mut not_done.why, codes);
    }
    for interrupter in &mut story.interrupters {
        change(&mut interrupter.who, &[]);
    }
    for activity in &mut story.by_activity {
        change(&mut activity.name, &[]);
    }
}

fn each_text_of_day(day: &mut DayStory, change: &mut dyn FnMut(&mut String, &[String])) {
    let titled: Vec<(String, Vec<String>)> =
        day.blocks.iter().map(|block| (block.title.clone(), block.case_codes.clone())).collect();
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
            let codes = about_title(&titled, displaced);
            change(displaced, &codes);
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

/// Whom the block of this title is about: an entry tells the title of what it pushed out, which is of its own day.
fn about_title(titled: &[(String, Vec<String>)], title: &str) -> Vec<String> {
    titled.iter().filter(|(of, _)| of == title).flat_map(|(_, codes)| codes).cloned().collect()
}
