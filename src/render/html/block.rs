//! The blocks of the body, each as the element that says what it is.

use super::inline::{escape, inline};
use super::outline::Outline;
use super::{article_number, escaped, label};
use crate::render::extent::{RowRole, row_roles};
use crate::render::{append, svg, theme, words};
use crate::tree::{
    Align, AsideKind, Block, Clause, Column, Field, FieldInput, Figure, Heading, Inline, Item, List, ListKind,
    Signature, Table,
};

/// Writes blocks in reading order and keeps count of the headings that it passes.
pub(super) struct Writer<'a, 'd> {
    outline: &'a mut Outline<'d>,
    out: &'a mut String,
    passed: usize,
    signed: usize,
    asked: usize,
}

impl<'a, 'd> Writer<'a, 'd> {
    pub fn new(outline: &'a mut Outline<'d>, out: &'a mut String) -> Self {
        Writer { outline, out, passed: 0, signed: 0, asked: 0 }
    }

    pub fn document(&mut self, body: &[Block]) {
        self.blocks(body);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content } => self.element("p", "", content),
            Block::List(list) => self.list(list),
            Block::Clauses { clauses } => self.clauses(clauses),
            Block::Table(table) => self.table(table),
            Block::Aside { kind, content } => self.aside(*kind, content),
            Block::Signatures { signatures } => self.signatures(signatures),
            Block::Figure(figure) => self.figure(figure),
            Block::Form { fields } => fields.iter().for_each(|field| self.form_field(field)),
            Block::WritingSpace { lines } => self.writing_space(*lines),
            Block::PageBreak => self.out.push_str("<div class=\"nieuwe-pagina\"></div>\n"),
        }
    }

    fn element(&mut self, name: &str, attributes: &str, content: &[Inline]) {
        append(self.out, &["<", name, attributes, ">"]);
        inline(content, self.outline, self.out);
        append(self.out, &["</", name, ">\n"]);
    }

    fn heading(&mut self, heading: &Heading) {
        let Some(entry) = self.outline.entries.get(self.passed) else { return };
        let level = entry.level;
        self.out.push_str(&format!("<h{level} id=\"{}\">", escaped(&entry.id)));
        self.passed += 1;
        if let Some(number) = &heading.number {
            article_number(number, self.out);
        }
        inline(&heading.content, self.outline, self.out);
        self.out.push_str(&format!("</h{level}>\n"));
    }

    /// The id of the heading that the writer is below, for what needs a name but has none of its own.
    fn section_id(&self) -> String {
        let last = self.passed.checked_sub(1).and_then(|index| self.outline.entries.get(index));
        escaped(last.map_or(&self.outline.title_id, |entry| &entry.id))
    }

    fn list(&mut self, list: &List) {
        let (open, close) = match list.kind {
            ListKind::Bullet => ("<ul>", "</ul>"),
            ListKind::Ordered => ("<ol>", "</ol>"),
            ListKind::Lettered => ("<ol type=\"a\">", "</ol>"),
            // Without its bullets a list is no list to some screen readers, unless it says so.
            ListKind::Checklist => ("<ul class=\"vakjes\" role=\"list\">", "</ul>"),
        };
        self.out.push_str(&format!("{open}\n"));
        for item in &list.items {
            self.item(item);
        }
        self.out.push_str(&format!("{close}\n"));
    }

    /// An item of one paragraph is written without it, as people write lists.
    fn item(&mut self, item: &Item) {
        self.out.push_str("<li>");
        match item.content.as_slice() {
            [Block::Paragraph { content }, rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
                inline(content, self.outline, self.out);
                if !rest.is_empty() {
                    self.out.push('\n');
                }
                self.blocks(rest);
            }
            blocks => self.blocks(blocks),
        }
        self.out.push_str("</li>\n");
    }

    /// The number of a clause is text: it goes along when someone copies it, and is read aloud.
    fn clauses(&mut self, clauses: &[Clause]) {
        self.out.push_str("<ol class=\"leden\" role=\"list\">\n");
        for clause in clauses {
            self.out.push_str(&format!(
                "<li><span class=\"nummer\">{}.{}</span> <div class=\"lid\">\n",
                clause.article, clause.number
            ));
            self.blocks(&clause.content);
            self.out.push_str("</div></li>\n");
        }
        self.out.push_str("</ol>\n");
    }

    /// A table can be wider than a phone: it scrolls in a box of its own, which the keyboard can reach.
    fn table(&mut self, table: &Table) {
        self.out.push_str(&format!(
            "<div class=\"tabel\" role=\"group\" aria-labelledby=\"{}\" tabindex=\"0\">\n<table>\n",
            self.section_id()
        ));
        column_widths(&table.columns, self.out);
        if table.header.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead>\n<tr>\n");
            for (index, cell) in table.header.iter().enumerate() {
                let attributes = alignment(&table.columns, index);
                // A heading without words heads nothing.
                match cell.is_empty() {
                    true => self.element("td", &attributes, cell),
                    false => self.element("th", &format!(" scope=\"col\"{attributes}"), cell),
                }
            }
            self.out.push_str("</tr>\n</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for (row, role) in table.rows.iter().zip(row_roles(&table.rows)) {
            self.row(table, row, role);
        }
        self.out.push_str("</tbody>\n</table>\n</div>\n");
    }

    fn row(&mut self, table: &Table, row: &[Vec<Inline>], role: RowRole) {
        self.out.push_str(if role == RowRole::Writing { "<tr class=\"schrijfrij\">\n" } else { "<tr>\n" });
        for (index, cell) in row.iter().enumerate() {
            let attributes = alignment(&table.columns, index);
            match index == 0 && table.row_headers && !cell.is_empty() {
                true => self.element("th", &format!(" scope=\"row\"{attributes}"), cell),
                false => self.element("td", &attributes, cell),
            }
        }
        self.out.push_str("</tr>\n");
    }

    /// A note and not an `<aside>`: that would be a landmark, and a page full of landmarks has none.
    fn aside(&mut self, kind: AsideKind, content: &[Block]) {
        let class = match kind {
            AsideKind::Source => "bron",
            AsideKind::Addition => "toevoeging",
            AsideKind::Attention => "let-op",
        };
        self.out.push_str(&format!("<div class=\"{class}\" role=\"note\">\n"));
        self.blocks(content);
        self.out.push_str("</div>\n");
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        self.out.push_str("<div class=\"handtekeningen\">\n");
        for signature in signatures {
            self.signed += 1;
            let id = self.outline.fresh(&format!("partij-{}", self.signed));
            self.out.push_str(&format!("<div class=\"handtekening\" role=\"group\" aria-labelledby=\"{id}\">\n"));
            self.element("p", &format!(" class=\"partij\" id=\"{id}\""), &signature.party);
            self.out.push_str("<dl>\n");
            self.field(words::NAME, &signature.name);
            self.field(words::ROLE, &signature.role);
            self.field(words::PLACE, &signature.place);
            self.field(words::DATE, &signature.date);
            self.field(words::SIGNATURE, &[]);
            self.out.push_str("</dl>\n</div>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn field(&mut self, label: &str, value: &[Inline]) {
        let class = match (label == words::SIGNATURE, value.is_empty()) {
            (true, _) => " class=\"krabbel\"",
            (false, true) => " class=\"lijn\"",
            (false, false) => "",
        };
        self.out.push_str(&format!("<div{class}><dt>"));
        escape(label, self.out);
        self.out.push_str("</dt> ");
        self.out.push_str("<dd>");
        inline(value, self.outline, self.out);
        self.out.push_str("</dd></div>\n");
    }

    /// As large as in print, in the measure of the text around it, and smaller where there is no room.
    fn figure(&mut self, figure: &Figure) {
        let (width, _) = figure.drawing.size();
        let width = svg::number(width / f64::from(theme::BODY_SIZE));
        let label = format!("{} style=\"width: {width}rem\"", label(&figure.alternative));
        self.out.push_str("<figure>\n");
        self.out.push_str(&svg::element(&figure.drawing, &label));
        self.out.push('\n');
        if !figure.caption.is_empty() {
            self.element("figcaption", "", &figure.caption);
        }
        self.out.push_str("</figure>\n");
    }

    /// No `<form>` around it and no names: there is nothing that a browser could send or would keep.
    fn form_field(&mut self, field: &Field) {
        self.asked += 1;
        let id = self.outline.fresh(&format!("veld-{}", self.asked));
        let label = escaped(&field.label);
        match &field.input {
            FieldInput::Lines(lines) => {
                self.out.push_str(&format!("<div class=\"invulveld\"><label for=\"{id}\">{label}</label> "));
                self.out.push_str(&match lines {
                    0 | 1 => format!("<input id=\"{id}\" type=\"text\" autocomplete=\"off\">"),
                    more => format!(
                        "<textarea id=\"{id}\" rows=\"{more}\" placeholder=\" \" autocomplete=\"off\"></textarea>"
                    ),
                });
                self.out.push_str("</div>\n");
            }
            FieldInput::Choices(choices) => {
                self.out.push_str(&format!(
                    "<div class=\"invulveld\" role=\"group\" aria-labelledby=\"{id}\"><span id=\"{id}\">{label}</span> <div>\n"
                ));
                for choice in choices {
                    let choice = escaped(choice);
                    self.out.push_str(&format!("<label><input type=\"checkbox\"> {choice}</label>\n"));
                }
                self.out.push_str("</div></div>\n");
            }
        }
    }

    fn writing_space(&mut self, lines: u8) {
        self.out.push_str("<div class=\"schrijfruimte\" aria-hidden=\"true\">\n");
        self.out.push_str(&"<div></div>\n".repeat(usize::from(lines)));
        self.out.push_str("</div>\n");
    }
}

fn column_widths(columns: &[Column], out: &mut String) {
    let total: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
    out.push_str("<colgroup>\n");
    for column in columns {
        let share = u64::from(column.width) * 1000 / u64::from(total.max(1));
        out.push_str(&format!("<col style=\"width: {}.{}%\">\n", share / 10, share % 10));
    }
    out.push_str("</colgroup>\n");
}

fn alignment(columns: &[Column], index: usize) -> String {
    match columns.get(index).map_or(Align::Left, |column| column.align) {
        Align::Left => String::new(),
        Align::Center => " class=\"midden\"".to_owned(),
        Align::Right => " class=\"rechts\"".to_owned(),
    }
}
