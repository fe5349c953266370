//! Numbering that lives in Word: articles with their clauses, and lists.

use std::sync::Arc;

use super::format::{Indent, Number, ParagraphFormat, RunFormat};
use super::outline::Article;
use super::package::{Part, with_namespaces};
use super::xml::Element;
use crate::archive::Packed;
use crate::render::remembered::Remembered;
use crate::tree::ListKind;

/// The list to which all articles and clauses belong.
pub const ARTICLES: u32 = 1;
/// Bulleted lists need no counting, so that they can all share one instance.
pub const BULLETS: u32 = 2;
const CHECKLIST: u32 = 3;
/// What the style List Number rests on; every ordered list gets an instance of its own.
pub const ORDERED: u32 = 4;

/// Width of the hanging column of clause numbers.
pub const CLAUSE_INDENT: u32 = 709;
/// Width of the hanging column of bullets and numbers.
pub const LIST_INDENT: u32 = 397;
const DEEPEST: u8 = 8;

/// Hands out instances of the list definitions, each of which counts from 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbering {
    restarts: Vec<Restart>,
}

#[derive(Debug, Clone, PartialEq)]
struct Restart {
    definition: u32,
    level: u8,
}

impl Numbering {
    /// A list at a depth, 0 being the outermost.
    pub fn list(&mut self, kind: ListKind, depth: u8) -> Number {
        let level = depth.min(DEEPEST);
        let definition = match kind {
            ListKind::Bullet => return Number { id: BULLETS, level },
            ListKind::Checklist => return Number { id: CHECKLIST, level },
            ListKind::Ordered => 3,
            ListKind::Lettered => 4,
        };
        self.restarts.push(Restart { definition, level });
        Number { id: ORDERED + self.restarts.len() as u32, level }
    }

    /// The part `numbering.xml`.
    pub fn part(&self, article: Option<&Article>) -> Arc<Packed> {
        static MADE: Remembered<(Option<Article>, Numbering), Arc<Packed>> = Remembered::new();
        let key = (article.cloned(), self.clone());
        MADE.get(key, |(article, numbering)| Part::packed("numbering", numbering.made(article.as_ref())))
    }

    fn made(&self, article: Option<&Article>) -> Element {
        let mut part = with_namespaces(Element::new("w:numbering"));
        part = part.children(article.map(article_definition));
        part.push(list_definition(1, Some("ListBullet"), bullet));
        part.push(list_definition(2, None, checkbox));
        part.push(list_definition(3, Some("ListNumber"), |level| Mark::counted("decimal", level)));
        part.push(list_definition(4, None, |level| Mark::counted("lowerLetter", level)));
        part = part.children(article.map(|_| instance(ARTICLES, 0)));
        for (id, definition) in [(BULLETS, 1), (CHECKLIST, 2), (ORDERED, 3)] {
            part.push(instance(id, definition));
        }
        for (id, restart) in (ORDERED + 1..).zip(&self.restarts) {
            let start = Element::new("w:lvlOverride").attr("w:ilvl", restart.level);
            part.push(instance(id, restart.definition).child(start.child(Element::val("w:startOverride", 1))));
        }
        part
    }
}

/// Width of the hanging column of "Artikel 12", which grows with the size of the heading.
pub fn article_indent(level: u8) -> u32 {
    if level == 1 { 1701 } else { 1418 }
}

fn instance(id: u32, definition: u32) -> Element {
    Element::new("w:num").attr("w:numId", id).child(Element::val("w:abstractNumId", definition))
}

/// What stands before an item.
struct Mark {
    format: &'static str,
    text: String,
    run: RunFormat,
}

impl Mark {
    fn counted(format: &'static str, level: u8) -> Self {
        Mark { format, text: format!("%{}.", level + 1), run: RunFormat::default() }
    }
}

fn bullet(level: u8) -> Mark {
    let text = if level.is_multiple_of(2) { "•" } else { "–" };
    Mark { format: "bullet", text: text.to_owned(), run: RunFormat::default() }
}

/// The empty box of Wingdings, the font that every Word has for its own check lists.
fn checkbox(_level: u8) -> Mark {
    let run = RunFormat { font: Some("Wingdings"), ..RunFormat::default() };
    Mark { format: "bullet", text: "\u{f06f}".to_owned(), run }
}

/// "Artikel 1", "1.1" and "a.": one list in three levels, so that removing an article renumbers all that follows.
fn article_definition(&Article { ref label, level }: &Article) -> Element {
    // A percent sign would start the number of another level.
    let label = label.replace('%', "");
    let mark = |format, text: String| Mark { format, text, run: RunFormat::default() };
    let width = article_indent(level);
    definition(0)
        .child(numbered_level(0, Some("Artikel"), &mark("decimal", format!("{label}\u{a0}%1")), hanging(width, width)))
        .child(numbered_level(
            1,
            Some("Lid"),
            &mark("decimal", "%1.%2".to_owned()),
            hanging(CLAUSE_INDENT, CLAUSE_INDENT),
        ))
        .child(numbered_level(
            2,
            Some("LidOpsomming"),
            &mark("lowerLetter", "%3.".to_owned()),
            hanging(CLAUSE_INDENT + LIST_INDENT, LIST_INDENT),
        ))
}

fn list_definition(id: u32, style: Option<&'static str>, mark: impl Fn(u8) -> Mark) -> Element {
    definition(id).children((0..=DEEPEST).map(|level| {
        let indent = hanging(LIST_INDENT * (u32::from(level) + 1), LIST_INDENT);
        numbered_level(level, style.filter(|_| level == 0), &mark(level), indent)
    }))
}

fn definition(id: u32) -> Element {
    Element::new("w:abstractNum").attr("w:abstractNumId", id).child(Element::val("w:multiLevelType", "multilevel"))
}

fn numbered_level(level: u8, style: Option<&'static str>, mark: &Mark, indent: Indent) -> Element {
    let format = ParagraphFormat { indent: Some(indent), ..ParagraphFormat::default() };
    Element::new("w:lvl")
        .attr("w:ilvl", level)
        .child(Element::val("w:start", 1))
        .child(Element::val("w:numFmt", mark.format))
        .children(style.map(|id| Element::val("w:pStyle", id)))
        .child(Element::val("w:suff", "tab"))
        .child(Element::val("w:lvlText", &mark.text))
        .child(Element::val("w:lvlJc", "left"))
        .children(format.element())
        .children(mark.run.element())
}

pub fn hanging(left: u32, hanging: u32) -> Indent {
    Indent { left, hanging, ..Indent::default() }
}
