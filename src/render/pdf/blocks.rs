//! Blocks as elements of typst. Of paragraphs, items and plain cells a document has hundreds: they are built here, as each call of
//! a function of the template makes typst look at all that it is handed. How everything else looks, the template says.

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, Content, Context, Dict, Func, IntoValue, NativeElement, NativeFuncData, Smart, Value,
};
use typst::layout::{BlockBody, BlockElem, Em, Spacing};
use typst::model::{EnumItem, Linebreaks, ParElem, TableCell};
use typst::syntax::Span;

use super::elements::{Look, array, given, is, list, native, text};

/// `blocks-with(nodes, ..look, of: …)`: the content of the blocks of a document.
///
/// `look` is that of their text, as `inlines-with` has it; `of` has a function for each kind of block that is not built here, and
/// for cells that are more than their text.
pub static BLOCKS: NativeFuncData = native("blocks-with", "Blocks", &blocks);

/// How far the blocks of an item are apart.
const IN_AN_ITEM: f64 = 0.75;

fn blocks(engine: &mut Engine, context: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let nodes: Array = args.expect("nodes")?;
    let look = Look::from_args(args)?;
    let of: Dict = given(args, "of")?;
    let span = args.span;
    args.take().finish()?;
    let in_cell = look.in_cell();
    Ok(Blocks { engine, context, span, look, in_cell, of }.all(&nodes)?.into_value())
}

struct Blocks<'a, 'e, 'c> {
    engine: &'a mut Engine<'e>,
    context: Tracked<'c, Context<'c>>,
    span: Span,
    look: Look,
    in_cell: Look,
    of: Dict,
}

/// What a cell is besides its text.
#[derive(Clone, Copy, Default)]
struct Role {
    header: bool,
    /// Whether it says what the others of its row are.
    names: bool,
    /// Whether there is room in it to write by hand.
    writing: bool,
    /// Whether it stands in the upper row.
    first: bool,
}

