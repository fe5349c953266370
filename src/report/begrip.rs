//! One term of the glossary on the terminal.

use super::lines::wrapped;
use crate::handbook::{Begrip, TITLE};

/// The term with its kinds, its place in the handbook and where to look further, in lines of at most `width` columns.
pub fn begrip(begrip: &Begrip, width: usize) -> String {
    let width = width.clamp(40, 90);
    let mut lines = vec![begrip.naam.to_owned(), "-".repeat(begrip.naam.chars().count())];
    lines.extend(wrapped(begrip.uitleg, width));
    for soort in begrip.soorten {
        let text = format!("{}: {}", soort.naam, soort.uitleg);
        let item = wrapped(&text, width - 2).into_iter().enumerate();
        lines.extend(item.map(|(number, line)| format!("{}{line}", if number == 0 { "- " } else { "  " })));
    }
    lines.push(String::new());
    if !begrip.verwant.is_empty() {
        lines.extend(wrapped(&format!("Zie ook: {}.", begrip.verwant.join(", ")), width));
    }
    lines.extend(wrapped(&format!("{TITLE} bijlage 1; zie ook {}.", begrip.paragraaf.0), width));
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::handbook::BEGRIPPEN;

    #[test]
    fn every_term_fits_a_narrow_screen() {
        for term in &BEGRIPPEN {
            let text = begrip(term, 40);
            assert!(text.lines().all(|line| line.width() <= 40), "{text}");
            assert!(text.contains(term.paragraaf.0.split(' ').next().unwrap()));
        }
    }
}
