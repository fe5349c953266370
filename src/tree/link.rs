//! Where a document may lead its reader.

const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Whether a document may link to this address: one that opens a page, a letter or a call, and runs nothing.
pub fn may_link(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty() && SCHEMES.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_a_page_a_letter_or_a_call() {
        for url in ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "Tel:112"] {
            assert!(may_link(url), "{url}");
        }
        for url in
            ["", "https", "https:", "javascript:alert(1)", "data:text/html,x", "file:///x", " https://x", "//a.example"]
        {
            assert!(!may_link(url), "{url}");
        }
    }
}
