//! Paragraph and run formatting: fields that come out in the order that the schema of WordprocessingML asks for.

use super::xml::Element;
use crate::colour::Rgb;
use crate::render::theme;

/// Formatting of a paragraph, in a style or directly.
#[derive(Debug, Clone, Default)]
pub struct ParagraphFormat {
    pub style: Option<&'static str>,
    pub keep_next: bool,
    pub keep_lines: bool,
    pub page_break_before: bool,
    /// No single line of a paragraph at the foot or the head of a page.
    pub widow_control: bool,
    pub number: Option<Number>,
    pub borders: Vec<Border>,
    pub shade: Option<Rgb>,
    pub tabs: Vec<Tab>,
    pub no_hyphens: bool,
    pub before: Option<u32>,
    pub after: Option<u32>,
    pub line: Option<Line>,
    pub indent: Option<Indent>,
    /// No space between paragraphs of the same style.
    pub contextual: bool,
    pub align: Option<&'static str>,
    /// 0 is the highest; 9 is body text.
    pub outline: Option<u8>,
}

/// A place in a numbering definition.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    pub id: u32,
    pub level: u8,
}

/// Takes a paragraph out of the numbering of its style.
pub const NO_NUMBER: Number = Number { id: 0, level: 0 };

/// A place at which a tab stops, in twips from the margin.
#[derive(Debug, Clone, Copy)]
pub enum Tab {
    Left(u32),
    Right(u32),
    /// To the right, after a row of dots.
    Dotted(u32),
}

#[derive(Debug, Clone, Copy)]
pub struct Border {
    pub side: &'static str,
    /// In eighths of a point; 0 is no line.
    pub size: u32,
    /// Between line and text, in points.
    pub space: u32,
    pub color: Rgb,
}

#[derive(Debug, Clone, Copy)]
pub enum Line {
    /// In 240ths of a line.
    Relative(u32),
    Exact(u32),
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Indent {
    pub left: u32,
    /// Nothing for what the style it rests on has.
    pub right: Option<u32>,
    pub hanging: u32,
}

impl ParagraphFormat {
    pub fn of(style: &'static str) -> Self {
        ParagraphFormat { style: Some(style), ..Self::default() }
    }

    /// `w:pPr`, or nothing where nothing is set.
    pub fn element(&self) -> Option<Element> {
        let mut element = Element::new("w:pPr").children(self.style.map(|id| Element::val("w:pStyle", id)));
        element = element.children(flag(self.keep_next, "w:keepNext"));
        element = element.children(flag(self.keep_lines, "w:keepLines"));
        element = element.children(flag(self.page_break_before, "w:pageBreakBefore"));
        element = element.children(flag(self.widow_control, "w:widowControl"));
        element = element.children(self.number.map(Number::element));
        if !self.borders.is_empty() {
            element.push(Element::new("w:pBdr").children(self.borders.iter().map(Border::element)));
        }
        element = element.children(self.shade.map(shading));
        if !self.tabs.is_empty() {
            element.push(Element::new("w:tabs").children(self.tabs.iter().map(Tab::element)));
        }
        element = element.children(flag(self.no_hyphens, "w:suppressAutoHyphens"));
        element = element.children(self.spacing());
        element = element.children(self.indent.map(Indent::element));
        element = element.children(flag(self.contextual, "w:contextualSpacing"));
        element = element.children(self.align.map(|side| Element::val("w:jc", side)));
        element = element.children(self.outline.map(|level| Element::val("w:outlineLvl", level)));
        (!element.is_empty()).then_some(element)
    }

