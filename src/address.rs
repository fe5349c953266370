//! Addresses that open something: a letter, a call, a page. What is not clearly one of these stays plain text.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded in each part: everything but letters, digits and what may stand there as it is (RFC 3986).
const IN_HOST: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-');
const IN_USER: &AsciiSet = &IN_HOST.remove(b'_').remove(b'~').remove(b'+');
const IN_SITE: &AsciiSet = &IN_USER
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// `mailto:` for an e-mail address.
pub fn mail(address: &str) -> Option<String> {
    let (user, host) = address.split_once('@')?;
    let whole = !user.is_empty() && !host.starts_with('.') && !host.ends_with('.') && host.contains('.');
    let odd = |character: char| character.is_whitespace() || character.is_control();
    (whole && !address.contains(odd))
        .then(|| format!("mailto:{}@{}", utf8_percent_encode(user, IN_USER), utf8_percent_encode(host, IN_HOST)))
}

/// `tel:` for a telephone number: at least six digits, and nothing but what people write between them.
pub fn phone(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = if number.starts_with('+') { "+" } else { "" };
    let known = |character: char| character.is_ascii_digit() || " +-()./\u{a0}".contains(character);
    (digits.len() >= 6 && number.chars().all(known)).then(|| format!("tel:{plus}{digits}"))
}

/// `https:` or `http:` for a website, as a URI (RFC 3986); people leave the scheme out.
pub fn site(address: &str) -> Option<String> {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("https".to_owned(), address),
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && host.chars().all(|character| character.is_alphanumeric() || ".-".contains(character));
    let is_port = port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(scheme.as_str(), "https" | "http") && is_host && is_port).then(|| {
        let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let hash = if fragment.is_empty() { "" } else { "#" };
        let encode = |text: &str| keep_encoded(&utf8_percent_encode(text, IN_SITE).to_string(), text);
        format!("{scheme}://{}{hash}{}", encode(before), encode(fragment))
    })
}

/// What the user had encoded already stays so: `%20` has become `%2520`, and goes back.
fn keep_encoded(encoded: &str, text: &str) -> String {
    if !text.contains('%') {
        return encoded.to_owned();
    }
    let mut parts = encoded.split("%25");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take(2).filter(u8::is_ascii_hexdigit).count();
        kept.push_str(if digits == 2 { "%" } else { "%25" });
        kept.push_str(part);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_clearly_an_address_opens() {
        assert_eq!(mail("info@welzijn.example").as_deref(), Some("mailto:info@welzijn.example"));
        assert_eq!(phone("(0199) 12 34 00").as_deref(), Some("tel:0199123400"));
        assert_eq!(phone("+31 6 1234 5678").as_deref(), Some("tel:+31612345678"));
        assert_eq!(site("www.welzijn.example").as_deref(), Some("https://www.welzijn.example"));
        assert_eq!(site("HTTP://welzijn.example/a b").as_deref(), Some("http://welzijn.example/a%20b"));
    }

    #[test]
    fn a_site_is_a_uri() {
        for (address, uri) in [
            ("a.nl/x%20y", "https://a.nl/x%20y"),
            ("a.nl/100%", "https://a.nl/100%25"),
            ("a.nl/[x]", "https://a.nl/%5Bx%5D"),
            ("a.nl/é?b=\"c\"&d", "https://a.nl/%C3%A9?b=%22c%22&d"),
            ("a.nl:8080/#a#b", "https://a.nl:8080/#a%23b"),
        ] {
            assert_eq!(site(address).as_deref(), Some(uri));
        }
    }

    #[test]
    fn anything_else_stays_text() {
        for address in ["info", "@a.b", "a@b", "a b@c.nl", "a@.nl", "a\n@c.nl", ""] {
            assert_eq!(mail(address), None, "{address}");
        }
        for number in ["112", "bel de balie", "06 <b>", "+31 6 12;drop"] {
            assert_eq!(phone(number), None, "{number}");
        }
        for address in [
            "javascript:alert(1)",
            "ftp://a.b",
            "file:///etc/passwd",
            "https://a\"b.nl",
            "geen",
            "a b.nl",
            "a.nl:x",
            ".nl",
        ] {
            assert_eq!(site(address), None, "{address}");
        }
    }
}
