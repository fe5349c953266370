//! What an edit does to a text, for people: the lines that go and the lines that come.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use diffy::{DiffOptions, Hunk, Line};

use super::lines::clean;

/// More lines than this are not compared one by one: then the old part and the new part stand whole.
const MOST_COMPARED: usize = 20_000;

/// More characters of a line than this nobody reads, as of a picture in a web page.
const LONGEST: usize = 200;

const GONE: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const AROUND: Style = Style::new().dimmed();

/// The lines that go (`-`) and come (`+`), with where they are in `file` and this many lines `around` them. Nothing when
/// the texts have the same lines.
pub fn lines(file: &str, before: &str, after: &str, around: usize, colour: bool) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let whole = [&before, &after].map(|lines| lines.iter().map(|line| format!("{line}\n")).collect::<String>());
    let mut text = String::new();
    if before.len() + after.len() > MOST_COMPARED {
        let common = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
        let (old, new) = (&before[common..], &after[common..]);
        let end = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
        if old.len() + new.len() > 2 * end {
            let _ = writeln!(text, "{file}, regel {}:", common + 1);
            old[..old.len() - end].iter().for_each(|line| tell(&mut text, '-', line, GONE, colour));
            new[..new.len() - end].iter().for_each(|line| tell(&mut text, '+', line, NEW, colour));
        }
        return text;
    }
    for hunk in DiffOptions::new().set_context_len(around).create_patch(&whole[0], &whole[1]).hunks() {
        let _ = writeln!(text, "{file}, regel {}:", place(hunk));
        for line in hunk.lines() {
            match line {
                Line::Context(line) => tell(&mut text, ' ', line, AROUND, colour),
                Line::Delete(line) => tell(&mut text, '-', line, GONE, colour),
                Line::Insert(line) => tell(&mut text, '+', line, NEW, colour),
            }
        }
    }
    text
}

/// The first line that changes, counted in the text as it will be; what only goes is told where it stood.
fn place(hunk: &Hunk<str>) -> usize {
    let above = hunk.lines().iter().take_while(|line| matches!(line, Line::Context(_))).count();
    // Where nothing is left of the part, it is the line above that is named.
    hunk.new_range().start() + above + usize::from(hunk.new_range().is_empty())
}

fn tell(text: &mut String, sign: char, line: &str, style: Style, colour: bool) {
    let line = clean(line.trim_end_matches('\n'));
    let mut told = format!("  {sign} {line}").trim_end().to_owned();
    if let Some((cut, _)) = told.char_indices().nth(LONGEST) {
        told.truncate(cut);
        told.push('…');
    }
    let _ = match colour {
        true => writeln!(text, "{style}{told}{style:#}"),
        false => writeln!(text, "{told}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_and_comes_is_told_with_its_line() {
        let told = lines("x.yaml", "a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\nf\n", 0, false);
        assert_eq!(told, "x.yaml, regel 2:\n  - b\n  + B\nx.yaml, regel 6:\n  + f\n");
        assert_eq!(lines("x.yaml", "a\n", "a", 0, false), "");
        let told = lines("x.yaml", "a\n\u{1b}[2J\n", "a\n", 0, false);
        assert_eq!(told, "x.yaml, regel 2:\n  - \u{fffd}[2J\n");
        assert_eq!(lines("x.yaml", "a\n", "", 0, false), "x.yaml, regel 1:\n  - a\n");
        assert_eq!(lines("x.yaml", "", "a\n", 0, false), "x.yaml, regel 1:\n  + a\n");
    }

    #[test]
    fn lines_around_a_change_show_where_it_is() {
        let told = lines("x.md", "a\nb\nc\nd\ne\n", "a\nb\nc\nD\ne\n", 1, false);
        assert_eq!(told, "x.md, regel 4:\n    c\n  - d\n  + D\n    e\n");
        assert_eq!(lines("x.md", "a\nb\nc\n", "a\nc\n", 1, false), "x.md, regel 2:\n    a\n  - b\n    c\n");
    }

    #[test]
    fn colour_is_for_who_can_see_it() {
        let told = lines("x.md", "a\n", "b\n", 0, true);
        assert!(told.contains("\u{1b}[31m  - a\u{1b}[0m\n") && told.contains("\u{1b}[32m  + b\u{1b}[0m\n"), "{told:?}");
    }

    #[test]
    fn a_large_difference_is_told_whole_and_a_long_line_is_not() {
        let old: String = (0..30_000).map(|number| format!("o{number}\n")).collect();
        let told = lines("x.yaml", &old, "n\n", 2, false);
        assert_eq!(told.lines().count(), 30_002);
        assert_eq!(lines("x.yaml", &old, &old, 2, false), "");
        let told = lines("x.html", "", &"é".repeat(1_000), 0, false);
        assert_eq!(told.lines().nth(1).unwrap().chars().count(), LONGEST + 1);
    }
}
