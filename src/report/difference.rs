//! What an edit does to a text, for people: the lines that go and the lines that come.

use super::findings::clean;

/// More lines than this are not compared one by one: then the old part and the new part stand whole.
const MOST_COMPARED: usize = 1_500;

/// The lines that go (`-`) and come (`+`), with where they are in `file`. Nothing when the texts have the same lines.
pub fn lines(file: &str, before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same_start = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (old, new) = (&before[same_start..], &after[same_start..]);
    let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old, new) = (&old[..old.len() - same_end], &new[..new.len() - same_end]);
    let mut text = String::new();
    let mut apart = true;
    // Lines are counted in the text as it will be; what only goes is told where it stood.
    let mut number = same_start + 1;
    for step in steps(old, new) {
        let (sign, line) = match step {
            Step::Same => {
                apart = true;
                number += 1;
                continue;
            }
            Step::Gone(line) => ('-', line),
            Step::New(line) => ('+', line),
        };
        if std::mem::take(&mut apart) {
            text.push_str(&format!("{file}, regel {number}:\n"));
        }
        text.push_str(format!("  {sign} {}", clean(line)).trim_end());
        text.push('\n');
        number += usize::from(sign == '+');
    }
    text
}

enum Step<'a> {
    Same,
    Gone(&'a str),
    New(&'a str),
}

/// The shortest way from the old lines to the new ones.
fn steps<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    if old.len().max(new.len()) > MOST_COMPARED {
        steps.extend(old.iter().map(|line| Step::Gone(line)));
        steps.extend(new.iter().map(|line| Step::New(line)));
        return steps;
    }
    // How many lines the two have in common from here to the end.
    let mut common = vec![vec![0u16; new.len() + 1]; old.len() + 1];
    for (at, line) in old.iter().enumerate().rev() {
        for (to, other) in new.iter().enumerate().rev() {
            common[at][to] = match line == other {
                true => common[at + 1][to + 1] + 1,
                false => common[at + 1][to].max(common[at][to + 1]),
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            steps.push(Step::Same);
            (at, to) = (at + 1, to + 1);
        } else if to == new.len() || at < old.len() && common[at + 1][to] >= common[at][to + 1] {
            steps.push(Step::Gone(old[at]));
            at += 1;
        } else {
            steps.push(Step::New(new[to]));
            to += 1;
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_and_comes_is_told_with_its_line() {
        let told = lines("x.yaml", "a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\nf\n");
        assert_eq!(told, "x.yaml, regel 2:\n  - b\n  + B\nx.yaml, regel 6:\n  + f\n");
        assert_eq!(lines("x.yaml", "a\n", "a\n"), "");
        assert_eq!(lines("x.yaml", "a\n\u{1b}[2J\n", "a\n"), "x.yaml, regel 2:\n  - \u{fffd}[2J\n");
    }

    #[test]
    fn a_large_difference_is_told_whole() {
        let old: String = (0..3_000).map(|number| format!("o{number}\n")).collect();
        let told = lines("x.yaml", &old, "n\n");
        assert_eq!(told.lines().count(), 3_002);
    }
}
