//! What a council that listens has in its spreadsheets: innovations, groups and how they stand, and thirty months of
//! engagements with what people said and what became of it. The same on every run.
use chrono::{Days, NaiveDate};
use std::fmt::Write as _;

/// Spreadsheets whose last engagement was yesterday.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    pub today: NaiveDate,
}

impl Heard {
    pub const INNOVATIONS: u32 = 48;
    pub const STAKEHOLDERS: u32 = 400;
    pub const ENGAGEMENTS: u32 = 5_000;
    /// Days of thirty months.
    const DAYS: u32 = 913;
    /// The most rows that a file may have.
    const ROWS: usize = 5_000;
    pub const AREAS: [&str; 3] = ["Warm homes", "Safe streets", "Care at home"];

    /// Names and texts, in the order in which they are brought in.
    #[must_use]
    pub fn files(self) -> Vec<(String, String)> {
        let mut files = vec![("innovations.csv".into(), innovations()), ("stakeholders.csv".into(), self.groups())];
        let rows = self.engagements();
        files.extend(
            rows.chunks(Self::ROWS).zip(1..).map(|(rows, number)| {
                (format!("engagements-{number}.csv"), format!("{ENGAGEMENT}\r\n{}", rows.concat()))
            }),
        );
        files
    }

    /// Each group stands towards none to three innovations, a row for each.
    fn groups(self) -> String {
        let mut chance = Chance(0x5eed);
        let mut text = "Stakeholder,Kind,Area,Speaks for,Innovation,Power,Interest,Impact,Level agreed,Cadence (days),\
             Priority anyway,Named on\r\n"
            .to_owned();
        for number in 0..Self::STAKEHOLDERS {
            let about = standing(number);
            let named = group(number);
            let (kind, area) = (KINDS[number as usize % KINDS.len()], AREAS[number as usize % AREAS.len()]);
            let speaks_for = ["", "Age", "Disability; Carers", "Race"][number as usize % 4];
            if about.is_empty() {
                let _ = write!(text, "{named},{kind},{area},{speaks_for},,,,,,,,\r\n");
            }
            for innovation in about {
                let [power, interest, impact] = [(); 3].map(|()| 1 + chance.below(5));
                let level = LEVELS[chance.below(3) as usize];
                let cadence = ["30", "60", "91", "182", ""][chance.below(5) as usize];
                let anyway = if chance.below(12) == 0 { "yes" } else { "" };
                let on = self.ago(1 + chance.below(Self::DAYS));
                let code = code(innovation);
                let _ = write!(
                    text,
                    "{named},{kind},{area},{speaks_for},{code},{power},{interest},{impact},{level},{cadence},{anyway},{on}\r\n"
                );
            }
        }
        text
    }

    /// One row for each, and another where a second thing was said there.
    fn engagements(self) -> Vec<String> {
        let mut chance = Chance(0xf007);
        let mut rows = vec![];
        for number in 0..Self::ENGAGEMENTS {
            let innovation = chance.below(Self::INNOVATIONS);
            let ago = 1 + chance.below(Self::DAYS);
            let mut about = code(innovation);
            if chance.below(20) == 0 {
                about = format!("{about}; {}", code((innovation + 5) % Self::INNOVATIONS));
            }
            let groups = met(innovation, &mut chance);
            let people: Vec<_> = groups.iter().map(|_| (1 + chance.below(60)).to_string()).collect();
            let names: Vec<_> = groups.iter().map(|one| group(*one)).collect();
            let level = LEVELS[[0, 0, 1, 1, 1, 2, 2, 3, 4][chance.below(9) as usize]];
            let method = METHODS[chance.below(METHODS.len() as u32) as usize];
            let told = format!(
                "E-{number:05},{about},{},{} {number},{level},{method},{},{}",
                self.ago(ago),
                PURPOSES[number as usize % PURPOSES.len()],
                names.join("; "),
                people.join("; ")
            );
            let said = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2][chance.below(10) as usize];
            rows.push(format!("{told}{}\r\n", self.said(number, 0, said > 0, innovation, ago, &names[0], &mut chance)));
            if said > 1 {
                rows.push(format!("{told}{}\r\n", self.said(number, 1, true, innovation, ago, &names[0], &mut chance)));
            }
        }
        rows
    }

    /// The cells of what was said, answered and told back, each from its comma on.
    #[expect(clippy::too_many_arguments, reason = "one row of a spreadsheet")]
    fn said(self, number: u32, nth: u32, is: bool, about: u32, ago: u32, by: &str, chance: &mut Chance) -> String {
        if !is {
            return ",".repeat(10);
        }
        let said = format!(",{} ({number}.{nth}),{by}", SAID[(number + nth) as usize % SAID.len()]);
        let theme = ["Light", "Cost", "Getting there", ""][chance.below(4) as usize];
        let sentiment = ["Worried", "Mixed", "Supportive"][chance.below(3) as usize];
        let band = ["Fewer than 5", "5 to 19", "20 to 49"][chance.below(3) as usize];
        let said = format!("{said},{theme},{band},{sentiment}");
        let wait = 1 + chance.below(60);
        if chance.below(10) < 3 || wait >= ago {
            return format!("{said},,,,,");
        }
        let response = responses(about)[chance.below(4) as usize];
        let answered = ago - wait;
        let told = chance.below(answered.min(40));
        let told = if chance.below(10) < 8 { self.ago(answered - told).to_string() } else { String::new() };
        let changes = response == "We did" && chance.below(2) == 0;
        let changed = if changes { "The lamps on the path are lit until midnight now." } else { "" };
        format!("{said},{response},{},{},{told},{changed}", answer(response), self.ago(answered))
    }

    fn ago(self, days: u32) -> NaiveDate {
        self.today - Days::new(u64::from(days))
    }
}

