//! Reading blocks: headings, lists, clauses, tables and what directives make of them.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag};

use super::{Reader, Scope};
use crate::compose::directive::Container;
use crate::compose::error::{ComposeError, Fault};
use crate::compose::table::{Plain, count_cells};
use crate::tree::{Align, Block, Clause, Heading, Inline, Item, List, ListKind};

/// How many levels of headings there are.
const LEVELS: u8 = 4;

/// An item as it is read: whether it has a box to tick, and where it begins.
struct RawItem {
    ticked: Option<bool>,
    content: Vec<Block>,
    at: usize,
}

impl Reader<'_> {
    /// The block that begins with this event.
    pub(super) fn block(&mut self, event: Event, at: usize, scope: Scope) -> Result<Block, ComposeError> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, at, scope).map(Block::Heading),
            Event::Start(Tag::List(first)) => self.list(first.is_some(), scope),
            Event::Start(Tag::Table(alignments)) => self
                .plain_table(&alignments)?
                .into_table(None, false)
                .map(Block::Table)
                .or_else(|fault| self.fail(fault, at)),
            Event::TaskListMarker(_) => {
                self.fail(Fault::new("een vakje staat aan het begin van een punt").help("schrijf ‘- [ ] tekst’"), at)
            }
            other => self.fail(refused(&other), at),
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: usize, scope: Scope) -> Result<Heading, ComposeError> {
        let content = self.run()?.whole();
        self.next();
        let level = level as u8;
        if scope != Scope::Body {
            let fault = Fault::new("een kop kan niet in een lijst of kader staan");
            return self.fail(fault.help("gebruik vette tekst: ‘**tekst**’"), at);
        }
        if content.is_empty() {
            return self.fail(Fault::new("deze kop heeft geen tekst").help("zet tekst achter het hekje"), at);
        }
        if level > LEVELS {
            return self
                .fail(Fault::new(format!("koppen gaan tot {LEVELS} niveaus diep")).help("gebruik minder hekjes"), at);
        }
        if level > self.level + 1 {
            let wanted = "#".repeat(usize::from(self.level + 1));
            let fault = Fault::new(format!("deze kop slaat een niveau over: niveau {level} na niveau {}", self.level));
            let fault = match self.level {
                0 => Fault::new(format!("de eerste kop heeft niveau 1, niet niveau {level}")),
                _ => fault,
            };
            return self.fail(fault.help(format!("begin de kop met ‘{wanted}’")), at);
        }
        self.level = level;
        let attributes = self.output.attributes(at).cloned().unwrap_or_default();
        if let Some(anchor) = &attributes.anchor
            && !self.anchors.insert(anchor.clone())
        {
            return self
                .fail(Fault::new(format!("het anker ‘#{anchor}’ is er al")).help("geef elke kop een eigen anker"), at);
        }
        let number = self.counter.heading(attributes.article);
        Ok(Heading { level, anchor: attributes.anchor, number, content })
    }

    fn list(&mut self, ordered: bool, scope: Scope) -> Result<Block, ComposeError> {
        let clauses = ordered && scope == Scope::Body && self.counter.in_article();
        let inner = if clauses { Scope::Clause } else { Scope::Inside };
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.next() {
            items.push(self.item(range.start, inner)?);
        }
        let ticked = items.iter().filter(|item| item.ticked.is_some()).count();
        if let Some(odd) =
            items.iter().find(|item| item.ticked == Some(true) || (ticked > 0 && (ordered || item.ticked.is_none())))
        {
            let fault = match odd.ticked {
                Some(true) => Fault::new("een vakje kan niet al aangekruist zijn").help("schrijf ‘- [ ] tekst’"),
                _ => Fault::new(
                    "in deze lijst hebben sommige punten een vakje en andere niet, of een nummer én een vakje",
                )
                .help("schrijf elk punt als ‘- [ ] tekst’, of haal de vakjes weg"),
            };
            return self.fail(fault, odd.at);
        }
        if clauses {
            return Ok(self.clauses(items));
        }
        let kind = match (ordered, scope) {
            (true, Scope::Clause) => ListKind::Lettered,
            (true, _) => ListKind::Ordered,
            (false, _) if ticked > 0 => ListKind::Checklist,
            (false, _) => ListKind::Bullet,
        };
        let items = items.into_iter().map(|item| Item { content: item.content }).collect();
        Ok(Block::List(List { kind, items }))
    }

    fn clauses(&mut self, items: Vec<RawItem>) -> Block {
        let clauses = items.into_iter().map(|item| {
            let (article, number) = self.counter.next_clause();
            Clause { article, number, content: item.content }
        });
        Block::Clauses { clauses: clauses.collect() }
    }

    fn item(&mut self, at: usize, scope: Scope) -> Result<RawItem, ComposeError> {
        // In a loose list the box stands inside the first paragraph.
        let mut ticked = self.tick();
        if ticked.is_none() && matches!(self.peek(), Some((Event::Start(Tag::Paragraph), _))) {
            let paragraph = self.next();
            ticked = self.tick();
            self.put_back(paragraph);
        }
        let mut content = self.blocks(scope, None)?;
        self.next();
        if content.is_empty() {
            content.push(Block::Paragraph { content: Vec::new() });
        }
        Ok(RawItem { ticked, content, at })
    }

    fn tick(&mut self) -> Option<bool> {
        match self.peek() {
            Some((Event::TaskListMarker(ticked), _)) => {
                let ticked = *ticked;
                self.next();
                Some(ticked)
            }
            _ => None,
        }
    }

    fn plain_table(&mut self, alignments: &[Alignment]) -> Result<Plain, ComposeError> {
        let aligns = alignments.iter().map(|alignment| match alignment {
            Alignment::Right => Align::Right,
            Alignment::Center => Align::Center,
            Alignment::Left | Alignment::None => Align::Left,
        });
        let mut table = Plain { aligns: aligns.collect(), header: Vec::new(), rows: Vec::new() };
        while let Some((Event::Start(tag), range)) = self.next() {
            let row = self.row()?;
            if matches!(tag, Tag::TableHead) {
                table.header = row;
                continue;
            }
            let (found, wanted) = (count_cells(&self.output.text[range.clone()]), alignments.len());
            if found != wanted {
                let fault =
                    Fault::new(format!("deze rij heeft {found} cellen, maar de kop van de tabel heeft er {wanted}"));
                return self.fail(fault.help("geef elke rij evenveel cellen; een lege cel is ‘| |’"), range.start);
            }
            table.rows.push(row);
        }
        Ok(table)
    }

    /// The cells of a row that has begun, up to and with its end.
    fn row(&mut self) -> Result<Vec<Vec<Inline>>, ComposeError> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.next() {
            cells.push(self.run()?.whole());
            self.next();
        }
        Ok(cells)
    }

    /// The block that a `:::` directive makes of its content; none when there is nothing in it.
    pub(super) fn container(
        &mut self,
        container: &Container,
        content: Vec<Block>,
        at: usize,
    ) -> Result<Option<Block>, ComposeError> {
        if let Container::Aside(kind) = container {
            return Ok((!content.is_empty()).then_some(Block::Aside { kind: *kind, content }));
        }
        let plain = match <[Block; 1]>::try_from(content) {
            Ok([Block::Table(table)]) => Plain {
                aligns: table.columns.iter().map(|column| column.align).collect(),
                header: table.header,
                rows: table.rows,
            },
            _ => {
                let fault =
                    Fault::new(format!("in ‘::: {}’ staat precies één tabel, en niets anders", container.name()));
                return self.fail(fault.help("zet andere tekst erboven of eronder"), at);
            }
        };
        let block = match container {
            Container::Table { widths, row_headers } => {
                plain.into_table(widths.as_deref(), *row_headers).map(Block::Table)
            }
            _ => plain.into_signatures(),
        };
        block.map(Some).or_else(|fault| self.fail(fault, at))
    }
}

fn refused(event: &Event) -> Fault {
    match event {
        Event::Rule => Fault::new("een lijn over de breedte kan niet").help("gebruik een kop of ‘::pagina-einde’"),
        Event::Start(Tag::CodeBlock(_)) => Fault::new("een blok code kan niet")
            .help("spring een regel minder ver in: vier spaties aan het begin maken er code van"),
        Event::Start(Tag::BlockQuote(_)) => {
            Fault::new("een citaat met ‘>’ kan niet").help("gebruik ‘::: let-op’, of schrijf ‘\\>’")
        }
        Event::Start(Tag::HtmlBlock) | Event::Html(_) => {
            Fault::new("HTML kan niet in een sjabloon").help("schrijf ‘\\<’ als u dat teken zelf bedoelt")
        }
        Event::Start(Tag::FootnoteDefinition(_)) => {
            Fault::new("een voetnoot kan niet").help("schrijf de tekst uit, of zet hem in ‘::: bron’")
        }
        _ => Fault::new("dit kan niet in een sjabloon"),
    }
}
