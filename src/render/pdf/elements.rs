//! Running text as elements of typst, built here: the template calls this for every piece of text, and to interpret that took
//! a tenth of the time for a document.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult, StrResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, Content, Context, Dict, FromValue, IntoValue, Label, NativeElement, NativeFuncData, NativeFuncPtr,
    Reflect, Scope, Smart, Value,
};
use typst::layout::{Abs, BoxElem, Corners, Em, HElem, Length, Rel, Spacing};
use typst::model::{Destination, EmphElem, LinkElem, LinkTarget, StrongElem, Url};
use typst::syntax::Spanned;
use typst::text::{BottomEdge, HighlightElem, LinebreakElem, TextElem, TopEdge, UnderlineElem};
use typst::utils::PicoStr;
use typst::visualize::{Paint, Stroke};

use super::breaks::{BREAK, BREAK_IN_CELL};

/// `inlines-with(nodes, ink:, narrow:, accent:, gap:, text-ink:, space:, wide:)`: the content of the pieces of a text.
///
/// `ink` is the colour of links; other than `accent`, that of the house, where the text stands on that. Where it is `narrow`,
/// long words may break in more places. The rest is the same for a whole document: the colours behind a gap and of the text on
/// it, how wide a space is, and whether tables are wider than the text, so that there is room for an address on one line.
pub static INLINES: NativeFuncData = native("inlines-with", "Inlines", &inlines);

/// A function that the template can call, which gives content.
pub(super) const fn native(name: &'static str, title: &'static str, function: &'static Native) -> NativeFuncData {
    NativeFuncData {
        function: NativeFuncPtr(function),
        name,
        title,
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&|| Scope::new()),
        params: LazyLock::new(&|| Vec::new()),
        returns: LazyLock::new(&|| <Content as Reflect>::output()),
    }
}

type Native = dyn Fn(&mut Engine, Tracked<Context>, &mut Args) -> SourceResult<Value> + Send + Sync;

fn inlines(_: &mut Engine, _: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let nodes: Array = args.expect("nodes")?;
    let look = Look::from_args(args)?;
    let span = args.span;
    args.take().finish()?;
    Ok(look.all(&nodes).at(span)?.into_value())
}

/// A named argument that the template never leaves out.
pub(super) fn given<T: FromValue<Spanned<Value>>>(args: &mut Args, name: &str) -> SourceResult<T> {
    match args.named(name)? {
        Some(value) => Ok(value),
        None => bail!(args.span, "missing argument: {name}"),
    }
}

/// How running text looks at its place.
#[derive(Clone)]
pub(super) struct Look {
    accent: Paint,
    gap: Paint,
    text_ink: Paint,
    space: Length,
    wide: bool,
    ink: Paint,
    narrow: bool,
}

impl Look {
    /// The arguments that are named above, taken out of these.
    pub(super) fn from_args(args: &mut Args) -> SourceResult<Self> {
        let accent: Paint = given(args, "accent")?;
        Ok(Look {
            gap: given(args, "gap")?,
            text_ink: given(args, "text-ink")?,
            space: given(args, "space")?,
            wide: given(args, "wide")?,
            ink: args.named("ink")?.unwrap_or_else(|| accent.clone()),
            accent,
            narrow: args.named("narrow")?.unwrap_or(false),
        })
    }

    /// The same where long words may break in more places.
    pub(super) fn in_cell(&self) -> Self {
        Look { narrow: true, ..self.clone() }
    }

    /// The content of the pieces of a text.
    pub(super) fn all(&self, nodes: &Array) -> StrResult<Content> {
        Ok(Content::sequence(nodes.iter().map(|node| self.one(node)).collect::<StrResult<Vec<_>>>()?))
    }

