//! What the sample's records say, by broad area of need. Nobody's words, and like many people's.

/// What is said and done in one broad area.
pub struct Work {
    /// Key of the area in the rules.
    pub key: &'static str,
    /// What is known.
    pub known: &'static str,
    /// A child's views.
    pub child: &'static str,
    /// A family's views.
    pub family: &'static str,
    /// Outcomes.
    pub outcomes: [&'static str; 3],
    /// For each outcome: what is done, by whom, where, how often.
    pub strategies: [[&'static str; 4]; 3],
    /// What is put on: one that runs, one that has been.
    pub put: [Put; 2],
    /// A test and what its number counts.
    pub test: (&'static str, &'static str),
}

/// An intervention as it is put on.
pub struct Put {
    /// What it is called.
    pub name: &'static str,
    /// Who gives it.
    pub staff: &'static str,
    /// Children in a session.
    pub group: u32,
    /// Sessions a week.
    pub sessions: u32,
    /// Minutes of a session.
    pub minutes: u32,
    /// Pence of a session.
    pub pence: u32,
    /// What is measured.
    pub measure: &'static str,
}

const fn put(name: &'static str, staff: &'static str, dose: (u32, u32, u32, u32), measure: &'static str) -> Put {
    let (group, sessions, minutes, pence) = dose;
    Put { name, staff, group, sessions, minutes, pence, measure }
}

/// The four broad areas.
pub const AREAS: [Work; 4] = [
    Work {
        key: "communication",
        known: "Understands more than can be said. Follows two steps with a picture. Two rounds of whole-class talk made little difference.",
        child: "I like it when people wait for me. I like drawing and the sand.",
        family: "Talks more at home than at school. We would like more friends to come to tea.",
        outcomes: [
            "Asks an adult for help with a word or a picture",
            "Takes turns in a game with one other child for five minutes",
            "Tells a three-part story in order",
        ],
        strategies: [
            ["Help card on the table; wait ten seconds before helping", "All adults", "Class", "Every lesson"],
            ["Turn-taking game with one chosen friend", "Teaching assistant", "Corridor table", "Three times a week"],
            ["Pictures of the story first, words after", "Class teacher", "Class", "Daily"],
        ],
        put: [
            put("Language group", "Mrs Bellamy", (4, 2, 30, 1_240), "Sentences of four words or more"),
            put("Word aware", "Mr Osei", (6, 3, 15, 780), "Words known of 40"),
        ],
        test: ("British Picture Vocabulary Scale", "standard score"),
    },
    Work {
        key: "cognition",
        known: "Reads 30 of the first 100 words. Counts on from a number with counters. Tires quickly when there is much to copy.",
        child: "Reading is hard when it is loud. I am good at building things.",
        family: "Homework takes a long time and ends in tears. Short is better.",
        outcomes: [
            "Reads 70 of the first 100 words",
            "Writes two sentences alone with a word mat",
            "Adds two numbers to 20 without counters",
        ],
        strategies: [
            ["Five words a day, read, made and written", "Teaching assistant", "Class", "Daily, 10 minutes"],
            ["Word mat and a sentence to start from", "Class teacher", "Class", "Every writing lesson"],
            ["Number line, then the line in the head", "Class teacher", "Class", "Daily"],
        ],
        put: [
            put("Precision teaching", "Miss Adair", (1, 5, 10, 260), "Words read in a minute"),
            put("Paired reading", "Volunteers", (2, 2, 20, 0), "Book level"),
        ],
        test: ("Reading test", "standard score"),
    },
    Work {
        key: "semh",
        known: "Comes in late on Mondays. Settles within ten minutes when met at the door. Hits out when others come close without warning.",
        child: "I need somewhere quiet. I do not like it when plans change.",
        family: "Sleep is poor. Mornings are the hardest part of the day.",
        outcomes: [
            "Comes into class within ten minutes of arriving, four days in five",
            "Uses the break card before leaving the room",
            "Names how it feels with the five-point scale",
        ],
        strategies: [
            ["Met at the door by the same adult with the day's plan", "Teaching assistant", "Entrance", "Daily"],
            ["Break card and five minutes in the quiet corner", "All adults", "Class", "As needed"],
            ["Check in with the five-point scale", "Class teacher", "Class", "Morning and after lunch"],
        ],
        put: [
            put("Emotional literacy support", "Mrs Grant", (1, 1, 40, 1_150), "Five-point scale, weekly mean"),
            put("Lego group", "Mrs Grant", (3, 1, 45, 1_300), "Minutes together without help"),
        ],
        test: ("Strengths and difficulties questionnaire", "total score"),
    },
    Work {
        key: "sensory",
        known: "Wears aids in both ears; hears best from the left and within two metres. Tires by the afternoon.",
        child: "Tell me what we are talking about before we talk about it.",
        family: "The batteries go on Thursdays. Please tell us when an aid is left off.",
        outcomes: [
            "Says when something was not heard",
            "Checks the aids with the tester before register",
            "Joins a group talk of four with the microphone passed round",
        ],
        strategies: [
            ["Card to show; praise for showing it", "All adults", "Everywhere", "Every lesson"],
            ["Tester and chart on the peg", "Teaching assistant", "Cloakroom", "Daily"],
            ["Radio aid microphone is passed to who speaks", "Class teacher", "Class", "Every group talk"],
        ],
        put: [
            put("Teacher of the deaf", "Sensory service", (1, 1, 60, 4_200), "Listening targets met of 10"),
            put("Touch typing", "Mr Osei", (4, 2, 20, 720), "Words a minute"),
        ],
        test: ("Listening skills profile", "items of 60"),
    },
];

/// What people like and admire.
pub const LIKED: [&str; 4] = [
    "I am kind to younger children and I remember everybody's birthday.",
    "I know more about trains than anybody.",
    "I keep trying, and I make people laugh.",
    "My drawings, and how I look after the hens.",
];

/// How best to support.
pub const WORKS: [&str; 4] = [
    "Tell me what is next. Show me, then let me try.",
    "Sit me near the front, away from the door.",
    "Give me time to answer. Ask me again in a small voice.",
    "Let me move between two pieces of work.",
];

/// Hopes.
pub const HOPES: [&str; 4] =
    ["To read to my sister.", "To play in the football team.", "To be a vet.", "To have a friend to sit with."];
