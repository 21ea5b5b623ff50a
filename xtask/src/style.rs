//! One style sheet from the small files of `style/`, in the order that `style/app.css` imports them.
use crate::Done;
use std::{collections::BTreeSet, fs, path::Path};

/// Reads, joins and squeezes the files of a folder; a file that nothing imports is an error.
pub fn read(folder: &Path) -> Done<String> {
    let list = fs::read_to_string(folder.join("app.css"))?;
    let mut unused: BTreeSet<String> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Done<_>>()?;
    unused.retain(|name| is_css(name) && name != "app.css");
    let joined = join(&list, |name| {
        unused.remove(name);
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
    })?;
    if let Some(name) = unused.first() {
        let folder = folder.display();
        return Err(format!("{folder}/{name} is not imported by {folder}/app.css").into());
    }
    Ok(squeeze(&joined))
}

/// Puts each file in the place of its import. Other lines stay, so the order of layers comes first.
fn join(list: &str, mut read: impl FnMut(&str) -> Done<String>) -> Done<String> {
    let mut joined = String::new();
    for line in list.lines() {
        if line.trim_start().starts_with("@import") {
            joined.push_str(&read(imported(line)?)?);
        } else {
            joined.push_str(line);
        }
        joined.push('\n');
    }
    Ok(joined)
}

fn is_css(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "css")
}

fn imported(line: &str) -> Done<&str> {
    line.trim()
        .strip_prefix("@import url(\"")
        .and_then(|rest| rest.strip_suffix("\");"))
        .ok_or_else(|| format!("expected @import url(\"part.css\"); and found {line}").into())
}

/// Leaves out comments and the white space that means nothing, and changes nothing else.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' | '\'' => quoted(rest, next),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if next.is_whitespace() => rest.len() - rest.trim_start().len(),
            _ => next.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if next.is_whitespace() {
            space(&mut out);
        } else if token.starts_with("/*") {
            // Between two words a comment separates without being a space.
            if !ends_open(&out) && !rest.starts_with(|next: char| next.is_whitespace() || ends(next)) {
                out.push_str("/**/");
            }
        } else {
            if ends(next) && out.ends_with(' ') {
                out.pop();
            }
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push_str(token);
        }
    }
    out.trim_end().into()
}

/// The length of a string with its quotation marks; a backslash takes the next character with it.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn space(out: &mut String) {
    if !ends_open(out) {
        out.push(' ');
    }
}

/// No white space is needed after what stands there.
fn ends_open(out: &str) -> bool {
    out.chars().next_back().is_none_or(|last| last == ' ' || ends(last))
}

fn ends(next: char) -> bool {
    matches!(next, '{' | '}' | ';' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> String {
        format!("/* {name} */ .{} {{ }}", name.trim_end_matches(".css"))
    }

    #[test]
    fn files_are_joined_in_the_order_of_the_imports_after_the_order_of_layers() {
        let list = "@layer a, b;\n@import url(\"two.css\");\n@import url(\"one.css\");\n";
        let joined = squeeze(&join(list, |name| Ok(file(name))).unwrap());
        assert_eq!(joined, "@layer a,b;.two{}.one{}");
    }

    #[test]
    fn an_import_of_another_form_is_refused_with_its_line() {
        let refused = join("@import 'one.css' print;", |name| Ok(file(name))).unwrap_err();
        assert!(refused.to_string().contains("'one.css' print"));
    }

    #[test]
    fn modern_values_nesting_and_layers_stay_as_they_are() {
        let css = "@layer base {\n  .a {\n    color: light-dark(oklch(24% .025 262), #fff);\n    &:hover > .b + .c { inset: calc(1px + 2%); }\n  }\n}\n";
        assert_eq!(
            squeeze(css),
            "@layer base{.a{color: light-dark(oklch(24% .025 262),#fff);&:hover > .b + .c{inset: calc(1px + 2%)}}}"
        );
    }

    #[test]
    fn strings_keep_their_spaces_comments_and_escaped_marks() {
        let css = r#".a::before { content: " /* x */ ;  \"} "; }"#;
        assert_eq!(squeeze(css), r#".a::before{content: " /* x */ ;  \"} "}"#);
    }

    #[test]
    fn a_comment_between_words_does_not_join_or_separate_selectors() {
        assert_eq!(squeeze(".a/* x */.b { margin: 1px/*y*/2px }"), ".a/**/.b{margin: 1px/**/2px}");
        assert_eq!(squeeze(".a /* x */ .b {}"), ".a .b{}");
    }

    #[test]
    fn a_space_before_parentheses_stays() {
        assert_eq!(
            squeeze("@media (width > 4rem)  and  (hover) { a { b: c ; } }"),
            "@media (width > 4rem) and (hover){a{b: c}}"
        );
    }
}
