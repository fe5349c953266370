//! The package: which parts a DOCX file has, how they hang together, and the zip around them.

use std::sync::Arc;

use zip::result::ZipResult;

use super::xml::Element;
use crate::archive::{Archive, Packed};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const APP_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// A part under `word/`, such as `styles`.
pub struct Part {
    pub name: &'static str,
    /// Its kind, in the content type and in the relation.
    pub kind: &'static str,
    pub content: Content,
}

/// What is in a part.
pub enum Content {
    /// Of this document alone.
    Own(Element),
    /// The whole part, as other documents have it too.
    Shared(Arc<Packed>),
}

impl Part {
    pub fn own(name: &'static str, kind: &'static str, content: Element) -> Part {
        Part { name, kind, content: Content::Own(content) }
    }

    /// Of what [`Part::packed`] made, with the same name.
    pub fn shared(name: &'static str, kind: &'static str, content: Arc<Packed>) -> Part {
        Part { name, kind, content: Content::Shared(content) }
    }

    /// The content of a part that more documents have.
    pub fn packed(name: &str, content: Element) -> Arc<Packed> {
        Arc::new(Packed::of(&Part::path(name), &content.into_part()).expect("a zip archive in memory"))
    }

    /// Where it is in the file.
    fn path(name: &str) -> String {
        format!("word/{name}.xml")
    }

    fn content_type(&self) -> String {
        // The theme is the one part that Word shares with other programs.
        if self.kind == "theme" { THEME_TYPE.to_owned() } else { format!("{WORD_TYPE}.{}+xml", self.kind) }
    }
}

/// A file under `word/media/`: a PNG or an SVG, as its name ends.
pub struct Media {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Everything that goes into one file.
pub struct Package {
    pub document: Element,
    /// The id of each relation is `rIdPart1`, `rIdPart2` and so on.
    pub parts: Vec<Part>,
    /// Pictures; the id of each relation is [`media_id`].
    pub media: Vec<Media>,
    /// Addresses outside; the id of each relation is [`link_id`].
    pub links: Vec<String>,
    pub core: Element,
    pub app: Element,
}

/// Declares the namespaces of WordprocessingML on the root of a part.
pub fn with_namespaces(root: Element) -> Element {
    // Word of before 2010 passes by what it does not know, such as a box to tick.
    root.attr("xmlns:w", MAIN)
        .attr("xmlns:r", RELATIONS)
        .attr("xmlns:mc", COMPATIBILITY)
        .attr("xmlns:w14", WORD_2010)
        .attr("mc:Ignorable", "w14")
}

/// The id of the relation to a part, by its place in [`Package::parts`].
pub fn part_id(index: usize) -> String {
    format!("rIdPart{}", index + 1)
}

/// The id of the relation to a picture, by its place in [`Package::media`].
pub fn media_id(index: usize) -> String {
    format!("rIdMedia{}", index + 1)
}

/// The id of the relation to an outside address, by its place in [`Package::links`].
pub fn link_id(index: usize) -> String {
    format!("rIdLink{}", index + 1)
}

impl Package {
    pub fn into_bytes(self) -> ZipResult<Vec<u8>> {
        let (types, relations) = (self.content_types(), self.document_relations());
        let mut archive = Archive::default();
        // Content types come first: some readers recognise the file by it.
        add(&mut archive, "[Content_Types].xml", types)?;
        add(&mut archive, "_rels/.rels", package_relations())?;
        add(&mut archive, "docProps/core.xml", self.core)?;
        add(&mut archive, "docProps/app.xml", self.app)?;
        add(&mut archive, "word/document.xml", self.document)?;
        add(&mut archive, "word/_rels/document.xml.rels", relations)?;
        for part in self.parts {
            match part.content {
                Content::Own(content) => add(&mut archive, &Part::path(part.name), content)?,
                Content::Shared(content) => archive.add_packed(&content)?,
            }
        }
        for media in self.media {
            archive.add(&format!("word/media/{}", media.name), &media.bytes)?;
        }
        archive.finish()
    }

    fn content_types(&self) -> Element {
        let default = |extension: &str, kind: &str| {
            Element::new("Default").attr("Extension", extension).attr("ContentType", kind)
        };
        let mut types = Element::new("Types")
            .attr("xmlns", format!("{PACKAGE}/content-types"))
            .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
            .child(default("xml", "application/xml"))
            .children((!self.media.is_empty()).then(|| default("png", "image/png")))
            .children((!self.media.is_empty()).then(|| default("svg", "image/svg+xml")))
            .child(typed("/docProps/core.xml", CORE_TYPE))
            .child(typed("/docProps/app.xml", APP_TYPE))
            .child(typed("/word/document.xml", &format!("{WORD_TYPE}.document.main+xml")));
        for part in &self.parts {
            types.push(typed(&format!("/word/{}.xml", part.name), &part.content_type()));
        }
        types
    }

    fn document_relations(&self) -> Element {
        let mut relations = relations();
        for (index, part) in self.parts.iter().enumerate() {
            let kind = format!("{RELATIONS}/{}", part.kind);
            relations.push(relation(&part_id(index), &kind, &format!("{}.xml", part.name)));
        }
        for (index, media) in self.media.iter().enumerate() {
            let kind = format!("{RELATIONS}/image");
            relations.push(relation(&media_id(index), &kind, &format!("media/{}", media.name)));
        }
        for (index, address) in self.links.iter().enumerate() {
            let link = relation(&link_id(index), &format!("{RELATIONS}/hyperlink"), address);
            relations.push(link.attr("TargetMode", "External"));
        }
        relations
    }
}

fn package_relations() -> Element {
    relations()
        .child(relation("rId1", &format!("{RELATIONS}/officeDocument"), "word/document.xml"))
        .child(relation("rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"))
        .child(relation("rId3", &format!("{RELATIONS}/extended-properties"), "docProps/app.xml"))
}

fn relations() -> Element {
    Element::new("Relationships").attr("xmlns", format!("{PACKAGE}/relationships"))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship").attr("Id", id).attr("Type", kind).attr("Target", target)
}

fn typed(part: &str, kind: &str) -> Element {
    Element::new("Override").attr("PartName", part).attr("ContentType", kind)
}

fn add(archive: &mut Archive, name: &str, content: Element) -> ZipResult<()> {
    archive.add(name, &content.into_part())
}
