//! Short names: the id of a wijk or an organisation, the folder of a gemeente.

use std::collections::BTreeSet;

/// Longer than any name of a gemeente, short enough for every disk.
const LONGEST: usize = 60;

/// Small letters, digits and single hyphens: `'s-Hertogenbosch` → `s-hertogenbosch`. Empty when the text holds no letter
/// or digit that can be spelled so.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for char in text.chars() {
        let plain = plain(char);
        let skipped = matches!(char, '\'' | '’' | '‘' | '`' | '\u{300}'..='\u{36f}');
        if !plain.is_empty() {
            slug.push_str(&plain);
        } else if !skipped && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let mut end = slug.len().min(LONGEST);
    while slug[..end].ends_with('-') {
        end -= 1;
    }
    slug.truncate(end);
    slug
}

/// The slug, or what to use instead when it is empty, with a number when it is taken. The result counts as taken.
pub fn unique(text: &str, instead: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = Some(slug(text)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| instead.to_owned());
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// A letter or digit without its accents, in small letters; nothing for everything else.
fn plain(char: char) -> String {
    let small: String = char.to_lowercase().collect();
    let Some(first) = small.chars().next() else { return String::new() };
    let spelled = match first {
        'a'..='z' | '0'..='9' => return first.to_string(),
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    };
    spelled.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_gemeenten_become_short_names() {
        for (name, expected) in [
            ("'s-Hertogenbosch", "s-hertogenbosch"),
            ("Súdwest-Fryslân", "sudwest-fryslan"),
            ("Su\u{301}dwest", "sudwest"),
            ("  Bergen (NH.)  ", "bergen-nh"),
            ("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"),
            ("ĲSSELSTEIN", "ijsselstein"),
            ("../../etc", "etc"),
            ("北京", ""),
            ("", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
        assert_eq!(slug(&"ab ".repeat(100)).len(), 59);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> =
            ["Zuid", "zuid", "ZUID!", "?"].iter().map(|name| unique(name, "wijk", &mut taken)).collect();
        assert_eq!(names, ["zuid", "zuid-2", "zuid-3", "wijk"]);
    }
}