impl Blocks<'_, '_, '_> {
    fn all(&mut self, nodes: &Array) -> SourceResult<Content> {
        Ok(Content::sequence(nodes.iter().map(|node| self.one(node)).collect::<SourceResult<Vec<_>>>()?))
    }

    fn one(&mut self, node: &Value) -> SourceResult<Content> {
        let block = self.dict(node)?;
        match text(block, "t").at(self.span)? {
            "paragraph" => self.paragraph(block),
            "list" => {
                let items = self.array(block, "items")?.iter().map(|item| self.item(item));
                let items = Value::Array(items.collect::<SourceResult<_>>()?);
                self.call("list", [self.field(block, "kind")?, self.field(block, "breaks")?, items])
            }
            "clauses" => self.clauses(block),
            "table" => self.table(block),
            "aside" => {
                let content = self.all(self.array(block, "content")?)?;
                self.call("aside", [self.field(block, "kind")?, self.field(block, "breaks")?, content.into_value()])
            }
            kind => self.call(kind, [node.clone()]),
        }
    }

    /// Where a word may end up alone, all ways to break the lines are weighed; on a poster they always are. What stays is on the
    /// page of what comes next.
    fn paragraph(&mut self, block: &Dict) -> SourceResult<Content> {
        let paragraph = ParElem::new(self.look.all(self.array(block, "content")?).at(self.span)?);
        let paragraph = if self.is(block, "weighed")? {
            paragraph.with_linebreaks(Smart::Custom(Linebreaks::Optimized)).pack()
        } else {
            paragraph.pack()
        };
        Ok(if self.stays(block)? {
            BlockElem::new().with_sticky(true).with_body(Some(BlockBody::Content(paragraph))).pack()
        } else {
            paragraph
        })
    }

    fn item(&mut self, item: &Value) -> SourceResult<Value> {
        let content = self.all(self.list(item)?)?;
        let apart = Smart::Custom(Spacing::Rel(Em::new(IN_AN_ITEM).into()));
        let content = content.set(BlockElem::above, apart).set(BlockElem::below, apart);
        Ok(content.set(ParElem::spacing, Em::new(IN_AN_ITEM).into()).into_value())
    }

    fn clauses(&mut self, block: &Dict) -> SourceResult<Content> {
        let (mut numbers, mut items) = (Array::new(), Array::new());
        for (number, clause) in (1..).zip(self.array(block, "clauses")?) {
            let clause = self.dict(clause)?;
            numbers.push(self.field(clause, "number")?);
            let content = self.all(self.array(clause, "content")?)?;
            items.push(EnumItem::new(content).with_number(Smart::Custom(number)).pack().into_value());
        }
        self.call("clauses", [numbers, items])
    }

    fn table(&mut self, block: &Dict) -> SourceResult<Content> {
        let header = self.array(block, "header")?;
        let header_cell = Role { header: true, first: true, ..Role::default() };
        let top = header.iter().map(|cell| self.cell(cell, header_cell)).collect::<SourceResult<Array>>()?;
        let with_names = self.is(block, "row_headers")?;
        let mut cells = Array::new();
        for (y, (row, role)) in self.array(block, "rows")?.iter().zip(self.array(block, "roles")?).enumerate() {
            let row = self.list(row)?;
            let is_role = |name: &str| matches!(role, Value::Str(role) if role.as_str() == name);
            if is_role("heads") {
                cells.push(self.call("subhead", [row.clone()])?.into_value());
                continue;
            }
            let of_row = Role { writing: is_role("writing"), first: y == 0 && header.is_empty(), ..Role::default() };
            for (x, cell) in row.iter().enumerate() {
                cells.push(self.cell(cell, Role { names: x == 0 && with_names, ..of_row })?);
            }
        }
        let short = self.is(block, "short")?;
        let stays = short && self.stays(block)?;
        let [short, stays] = [short, stays].map(IntoValue::into_value);
        self.call("table", [self.field(block, "columns")?, short, stays, Value::Array(top), Value::Array(cells)])
    }

    /// A cell with nothing but text, in which each word fits, is built here.
    fn cell(&mut self, cell: &Value, role: Role) -> SourceResult<Value> {
        let cell = self.dict(cell)?;
        let content = self.array(cell, "content")?;
        let Role { header, names, writing, first } = role;
        let written = !content.is_empty();
        let body = self.in_cell.all(content).at(self.span)?;
        let (breaks, fits) = (self.is(cell, "breaks")?, self.is(cell, "fits")?);
        if fits && !header && !names && !first && (written || !writing) {
            return Ok(TableCell::new(body).with_breakable(Smart::Custom(breaks)).pack().into_value());
        }
        let flags = [breaks, fits, header, names, writing && !written, first].map(IntoValue::into_value);
        Ok(self.call("cell", [body.into_value()].into_iter().chain(flags))?.into_value())
    }

    /// What the function of the template for this kind makes of the arguments.
    fn call(&mut self, kind: &str, args: impl IntoIterator<Item = impl IntoValue>) -> SourceResult<Content> {
        let of: Func = self.of.get(kind).at(self.span)?.clone().cast().at(self.span)?;
        of.call(self.engine, self.context, args)?.cast().at(self.span)
    }

    fn stays(&self, block: &Dict) -> SourceResult<bool> {
        if block.contains("stays") { self.is(block, "stays") } else { Ok(false) }
    }

    fn is(&self, node: &Dict, name: &str) -> SourceResult<bool> {
        is(node, name).at(self.span)
    }

    fn array<'n>(&self, node: &'n Dict, name: &str) -> SourceResult<&'n Array> {
        array(node, name).at(self.span)
    }

    fn field(&self, node: &Dict, name: &str) -> SourceResult<Value> {
        node.get(name).cloned().at(self.span)
    }

    fn dict<'n>(&self, value: &'n Value) -> SourceResult<&'n Dict> {
        match value {
            Value::Dict(dict) => Ok(dict),
            other => bail!(self.span, "expected fields, found {}", other.ty()),
        }
    }

    fn list<'n>(&self, value: &'n Value) -> SourceResult<&'n Array> {
        list(value).at(self.span)
    }
}
