//! Rows of groups and of engagements: cells become texts, days and numbers. What words stand for is found later.
use super::rows::Reader;
use domain::{
    EngagementRow, ImportField, ImportRow, ImportRule, Line, Name, NamedGroup, Reason, SaidRow, StakeholderRow, Title,
    WebAddress,
};

impl Reader<'_> {
    pub(super) fn stakeholder(mut self) -> ImportRow {
        use ImportField::{
            AddedOn, Anyway, Area, Cadence, Impact, Innovation, Interest, Kind, Owner, Power, SpeaksFor, Stakeholder,
            StanceNow, StanceWanted, TargetLevel,
        };
        let row = StakeholderRow {
            name: self.name(Stakeholder),
            kind: self.line(Kind),
            area: self.line(Area),
            speaks_for: self.lines(SpeaksFor),
            innovation: self.line(Innovation),
            power: self.number(Power),
            interest: self.number(Interest),
            impact: self.number(Impact),
            target_level: self.line(TargetLevel),
            cadence_days: self.number(Cadence),
            anyway: self.line(Anyway),
            stance_now: self.line(StanceNow),
            stance_wanted: self.line(StanceWanted),
            owner: self.line(Owner),
            added_on: self.day(AddedOn),
        };
        self.into.title.clone_from(&row.name);
        self.into.stakeholder = Some(Box::new(row));
        self.into
    }

    pub(super) fn engagement(mut self) -> ImportRow {
        use ImportField::{
            ChangesService, ClosedOn, InformationLink, Innovation, LeadersPresent, LedBy, Level, MetOn, Method,
            NextStep, OpenedOn, Purpose, Reference as Ref, StillOpen,
        };
        self.into.reference = self.on_one_line(Ref).and_then(|text| {
            self.cut(Ref, &text, domain::ExternalRef::LIMIT);
            domain::ExternalRef::cut(&text)
        });
        let row = EngagementRow {
            innovations: self.lines(Innovation),
            on: self.day(MetOn),
            purpose: self.reason(Purpose),
            level: self.line(Level),
            method: self.line(Method),
            groups: self.groups(),
            led_by: self.line(LedBy),
            leaders_present: self.lines(LeadersPresent),
            next_step: self.reason(NextStep),
            information_link: self.address(InformationLink),
            opened_on: self.day(OpenedOn),
            closed_on: self.day(ClosedOn),
            still_open: self.line(StillOpen),
            changes_service: self.line(ChangesService),
            said: self.said(),
        };
        self.into.title = row.purpose.as_deref().or(row.innovations.first().map(|one| &**one)).and_then(Title::cut);
        self.into.engagement = Some(Box::new(row));
        self.into
    }

    fn said(&mut self) -> SaidRow {
        use ImportField::{
            Answer, AnsweredOn, Changed, CountBand, Response, Said, SaidBy, Sentiment, Theme, ToldBackOn,
        };
        let theme = self.on_one_line(Theme).and_then(|text| {
            self.cut(Theme, &text, Name::LIMIT);
            Name::cut(&text)
        });
        SaidRow {
            said: self.prose(Said),
            by: self.name(SaidBy),
            theme,
            count_band: self.line(CountBand),
            sentiment: self.line(Sentiment),
            response: self.line(Response),
            answer: self.prose(Answer),
            answered_on: self.day(AnsweredOn),
            told_back_on: self.day(ToldBackOn),
            changed: self.prose(Changed),
        }
    }

    /// The name of a group is never cut: half a name is another.
    fn name(&mut self, field: ImportField) -> Option<Title> {
        let text = self.on_one_line(field)?;
        self.whole_name(field, &text)
    }

    fn whole_name(&mut self, field: ImportField, text: &str) -> Option<Title> {
        if text.chars().count() > Title::LIMIT {
            self.wrong(field, ImportRule::TooLong(Title::LIMIT));
        }
        text.parse().ok()
    }

    pub(super) fn reason(&mut self, field: ImportField) -> Option<Reason> {
        let text = self.cell(field)?;
        self.cut(field, &text, Reason::LIMIT);
        Reason::cut(&text)
    }

    /// Half an address leads nowhere, so it is never cut.
    fn address(&mut self, field: ImportField) -> Option<WebAddress> {
        let text = self.on_one_line(field)?;
        text.parse().map_err(|rule| self.wrong(field, ImportRule::Broken(rule))).ok()
    }

    /// Several in one cell stand apart by a semicolon or a new line.
    fn parts(&self, field: ImportField) -> Vec<String> {
        let cell = self.cell(field).unwrap_or_default();
        let parts = cell.split([';', '\n']).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        parts.filter(|part| !part.is_empty()).collect()
    }

    fn lines(&mut self, field: ImportField) -> Vec<Line> {
        let parts = self.parts(field);
        for part in &parts {
            self.cut(field, part, Line::LIMIT);
        }
        parts.iter().filter_map(|part| Line::cut(part)).collect()
    }

    pub(super) fn number(&mut self, field: ImportField) -> Option<u32> {
        let cell = self.on_one_line(field)?;
        self.counted(field, &cell)
    }

    /// A whole number, with or without commas between thousands.
    fn counted(&mut self, field: ImportField, text: &str) -> Option<u32> {
        let number = whole(text);
        if number.is_none() {
            self.wrong(field, ImportRule::NotANumber);
        }
        number
    }

    /// Each group with the number in brackets behind it, or the one in its place among the numbers.
    fn groups(&mut self) -> Vec<NamedGroup> {
        let people: Vec<_> = self.numbers();
        let parts = self.parts(ImportField::Groups);
        let named = parts.iter().enumerate().filter_map(|(place, part)| {
            let (name, inside) = with_people(part);
            let name = self.whole_name(ImportField::Groups, name)?;
            Some(NamedGroup { name, people: inside.or(people.get(place).copied().flatten()) })
        });
        named.collect()
    }

    /// In the order of the groups; a blank between two semicolons counts nobody.
    fn numbers(&mut self) -> Vec<Option<u32>> {
        let field = ImportField::People;
        let Some(cell) = self.on_one_line(field) else { return vec![] };
        let parts = cell.split(';').map(str::trim);
        parts.map(|part| if part.is_empty() { None } else { self.counted(field, part) }).collect()
    }
}

/// "Carers in touch (24)" is 24 of them; "Unison (branch)" is a name.
fn with_people(part: &str) -> (&str, Option<u32>) {
    let split = part.strip_suffix(')').and_then(|part| part.rsplit_once('('));
    match split.map(|(name, inside)| (name.trim_end(), whole(inside.trim()))) {
        Some((name, Some(people))) if !name.is_empty() => (name, Some(people)),
        _ => (part, None),
    }
}

fn whole(text: &str) -> Option<u32> {
    // A spreadsheet may keep a whole number with a nought behind the point.
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_brackets_counts_people_and_a_word_belongs_to_the_name() {
        for (part, name, people) in [
            ("Carers in touch (24)", "Carers in touch", Some(24)),
            ("Carers in touch", "Carers in touch", None),
            ("Unison (branch)", "Unison (branch)", None),
            ("Shops ( 1,200 )", "Shops", Some(1_200)),
            ("(7)", "(7)", None),
        ] {
            assert_eq!(with_people(part), (name, people), "{part}");
        }
        assert_eq!((whole("3"), whole("3.0"), whole("3.5"), whole("-1")), (Some(3), Some(3), None, None));
    }
}