    fn one(&self, node: &Value) -> StrResult<Content> {
        let node = match node {
            Value::Str(text) => return Ok(TextElem::packed(text.clone())),
            Value::Dict(node) => node,
            other => bail!("unknown inline {}", other.ty()),
        };
        Ok(match text(node, "t")? {
            "strong" => StrongElem::new(self.inside(node)?).pack(),
            "emphasis" => EmphElem::new(self.inside(node)?).pack(),
            "whole" => boxed(TextElem::packed(text(node, "text")?)),
            "long" => TextElem::packed(text(node, "text")?).set(TextElem::hyphenate, Smart::Custom(true)),
            "broken" => self.broken(text(node, "text")?),
            "link" => self.link(node)?,
            "reference" => {
                let Some(label) = Label::new(PicoStr::intern(text(node, "anchor")?)) else { bail!("empty anchor") };
                let shown = self.underlined(TextElem::packed(text(node, "number")?));
                LinkElem::new(LinkTarget::Label(label), shown).pack()
            }
            "gap" => self.highlighted(node)?,
            // The space keeps the words apart for who copies them, without shifting lines that end at the right.
            "break" => Content::sequence([TextElem::packed(" "), gap(-self.space), LinebreakElem::new().pack()]),
            unknown => bail!("unknown inline {unknown}"),
        })
    }

    fn inside(&self, node: &Dict) -> StrResult<Content> {
        self.all(array(node, "content")?)
    }

    /// A word with places where a line may end. A zero width space would end up in what a reader copies; nothing of hardly any
    /// width breaks as well. No hyphen: it would become part of an address, and looks odd beside breaks without one.
    fn broken(&self, word: &str) -> Content {
        let in_cell = if self.narrow { BREAK.to_string() } else { String::new() };
        let word = word.replace(BREAK_IN_CELL, &in_cell);
        let mut parts = Vec::new();
        for part in word.split(BREAK) {
            if !parts.is_empty() {
                parts.push(gap(Abs::pt(0.001).into()));
            }
            parts.push(TextElem::packed(part));
        }
        Content::sequence(parts).set(TextElem::hyphenate, Smart::Custom(false))
    }

    fn link(&self, node: &Dict) -> StrResult<Content> {
        let shown = self.underlined(self.inside(node)?);
        // A telephone number stays on one line, and so does an address where a line has its whole width.
        let one_line = is(node, "phone")? || is(node, "short")? && self.wide && !self.narrow;
        let shown = if one_line { boxed(shown) } else { shown };
        Ok(LinkElem::new(LinkTarget::Dest(Destination::Url(Url::new(text(node, "url")?)?)), shown).pack())
    }

    fn underlined(&self, shown: Content) -> Content {
        let stroke = Stroke {
            paint: Smart::Custom(self.ink.clone()),
            thickness: Smart::Custom(Abs::pt(0.5).into()),
            ..Stroke::default()
        };
        UnderlineElem::new(shown.set(TextElem::fill, self.ink.clone()))
            .with_offset(Smart::Custom(Abs::pt(2.0).into()))
            .with_stroke(Smart::Custom(stroke))
            .pack()
    }

    fn highlighted(&self, node: &Dict) -> StrResult<Content> {
        let extent: Length = if is(node, "broken")? { Length::zero() } else { Abs::pt(1.5).into() };
        let shown = self.inside(node)?;
        let on_accent = self.ink != self.accent;
        let shown = if on_accent { shown.set(TextElem::fill, self.text_ink.clone()) } else { shown };
        let highlight = HighlightElem::new(shown)
            .with_fill(Some(self.gap.clone()))
            .with_extent(extent)
            .with_radius(Corners::splat(Some(Rel::from(extent))))
            .with_top_edge(TopEdge::Length(Em::new(1.0).into()))
            .with_bottom_edge(BottomEdge::Length(Em::new(-0.3).into()));
        Ok(highlight.pack())
    }
}

fn boxed(content: Content) -> Content {
    BoxElem::new().with_body(Some(content)).pack()
}

fn gap(width: Length) -> Content {
    HElem::new(Spacing::Rel(Rel::from(width))).pack()
}

pub(super) fn text<'n>(node: &'n Dict, name: &str) -> StrResult<&'n str> {
    match node.get(name)? {
        Value::Str(text) => Ok(text),
        other => bail!("expected a text, found {}", other.ty()),
    }
}

pub(super) fn array<'n>(node: &'n Dict, name: &str) -> StrResult<&'n Array> {
    list(node.get(name)?)
}

pub(super) fn list(value: &Value) -> StrResult<&Array> {
    match value {
        Value::Array(array) => Ok(array),
        other => bail!("expected a list, found {}", other.ty()),
    }
}

pub(super) fn is(node: &Dict, name: &str) -> StrResult<bool> {
    match node.get(name)? {
        Value::Bool(answer) => Ok(*answer),
        other => bail!("expected true or false, found {}", other.ty()),
    }
}