const ENGAGEMENT: &str = "Reference,Innovation,Date,What it was about,Level,How,Groups,How many people,What people said,\
     Said by,Theme,How many said it,Sentiment,Response,Answer,Answered on,Told back on,What changed";

const KINDS: [&str; 12] = [
    "Residents",
    "People who use the service",
    "Carers",
    "Frontline staff",
    "Middle managers",
    "Unions",
    "Councillors",
    "Health",
    "Schools",
    "Voluntary sector",
    "Business",
    "Suppliers",
];
const AREAS: [&str; 5] = ["Mill ward", "Bridge ward", "", "Castle ward", "Harbour ward"];
const LEVELS: [&str; 5] = ["Tell", "Ask", "Shape", "Share", "Hand over"];
const METHODS: [&str; 6] = ["Conversation", "Meeting", "Workshop", "Drop-in or event", "Survey", "Briefing"];
const PURPOSES: [&str; 4] =
    ["Which streets first?", "How does it work for you?", "What stands in the way?", "Is it fair?"];
const SAID: [&str; 5] = [
    "It is too dark by the bridge",
    "The forms are hard",
    "The bus comes too late",
    "More of this",
    "Nobody rang back",
];

fn innovations() -> String {
    let row = |number: u32| {
        let area = Heard::AREAS.get(number as usize % 5).copied().unwrap_or_default();
        format!("{},Listening trial {},{area}\r\n", code(number), number + 1)
    };
    format!("Reference,Title,Priority area\r\n{}", (0..Heard::INNOVATIONS).map(row).collect::<String>())
}

fn code(innovation: u32) -> String {
    format!("I-{:02}", innovation + 1)
}

fn group(number: u32) -> String {
    format!("{} group {}", KINDS[number as usize % KINDS.len()], number + 1)
}

/// Towards which innovations a group stands.
fn standing(number: u32) -> Vec<u32> {
    (0..number % 4).map(|nth| (number * 7 + nth * 11) % Heard::INNOVATIONS).collect()
}

/// Mostly groups that stand towards it, and at times somebody else.
fn met(innovation: u32, chance: &mut Chance) -> Vec<u32> {
    let known: Vec<_> = (0..Heard::STAKEHOLDERS).filter(|group| standing(*group).contains(&innovation)).collect();
    let mut groups: Vec<u32> = vec![];
    for _ in 0..=chance.below(3) {
        let stranger = known.is_empty() || chance.below(5) == 0;
        let group =
            if stranger { chance.below(Heard::STAKEHOLDERS) } else { known[chance.below(known.len() as u32) as usize] };
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

/// Some teams change things, some give reasons, some only promise.
fn responses(innovation: u32) -> [&'static str; 4] {
    match innovation % 4 {
        0 => ["We did", "We did", "We will", "We cannot"],
        1 => ["We will", "We passed it on", "We will", "We cannot"],
        2 => ["We did", "We passed it on", "We will", "We will"],
        _ => ["We will", "We will", "We passed it on", "We will"],
    }
}

fn answer(response: &str) -> &'static str {
    match response {
        "We did" => "A lamp was added by the bridge.",
        "We cannot" => "\"The bridge is listed, and the county may not fix lamps to it without leave.\"",
        "We passed it on" => "To the county council.",
        _ => "We look at it in spring.",
    }
}

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        // A linear congruential generator; its upper bits vary best.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap_or_default()
    }
}
