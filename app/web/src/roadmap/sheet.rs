//! The rows of the roadmap shared out over drawings, none of them higher than a large sheet of paper.
use crate::ui::timescale::lines;
use domain::{Roadmap, RoadmapRow};

/// Height of what a sheet of paper holds; less on the first, which has the heading.
const FIRST: f64 = 600.0;
const OTHERS: f64 = 840.0;
/// Above the rows: the months.
pub const TOP: f64 = 30.0;
/// Of the name of an area, with the space above.
pub const AREA: f64 = 38.0;
/// Most letters in a line of a name.
const LETTERS: usize = 42;
const LINE: f64 = 14.0;

/// One drawing.
pub struct Sheet<'m, 'a> {
    pub areas: Vec<Group<'m, 'a>>,
    pub height: f64,
}

/// The rows of one area on a sheet.
pub struct Group<'m, 'a> {
    pub title: String,
    /// Where the name of the area stands.
    pub top: f64,
    pub rows: Vec<Placed<'m, 'a>>,
}

pub struct Placed<'m, 'a> {
    pub row: &'m RoadmapRow<'a>,
    pub name: Vec<String>,
    /// The middle of the row.
    pub y: f64,
}

impl Placed<'_, '_> {
    /// Where the first line of the name stands.
    pub fn first_line(&self) -> f64 {
        self.y + 4.0 - (self.name.len().saturating_sub(1)) as f64 * LINE / 2.0
    }

    pub const LINE: f64 = LINE;
}

pub fn sheets<'m, 'a>(map: &'m Roadmap<'a>) -> Vec<Sheet<'m, 'a>> {
    let mut sheets: Vec<Sheet<'m, 'a>> = vec![Sheet { areas: vec![], height: TOP }];
    for area in &map.areas {
        let title = area.area.map_or_else(|| "No priority area".to_owned(), |area| area.title.to_string());
        let mut begun = false;
        for row in &area.rows {
            let name = lines(&row.innovation.title, LETTERS);
            let height = (name.len() as f64 * LINE + 12.0).max(30.0);
            let most = if sheets.len() == 1 { FIRST } else { OTHERS };
            let heading = if begun { 0.0 } else { AREA };
            let is_full =
                sheets.last().is_some_and(|sheet| !sheet.areas.is_empty() && sheet.height + heading + height > most);
            if is_full {
                sheets.push(Sheet { areas: vec![], height: TOP });
            }
            let Some(sheet) = sheets.last_mut() else { continue };
            if !begun || is_full {
                let title = if begun { format!("{title} (continued)") } else { title.clone() };
                sheet.areas.push(Group { title, top: sheet.height + AREA - 16.0, rows: vec![] });
                sheet.height += AREA;
                begun = true;
            }
            let y = sheet.height + height / 2.0;
            sheet.height += height;
            if let Some(group) = sheet.areas.last_mut() {
                group.rows.push(Placed { row, name, y });
            }
        }
    }
    sheets
}
