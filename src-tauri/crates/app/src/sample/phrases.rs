//! What people say and do in the sample's weeks. `{}` stands for a pupil's forename.

use chrono::Weekday;

/// One block of an ordinary week: day, start, minutes, kind of work, title, whether it is about a pupil.
pub struct Usual(pub Weekday, pub (u16, u16), pub u32, pub &'static str, pub &'static str, pub bool);

/// An ordinary week's plan, around the sample's lessons and breaks.
pub const USUAL_WEEK: [Usual; 20] = [
    Usual(Weekday::Mon, (8, 20), 30, "Managing teaching assistants", "TA briefing and the week's cover", false),
    Usual(Weekday::Mon, (13, 0), 60, "Observing and assessing", "Observe in class", true),
    Usual(Weekday::Mon, (14, 10), 50, "Calls and messages with families", "Calls to families on plans", true),
    Usual(Weekday::Mon, (15, 20), 45, "Records and paperwork", "Update records and chronology", false),
    Usual(Weekday::Tue, (8, 20), 30, "Email and messages", "Email", false),
    Usual(Weekday::Tue, (9, 0), 90, "Annual reviews", "Annual review: draft the report", true),
    Usual(Weekday::Tue, (10, 45), 90, "SEN Support plans and reviews", "Support plans: write and update", true),
    Usual(Weekday::Tue, (13, 0), 60, "Provision map and costs", "Provision map", false),
    Usual(Weekday::Tue, (14, 15), 60, "Outside agencies", "Chase referrals and reports", true),
    Usual(Weekday::Wed, (8, 20), 30, "TA timetables and cover", "TA timetable changes", false),
    Usual(Weekday::Wed, (10, 45), 75, "Teaching and interventions", "Language group", true),
    Usual(Weekday::Wed, (15, 25), 45, "Meetings with parents", "Meeting with parents", true),
    Usual(Weekday::Thu, (8, 20), 30, "Email and messages", "Email", false),
    Usual(Weekday::Thu, (9, 0), 90, "EHC assessment requests and advice", "EHC needs assessment request", true),
    Usual(Weekday::Thu, (10, 45), 90, "SEN Support plans and reviews", "Support plan reviews", true),
    Usual(Weekday::Thu, (13, 0), 90, "Advice to teachers", "Year team: strategies and next steps", false),
    Usual(Weekday::Thu, (15, 20), 40, "Training staff", "Staff training: prepare", false),
    Usual(Weekday::Fri, (10, 45), 75, "Observing and assessing", "Reading assessments", true),
    Usual(Weekday::Fri, (13, 0), 60, "Reports to SLT and governors", "Report to SLT", false),
    Usual(Weekday::Fri, (14, 15), 90, "Records and paperwork", "Reviews: send out papers", true),
];

/// Who breaks in, with what, for which kind of work.
pub const INTERRUPTIONS: [(&str, &str, &str); 14] = [
    ("Mrs Bellamy", "phone about {}'s provision", "Calls and messages with families"),
    ("Office", "parent at the door, worried about {}", "Meetings with parents"),
    ("Year 4 teacher", "{} out of class, calm-down walk", "Supporting a pupil"),
    ("Mr Osei", "what to do about reading with {}", "Advice to teachers"),
    ("TA in Year 2", "cover for the afternoon has fallen through", "TA timetables and cover"),
    ("Head", "figures wanted for the governors tonight", "Reports to SLT and governors"),
    ("Educational psychologist", "rang back about dates", "Outside agencies"),
    ("Mrs Bellamy", "second call, transport this time", "Calls and messages with families"),
    ("Social worker", "meeting moved to today", "Safeguarding and other roles"),
    ("Lunchtime staff", "{} hurt at lunch, parents to be told", "Supporting a pupil"),
    ("Year 6 teacher", "{} refusing to come in", "Supporting a pupil"),
    ("Local authority", "wants the review papers again", "Records and paperwork"),
    ("Deputy head", "cover a class for half an hour", "Safeguarding and other roles"),
    ("TA in Year 5", "equipment missing for {}", "Advice to teachers"),
];

/// Work that was never in the plan, mostly after hours.
pub const EVENINGS: [(&str, &str); 6] = [
    ("Annual review report, unfinished from the day", "Annual reviews"),
    ("Email caught up with", "Email and messages"),
    ("Support plans typed up", "SEN Support plans and reviews"),
    ("Reading papers for tomorrow's meeting", "Meetings with parents"),
    ("EHC request: evidence gathered", "EHC assessment requests and advice"),
    ("Provision map costs", "Provision map and costs"),
];

/// Why a lunch was lost.
pub const LOST_LUNCH: [&str; 4] =
    ["Parent came early", "On duty for a colleague", "A pupil needed me", "Call from the local authority"];
