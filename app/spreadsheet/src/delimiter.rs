/// The delimiter that splits the header row into more than one column and the
/// first rows most evenly; `None` when the header row is one column, in which
/// case no character splits anything.
pub(crate) fn find(text: &str, prefer_tab: bool) -> Option<char> {
    let order = if prefer_tab { ['\t', ',', ';', '|'] } else { [',', ';', '\t', '|'] };
    let mut best: Option<(char, Fit)> = None;
    for delimiter in order {
        let Some(fit) = Fit::of(text, delimiter) else {
            continue;
        };
        if best.as_ref().is_none_or(|(_, so_far)| fit.beats(so_far)) {
            best = Some((delimiter, fit));
        }
    }
    best.map(|(delimiter, _)| delimiter)
}

/// The first line `sep=;` is Excel's own way to name the delimiter; gives it and
/// the text after that line.
pub(crate) fn stated(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = rest.chars().next().filter(|c| ",;\t|".contains(*c))?;
    let rest = &rest[delimiter.len_utf8()..];
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
    Some((delimiter, rest))
}

const SAMPLE_ROWS: usize = 50;
const SAMPLE_CHARS: usize = 256 * 1024;

struct Fit {
    /// Closing quotation marks followed by neither delimiter nor line end: the
    /// sign of a delimiter that cuts cells in two.
    stray_quotes: usize,
    columns: usize,
    /// Rows with as many cells as the header row, in thousandths of all rows.
    even: usize,
}

impl Fit {
    fn of(text: &str, delimiter: char) -> Option<Self> {
        let (widths, stray_quotes) = widths(text, delimiter);
        let columns = *widths.first()?;
        if columns < 2 {
            return None;
        }
        let even = widths.iter().filter(|width| **width == columns).count();
        Some(Self { stray_quotes, columns, even: even * 1000 / widths.len() })
    }

    fn beats(&self, other: &Self) -> bool {
        (other.stray_quotes, self.even, self.columns) > (self.stray_quotes, other.even, other.columns)
    }
}

#[derive(PartialEq)]
enum Place {
    FieldStart,
    Bare,
    Quoted,
    AfterQuote,
}

/// Fields of each of the first rows that are not blank, and stray quotes.
fn widths(text: &str, delimiter: char) -> (Vec<usize>, usize) {
    let mut widths = Vec::new();
    let mut stray = 0;
    let mut fields = 1;
    let mut place = Place::FieldStart;
    for c in text.chars().take(SAMPLE_CHARS).chain(['\n']) {
        place = match (place, c) {
            (Place::Quoted, '"') => Place::AfterQuote,
            (Place::Quoted, _) | (Place::FieldStart | Place::AfterQuote, '"') => Place::Quoted,
            (_, c) if c == delimiter => {
                fields += 1;
                Place::FieldStart
            }
            (before, '\n' | '\r') => {
                if fields > 1 || before != Place::FieldStart {
                    widths.push(fields);
                }
                if widths.len() == SAMPLE_ROWS {
                    break;
                }
                fields = 1;
                Place::FieldStart
            }
            (Place::AfterQuote, _) => {
                stray += 1;
                Place::Bare
            }
            (Place::FieldStart | Place::Bare, _) => Place::Bare,
        };
    }
    (widths, stray)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_splits_evenly() {
        for (text, expected) in [
            ("a,b,c\n1,2,3\n", Some(',')),
            ("a;b\n1,5;2,5\n3;4\n", Some(';')),
            ("a\tb\nx, y, z\tw\n", Some('\t')),
            ("a|b\n1|2\n", Some('|')),
            ("Name, long;Cost\nx;1\ny, z, w;2\n", Some(';')),
            ("\"a;b\",\"c\"\n\"d;e;f\",\"g\"\n", Some(',')),
            ("\"a\r\n;;;\",b\n1,2\n", Some(',')),
            ("Idea\nFirst, do this\nSecond, that\n", None),
            ("\n\na;b\n", Some(';')),
            ("", None),
        ] {
            assert_eq!(find(text, false), expected, "{text:?}");
        }
    }

    #[test]
    fn a_tie_goes_to_the_tab_when_the_name_says_so() {
        assert_eq!(find("a,b\tc\n1,2\t3\n", false), Some(','));
        assert_eq!(find("a,b\tc\n1,2\t3\n", true), Some('\t'));
    }

    #[test]
    fn excels_own_line_names_the_delimiter() {
        assert_eq!(stated("sep=;\r\na;b"), Some((';', "a;b")));
        assert_eq!(stated("sep=x\na"), None);
        assert_eq!(stated("separate,b\n"), None);
    }
}
