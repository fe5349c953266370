//! The few Dutch words that renderers add themselves, in one place so that every format says the same.

pub const CONTENTS: &str = "Inhoud";
pub const NAME: &str = "Naam";
pub const ROLE: &str = "Functie";
pub const PLACE: &str = "Plaats";
pub const DATE: &str = "Datum";
/// Before what a drawing shows, where the drawing itself cannot be shown.
pub const DRAWING: &str = "Tekening";
/// What a logo is called that nothing is said of.
pub const LOGO: &str = "Logo";
/// Before the number of a drawing, where they are counted.
pub const FIGURE: &str = "Figuur";
/// How a table is built, for who does not see it: before the names of its columns, and of one without such names.
pub const COLUMNS: &str = "Tabel met de kolommen:";
pub const ROW_HEADS: &str = "Tabel. Links staat waar elke rij over gaat.";
pub const FORM: &str = "Formulier. Links staat wat u kunt invullen, rechts is er ruimte voor.";
pub const WRITING_SPACE: &str = "Lege regels om op te schrijven.";
pub const SIGNATURES: &str = "Ruimte om te ondertekenen, voor elke partij apart.";
/// Before the word that stands large and pale behind the text.
pub const WATERMARK: &str = "Watermerk:";
pub const SIGNATURE: &str = "Handtekening";
/// Before the page number, and between it and the number of pages.
pub const PAGE: &str = "pagina";
pub const OF: &str = "van";
