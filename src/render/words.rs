//! The few Dutch words that renderers add themselves, in one place so that every format says the same.

pub const CONTENTS: &str = "Inhoud";
pub const NAME: &str = "Naam";
pub const ROLE: &str = "Functie";
pub const PLACE: &str = "Plaats";
pub const DATE: &str = "Datum";
/// Before what a drawing shows, where the drawing itself cannot be shown.
pub const DRAWING: &str = "Tekening";
pub const SIGNATURE: &str = "Handtekening";
/// Before the page number, and between it and the number of pages.
pub const PAGE: &str = "pagina";
pub const OF: &str = "van";
