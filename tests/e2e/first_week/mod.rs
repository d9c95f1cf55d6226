//! The first week with a daybook, from the first run to Friday's evidence, with the mouse and forms.

mod monday_to_friday;
mod setting_up;

use anyhow::Result;
use daybook_tests::window::{Desk, Window};

/// What the daybook is called, and what opens it.
const NAME: &str = "Northgate";
const WORDS: &str = "four herons by the weir";

#[test]
fn a_first_week_from_the_first_run_to_fridays_evidence() -> Result<()> {
    let desk = Desk::new()?;
    {
        let window = sits_down(&desk)?;
        setting_up::makes_a_daybook(&desk, &window)?;
        setting_up::types_the_school_its_year_and_its_hours(&window)?;
        setting_up::imports_the_roll(&desk, &window)?;
        setting_up::imports_it_again(&desk, &window)?;
        setting_up::looks_a_child_up(&window)?;
        monday_to_friday::plans_the_week(&desk, &window)?;
    }
    let desk = desk.on("2026-11-04T15:40");
    {
        let window = sits_down(&desk)?;
        monday_to_friday::lives_the_week(&window)?;
    }
    let desk = desk.on("2026-11-06T15:10");
    {
        let window = sits_down(&desk)?;
        monday_to_friday::closes_the_week(&desk, &window)?;
    }
    {
        let window = sits_down(&desk)?;
        monday_to_friday::takes_back_and_locks(&window)?;
    }
    Ok(())
}

fn sits_down(desk: &Desk) -> Result<Window> {
    let window = desk.open()?;
    window.size(1440, 1000)?;
    Ok(window)
}
