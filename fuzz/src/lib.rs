//! The bodies of the fuzz targets: hostile input in, properties asserted.
//!
//! They stand here once. `fuzz_targets/` hands them to libFuzzer; `tests/fuzz/` takes in this same file for `cargo test`.

#![forbid(unsafe_code)]

pub mod choice;
mod document;
mod edit;
mod ics;
mod import;
mod inert;
mod load;
mod logo;
mod merge;
pub mod part;
mod privacy;
mod render;
mod template;
mod tree;

pub use document::document;
pub use edit::edit;
pub use ics::ics;
pub use import::{import_csv, import_workbook};
pub use load::load;
pub use logo::logo;
pub use merge::merge;
pub use privacy::privacy;
#[cfg(feature = "pdf")]
pub use render::render_pdf;
pub use render::{render_docx, render_html, render_markdown, render_text, render_xlsx};
pub use template::{markdown, template};

/// A panic that wep catches itself is no find: libFuzzer would end the run before wep can. Only for libFuzzer: the hook is
/// that of the whole process.
#[cfg_attr(test, allow(dead_code))]
pub fn let_wep_catch() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |fault| {
        if !wep::guarded::is_guarded() {
            usual(fault);
        }
    }));
}

/// What a target does with the bytes of the fuzzer: it panics where a property does not hold.
pub type Body = fn(&[u8]);

/// Every target by its name, which is also that of its binary and of the folder of its corpus.
pub const TARGETS: &[(&str, Body)] = &[
    ("document", document),
    ("edit", edit),
    ("ics", ics),
    ("import_csv", import_csv),
    ("import_workbook", import_workbook),
    ("load", load),
    ("logo", logo),
    ("markdown", markdown),
    ("merge", merge),
    ("privacy", privacy),
    ("render_docx", render_docx),
    ("render_html", render_html),
    ("render_markdown", render_markdown),
    #[cfg(feature = "pdf")]
    ("render_pdf", render_pdf),
    ("render_text", render_text),
    ("render_xlsx", render_xlsx),
    ("template", template),
];
