//! What she said of words that look like a pupil's name, and where that is remembered.

use crate::wire::PackOptions;
use daybook_domain::names::KeptWord;
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Reader, Writer};

/// Where words that are no pupil's name are remembered, with the pupils they fitted.
const KEEP: &str = "packs.keep";

/// Where everyday words that are a pupil's name even in small letters are remembered.
const HIDE: &str = "packs.hide";

const MOST_WORDS: usize = 200;

/// Characters of a word.
const LONGEST: usize = 100;

/// Words to print as they stand, and words to hide as well.
pub(crate) struct Words {
    pub keep: Vec<KeptWord>,
    pub hide: Vec<String>,
}

impl Words {
    /// What is said now, or else what was said before.
    pub fn of(options: PackOptions, read: &Reader<'_>) -> Outcome<Self> {
        check(&options)?;
        let keep = match options.keep {
            Some(keep) => keep,
            None => read.settings().get(KEEP)?.unwrap_or_default(),
        };
        let hide = match options.hide {
            Some(hide) => hide,
            None => read.settings().get(HIDE)?.unwrap_or_default(),
        };
        Ok(Self { keep, hide })
    }

    /// Keeps them for the packs that follow.
    pub fn remember(&self, tx: &Writer<'_>) -> Outcome<()> {
        tx.settings().set(KEEP, &self.keep)?;
        tx.settings().set(HIDE, &self.hide)
    }
}

/// Refuses more words, and longer ones, than anybody would say.
fn check(options: &PackOptions) -> Outcome<()> {
    let few = |count: usize, field: &str| {
        let message = format!("A pack can have {MOST_WORDS} such words at most. Take some away; nothing was changed.");
        if count <= MOST_WORDS { Ok(()) } else { Err(Fault::new("pack.too_many_words", message).at(field)) }
    };
    let (keep, hide) = (options.keep.as_deref().unwrap_or_default(), options.hide.as_deref().unwrap_or_default());
    few(keep.len(), "options.keep")?;
    few(hide.len(), "options.hide")?;
    for (i, kept) in keep.iter().enumerate() {
        at_most(&kept.word, LONGEST, &format!("options.keep.{i}.word"))?;
    }
    hide.iter().enumerate().try_for_each(|(i, word)| at_most(word, LONGEST, &format!("options.hide.{i}")))
}
