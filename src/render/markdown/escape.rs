//! Which characters of a text would be markup where they stand.

use super::inline::{Place, Styled};

/// Appends the character at `index` so that a reader of Markdown takes it as itself.
pub(super) fn push(line: &[Styled], index: usize, place: Place, out: &mut String) {
    let character = line[index].character;
    if character == '|' && place == Place::Cell && before(line, index) == Some('\\') {
        // Readers of tables do not agree on what two backslashes before a bar mean.
        out.push_str("&#124;");
        return;
    }
    if is_markup(line, index, place) {
        out.push('\\');
    }
    out.push(character);
}

fn is_markup(line: &[Styled], index: usize, place: Place) -> bool {
    let next = line.get(index + 1).map(|styled| styled.character);
    match line[index].character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '~' | '$' | '^' | '|' => true,
        '&' => next.is_some_and(|next| !next.is_whitespace()),
        '!' => line.get(index + 1).is_some_and(|next| next.link != line[index].link),
        '@' => next.is_some_and(char::is_alphanumeric),
        '#' => place == Place::Heading || opens_line(line, index, place),
        '=' => next == Some('=') || before(line, index) == Some('=') || opens_line(line, index, place),
        '>' | '+' | '-' => opens_line(line, index, place),
        ':' => opens_line(line, index, place) || ends_scheme(line, index) || opens_emoji(line, index),
        '.' => counts_line(line, index, place) || follows(line, index, "www"),
        ')' => counts_line(line, index, place),
        _ => false,
    }
}

fn before(line: &[Styled], index: usize) -> Option<char> {
    index.checked_sub(1).map(|index| line[index].character)
}

/// What stands between the start of the line and this character, if a line can start there at all.
fn lead(line: &[Styled], index: usize, place: Place) -> Option<&[Styled]> {
    let start = line[..index].iter().rposition(|styled| styled.character == '\n').map_or(0, |newline| newline + 1);
    match place {
        Place::Paragraph => Some(&line[start..index]),
        Place::Continued if start > 0 => Some(&line[start..index]),
        Place::Continued | Place::Heading | Place::Cell => None,
    }
}

/// Here a `#` makes a heading, a `-` a list.
fn opens_line(line: &[Styled], index: usize, place: Place) -> bool {
    lead(line, index, place).is_some_and(|lead| lead.iter().all(|styled| styled.character.is_whitespace()))
}

/// "1." and "1)" at the start of a line make a numbered list.
fn counts_line(line: &[Styled], index: usize, place: Place) -> bool {
    lead(line, index, place).is_some_and(|lead| {
        let mut digits = lead.iter().map(|styled| styled.character).skip_while(|character| character.is_whitespace());
        let first = digits.next();
        first.is_some_and(|digit| digit.is_ascii_digit()) && digits.all(|digit| digit.is_ascii_digit())
    })
}

/// `https://` and `mailto:` become links by themselves in the Markdown of GitHub.
fn ends_scheme(line: &[Styled], index: usize) -> bool {
    let slashes = line[index + 1..].iter().take(2).filter(|styled| styled.character == '/').count() == 2;
    slashes || follows(line, index, "mailto") || follows(line, index, "xmpp")
}

/// `:smile:` becomes a picture.
fn opens_emoji(line: &[Styled], index: usize) -> bool {
    let mut name = line[index + 1..].iter().map(|styled| styled.character);
    let ends = |character: char| !(character.is_ascii_alphanumeric() || matches!(character, '_' | '+' | '-'));
    match name.next() {
        Some(first) if !ends(first) => name.find(|character| ends(*character)) == Some(':'),
        _ => false,
    }
}

fn follows(line: &[Styled], index: usize, word: &str) -> bool {
    let Some(start) = index.checked_sub(word.len()) else { return false };
    line[start..index].iter().map(|styled| styled.character.to_ascii_lowercase()).eq(word.chars())
}

/// An address between the brackets of a link.
pub(super) fn address(url: &str, out: &mut String) {
    for character in crate::render::literal::characters(url) {
        match character {
            // None of these may stand in a URL: encoded they mean the same.
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            '(' | ')' | '[' | ']' | '&' | '$' | '*' | '_' | '~' | '!' | '\'' => {
                out.push('\\');
                out.push(character);
            }
            _ if character.is_whitespace() => {
                let mut bytes = [0; 4];
                for byte in character.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            _ => out.push(character),
        }
    }
}