    fn spacing(&self) -> Option<Element> {
        if self.before.is_none() && self.after.is_none() && self.line.is_none() {
            return None;
        }
        let mut spacing = Element::new("w:spacing");
        if let Some(before) = self.before {
            spacing = spacing.attr("w:before", before);
        }
        if let Some(after) = self.after {
            spacing = spacing.attr("w:after", after);
        }
        Some(match self.line {
            Some(Line::Relative(line)) => spacing.attr("w:line", line).attr("w:lineRule", "auto"),
            Some(Line::Exact(line)) => spacing.attr("w:line", line).attr("w:lineRule", "exact"),
            None => spacing,
        })
    }
}

impl Tab {
    fn element(&self) -> Element {
        let tab = |kind, at: &u32| Element::val("w:tab", kind).attr("w:pos", at);
        match self {
            Tab::Left(at) => tab("left", at),
            Tab::Right(at) => tab("right", at),
            Tab::Dotted(at) => Element::val("w:tab", "right").attr("w:leader", "dot").attr("w:pos", at),
        }
    }
}

impl Number {
    fn element(self) -> Element {
        let number = Element::new("w:numPr");
        number.child(Element::val("w:ilvl", self.level)).child(Element::val("w:numId", self.id))
    }
}

impl Border {
    /// A thin line in the colour of the theme.
    pub const fn thin(side: &'static str, space: u32) -> Self {
        Border { side, size: 4, space, color: theme::LINE }
    }

    pub fn element(&self) -> Element {
        Element::val(self.side, if self.size > 0 { "single" } else { "nil" })
            .attr("w:sz", self.size)
            .attr("w:space", self.space)
            .attr("w:color", self.color)
    }
}

impl Indent {
    /// From margin to margin, wider than a line of text.
    pub const WIDE: Indent = Indent { left: 0, right: Some(0), hanging: 0 };

    pub fn element(self) -> Element {
        let mut element = Element::new("w:ind").attr("w:left", self.left);
        if let Some(right) = self.right {
            element = element.attr("w:right", right);
        }
        if self.hanging > 0 {
            element = element.attr("w:hanging", self.hanging);
        }
        element
    }
}

/// Formatting of a run of text, in a style or directly.
#[derive(Debug, Clone, Copy, Default)]
pub struct RunFormat {
    pub style: Option<&'static str>,
    pub font: Option<&'static str>,
    pub bold: bool,
    pub italic: bool,
    pub color: Option<Rgb>,
    /// In points.
    pub size: Option<f32>,
    pub underline: bool,
    pub shade: Option<Rgb>,
    pub language: Option<&'static str>,
}

impl RunFormat {
    /// `w:rPr`, or nothing where nothing is set.
    pub fn element(&self) -> Option<Element> {
        let mut element = Element::new("w:rPr").children(self.style.map(|id| Element::val("w:rStyle", id)));
        if let Some(font) = self.font {
            let fonts = Element::new("w:rFonts").attr("w:ascii", font).attr("w:hAnsi", font);
            element.push(fonts.attr("w:eastAsia", font).attr("w:cs", font));
        }
        element = element.children(flag(self.bold, "w:b")).children(flag(self.bold, "w:bCs"));
        element = element.children(flag(self.italic, "w:i")).children(flag(self.italic, "w:iCs"));
        element = element.children(self.color.map(|color| Element::val("w:color", color)));
        if let Some(size) = self.size {
            element.push(Element::val("w:sz", half_points(size)));
            element.push(Element::val("w:szCs", half_points(size)));
        }
        element = element.children(self.underline.then(|| Element::val("w:u", "single")));
        element = element.children(self.shade.map(shading));
        element = element.children(self.language.map(|tag| Element::val("w:lang", tag)));
        (!element.is_empty()).then_some(element)
    }
}

/// A background colour.
pub fn shading(fill: Rgb) -> Element {
    Element::val("w:shd", "clear").attr("w:color", "auto").attr("w:fill", fill)
}

fn flag(set: bool, name: &'static str) -> Option<Element> {
    set.then(|| Element::new(name))
}

/// Sizes of type are counted in half points.
fn half_points(points: f32) -> u32 {
    (points * 2.0).round() as u32
}
