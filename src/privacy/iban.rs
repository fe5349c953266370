//! IBANs of all countries that have them: two letters, two digits and an account, which together pass the test of 97.

use std::ops::Range;

use super::digits::Group;

/// How long an IBAN of each country is.
const LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 \
    DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 \
    KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 \
    PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 \
    YE30";

/// No country has a shorter one.
pub(super) const SHORTEST: usize = 15;

pub(super) fn find(text: &str, groups: &[Group]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if text.len() < SHORTEST {
        return found;
    }
    for group in groups {
        // The two letters stand before the first digits, perhaps with a space between.
        let head = text[..group.span.start].trim_end();
        let Some(at) = head.len().checked_sub(2).filter(|at| head.is_char_boundary(*at)) else { continue };
        let letters = head.as_bytes()[at..].iter().all(u8::is_ascii_alphabetic);
        let begins = letters && !head[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if begins && found.last().is_none_or(|last| last.end <= at) {
            found.extend(from(text, at).map(|end| at..end));
        }
    }
    found
}

/// Where the IBAN that begins here ends.
fn from(text: &str, start: usize) -> Option<usize> {
    let head = text.get(start..start + 2)?;
    if !text[start + 2..].trim_start().starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let head = head.to_ascii_uppercase();
    let length: usize = LENGTHS.split(' ').find_map(|one| one.strip_prefix(&head))?.parse().ok()?;
    let mut signs = String::new();
    let mut gap = 0;
    for (at, letter) in text[start..].char_indices() {
        if letter.is_ascii_alphanumeric() {
            signs.push(letter.to_ascii_uppercase());
            gap = 0;
        } else {
            gap += 1;
            // In groups, with a space, a hyphen or a full stop.
            if gap > 2 || !(letter.is_whitespace() || ".-\u{200B}".contains(letter)) {
                return None;
            }
        }
        if signs.len() == length {
            let end = start + at + letter.len_utf8();
            let more = text[end..].chars().next().is_some_and(char::is_alphanumeric);
            return (!more && passes(&signs)).then_some(end);
        }
    }
    None
}

/// With the first four signs behind the others, and letters as the numbers 10 to 35, it leaves 1 of 97.
fn passes(signs: &str) -> bool {
    if !signs.as_bytes()[2..4].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let turned = signs[4..].chars().chain(signs[..4].chars());
    let rest = turned.filter_map(|sign| sign.to_digit(36)).fold(0, |rest: u32, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    });
    rest == 1
}
