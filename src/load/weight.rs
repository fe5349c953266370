//! How much there is to draw in a logo, reckoned before anything is drawn. A few bytes can ask for millions of shapes, where
//! a part is made of parts that are made of parts: a mask of masks, a pattern of patterns, a copy of copies.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

/// More shapes no logo has, each counted as often as it is drawn.
const MOST: usize = 20_000;
/// Longer chains of parts in parts no logo has.
const DEEPEST: usize = 200;

/// Drawing this takes more than any logo does, or it is a part of itself.
pub(super) fn too_heavy(text: &str) -> bool {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    // What is no XML at all is told by who reads it.
    let Ok(document) = Document::parse_with_options(text, options) else { return false };
    let elements = || document.descendants().filter(Node::is_element);
    let named = elements().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut scale = Scale { named, styled: BTreeMap::new(), everywhere: Vec::new(), known: BTreeMap::new() };
    for style in elements().filter(|node| node.tag_name().name() == "style") {
        style.descendants().filter_map(|part| part.text()).for_each(|text| scale.read_style(text));
    }
    scale.weigh(document.root_element(), 0).is_none()
}

struct Scale<'a, 'i> {
    named: BTreeMap<&'a str, Node<'a, 'i>>,
    /// To what a class points, by the style of the file.
    styled: BTreeMap<String, Vec<String>>,
    /// To what that style points for more than a class.
    everywhere: Vec<String>,
    /// What elements weigh, by their number; nothing as long as one is on the scale.
    known: BTreeMap<usize, Option<usize>>,
}

impl<'a, 'i> Scale<'a, 'i> {
    fn read_style(&mut self, style: &str) {
        for rule in style.split('}') {
            let (selectors, body) = rule.rsplit_once('{').unwrap_or(("", rule));
            let targets = targets(body);
            if targets.is_empty() {
                continue;
            }
            for selector in selectors.split(',').map(str::trim) {
                match selector.strip_prefix('.').filter(|name| name.chars().all(is_of_name)) {
                    Some(class) => self.styled.entry(class.to_owned()).or_default().extend(targets.clone()),
                    None => self.everywhere.extend(targets.clone()),
                }
            }
        }
    }

    /// What an element and everything that it draws weigh; nothing when that is too much, or without end.
    fn weigh(&mut self, node: Node<'a, 'i>, depth: usize) -> Option<usize> {
        let number = node.id().get_usize();
        if let Some(known) = self.known.get(&number) {
            return *known;
        }
        if depth > DEEPEST {
            return None;
        }
        self.known.insert(number, None);
        let mut weight = 1_usize;
        for child in node.children().filter(Node::is_element) {
            weight = weight.saturating_add(self.weigh(child, depth + 1)?);
        }
        for target in self.points_at(node) {
            if let Some(part) = self.named.get(target.as_str()).copied() {
                weight = weight.saturating_add(self.weigh(part, depth + 1)?);
            }
            if weight > MOST {
                return None;
            }
        }
        let weight = Some(weight).filter(|weight| *weight <= MOST);
        self.known.insert(number, weight);
        weight
    }

    fn points_at(&self, node: Node<'a, 'i>) -> Vec<String> {
        let mut found = Vec::new();
        for attribute in node.attributes() {
            match (attribute.name(), attribute.value().trim()) {
                ("href", value) => found.extend(value.strip_prefix('#').map(str::to_owned)),
                ("class", value) => {
                    found
                        .extend(value.split_whitespace().filter_map(|class| self.styled.get(class)).flatten().cloned());
                }
                (_, value) => found.extend(targets(value)),
            }
        }
        let painted =
            !["svg", "style", "defs", "linearGradient", "radialGradient", "stop"].contains(&node.tag_name().name());
        if painted {
            found.extend(self.everywhere.iter().cloned());
        }
        found
    }
}

/// The parts at which a value points: `a` of `url(#a)`.
fn targets(value: &str) -> Vec<String> {
    let parts = value.split("url(").skip(1);
    let names = parts.filter_map(|part| {
        part.trim_start_matches(|one: char| one.is_whitespace() || "\"'".contains(one)).strip_prefix('#')
    });
    names.map(|name| name.chars().take_while(|one| is_of_name(*one)).collect()).collect()
}

fn is_of_name(one: char) -> bool {
    !one.is_whitespace() && !"\"')(.:>+~[]*#".contains(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(inner: &str) -> bool {
        too_heavy(&format!("<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>"))
    }

    /// Thirty levels, each of ten times the one before.
    fn levels(part: &str, use_it: &str) -> String {
        let level = |number: usize| {
            let inside =
                use_it.replace('N', &number.saturating_sub(1).to_string()).repeat(if number == 0 { 0 } else { 10 });
            format!("<{part} id='a{number}'>{inside}</{part}>")
        };
        (0..30).map(level).collect()
    }

    #[test]
    fn parts_of_parts_of_parts_are_too_heavy() {
        for (part, use_it) in [
            ("g", "<use href='#aN'/>"),
            ("pattern", "<path fill='url(#aN)'/>"),
            ("mask", "<g mask=\"url( '#aN' )\"/>"),
            ("clipPath", "<path style='clip-path:url(#aN)'/>"),
        ] {
            assert!(weighed(&levels(part, use_it)), "{part}");
        }
        let style: String = (0..30).map(|number| format!(".c{number}{{fill:url(#a{number})}}")).collect();
        assert!(weighed(&format!("<style>{style}</style>{}", levels("pattern", "<path class='x cN'/>"))));
        assert!(
            weighed("<style>path{fill:url(#a)}</style><pattern id='a'><path/></pattern>"),
            "it is a part of itself"
        );
    }

    #[test]
    fn what_a_drawing_program_saves_is_not() {
        let clips: String =
            (0..200).map(|number| format!("<clipPath id='c{number}'><rect class='x'/></clipPath>")).collect();
        let shapes: String =
            (0..200).map(|number| format!("<g clip-path='url(#c{number})'><path fill='url(#v)'/></g>")).collect();
        let style = "<style>.x{clip-path:none;fill:none}.y,.z{fill:url(#v)}</style>";
        let fade = "<linearGradient id='v'><stop/><stop/></linearGradient><linearGradient id='w' href='#v'/>";
        assert!(!weighed(&format!("{style}<defs>{clips}{fade}</defs>{shapes}<path class='y'/>")));
        assert!(!weighed("<path"), "what is no XML is for who reads it");
    }
}
