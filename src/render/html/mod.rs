//! HTML: one file with its style in it, for screen, phone and print.

mod block;
mod inline;
mod outline;
mod style;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use self::block::Writer;
use self::inline::{escape, inline_in_link};
use self::outline::{Entry, Outline};
use super::{literal, svg, words};
use crate::drawing::Drawing;
use crate::tree::{ArticleNumber, DRAFT, Document, Face, LANGUAGE, Layout, Logo, LogoKind, Meta};

/// The style sheet of a document, for a page that is no document but looks like one.
pub fn style(meta: &Meta) -> String {
    style::sheet(meta)
}

/// The families of letters of a typeface, for a page with a style sheet of its own.
pub fn fonts(face: Face) -> &'static str {
    style::fonts(face)
}

/// The logo as an element that stands above the title.
pub fn logo(logo: &Logo) -> String {
    picture(logo, "logo")
}

/// A drawing as an element that is as large as the style sheet has it, with the colours of [`style`].
pub fn drawing(drawing: &Drawing, alternative: &str) -> String {
    svg::element(drawing, &label(alternative))
}

/// What a picture says to who does not see it, as attributes.
fn label(alternative: &str) -> String {
    format!(" role=\"img\" aria-label=\"{}\"", escaped(alternative))
}

/// The whole page. It needs no other file and runs nothing.
pub fn render(document: &Document) -> String {
    let mut outline = Outline::of(document);
    let mut body = String::new();
    Writer::new(&mut outline, &mut body).document(&document.body);

    let mut page = head(&document.meta);
    page.push_str(&header(&document.meta, &outline.title_id));
    if document.meta.contents {
        contents(&outline, &mut page);
    }
    page.push_str("<main>\n");
    page.push_str(&body);
    if let (Some(logo), Layout::Poster(_)) = (&document.meta.theme.logo, document.meta.layout) {
        page.push_str(&picture(logo, "logo-voet"));
    }
    page.push_str("</main>\n");
    page.push_str(&footer(&document.meta));
    page.push_str("</div>\n</body>\n</html>\n");
    page
}

fn head(meta: &Meta) -> String {
    let mut author = String::new();
    if !meta.author.trim().is_empty() {
        author = format!("<meta name=\"author\" content=\"{}\">\n", escaped(&meta.author));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{LANGUAGE}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n{author}<style>\n{style}</style>\n</head>\n",
        title = escaped(&meta.title),
        style = style::sheet(meta),
    )
}

fn header(meta: &Meta, title_id: &str) -> String {
    let mut header = String::new();
    let poster = matches!(meta.layout, Layout::Poster(_));
    header.push_str(match (meta.draft, poster) {
        (true, false) => "<body class=\"concept\">\n",
        (true, true) => "<body class=\"concept poster\">\n",
        (false, true) => "<body class=\"poster\">\n",
        (false, false) => "<body>\n",
    });
    header.push_str("<div class=\"blad\">\n<header>\n");
    if let (Some(logo), false) = (&meta.theme.logo, poster) {
        header.push_str(&self::logo(logo));
    }
    if meta.draft {
        header.push_str(&format!("<p class=\"merk\">{DRAFT}</p>\n"));
    }
    header.push_str(&format!("<h1 id=\"{title_id}\">{}</h1>\n", escaped(&meta.title)));
    if !meta.subtitle.trim().is_empty() {
        header.push_str(&format!("<p class=\"ondertitel\">{}</p>\n", escaped(&meta.subtitle)));
    }
    header.push_str("</header>\n");
    header
}

/// The logo inside the page itself. As a picture it runs nothing, whatever is in it.
fn picture(logo: &Logo, class: &str) -> String {
    let kind = match logo.kind {
        LogoKind::Png => "png",
        LogoKind::Svg => "svg+xml",
    };
    let data = STANDARD.encode(&logo.bytes);
    let alternative = escaped(&logo.alternative);
    format!("<img class=\"{class}\" src=\"data:image/{kind};base64,{data}\" alt=\"{alternative}\">\n")
}

fn footer(meta: &Meta) -> String {
    let parts: Vec<String> =
        [&meta.title, &meta.author].into_iter().map(|part| escaped(part)).filter(|part| !part.is_empty()).collect();
    format!("<footer>\n<p>{}</p>\n</footer>\n", parts.join(" · "))
}

fn contents(outline: &Outline<'_>, out: &mut String) {
    let entries: Vec<&Entry<'_>> = outline.contents().collect();
    if entries.is_empty() {
        return;
    }
    let id = &outline.contents_id;
    out.push_str(&format!("<nav aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", words::CONTENTS));
    contents_level(&entries, outline, out);
    out.push_str("</nav>\n");
}

/// A list of the entries that share the first one's level, each with its lower ones in a list below it.
fn contents_level(entries: &[&Entry<'_>], outline: &Outline<'_>, out: &mut String) {
    let mut rest = entries;
    out.push_str("<ul role=\"list\">\n");
    while let [first, after @ ..] = rest {
        let lower = after.iter().take_while(|entry| entry.level > first.level).count();
        let (children, next) = after.split_at(lower);
        out.push_str(&format!("<li><a href=\"#{}\">", escaped(&first.id)));
        if let Some(number) = &first.heading.number {
            article_number(number, out);
        }
        inline_in_link(&first.heading.content, outline, out);
        out.push_str("</a>");
        if !children.is_empty() {
            out.push('\n');
            contents_level(children, outline, out);
        }
        out.push_str("</li>\n");
        rest = next;
    }
    out.push_str("</ul>\n");
}

/// "Artikel 5 ", to stand before the words of its heading.
fn article_number(number: &ArticleNumber, out: &mut String) {
    out.push_str("<span class=\"artikel\">");
    escape(&number.label, out);
    out.push_str(&format!(" {}</span> ", number.number));
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&literal::folded(text), &mut out);
    out
}
