//! The pdf renderer, read back.

use wep::render::pdf::{Pdf, render};
use wep::tree::*;

use super::sample;

#[test]
fn smoke() {
    let t = std::time::Instant::now();
    let pdf = render(&sample::everything()).unwrap_or_else(|e| panic!("{e}"));
    println!("{:?}", t.elapsed());
    std::fs::write("/tmp/pdfvenv/x.pdf", &pdf.bytes).unwrap();
    println!("{}", pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap());
    let mut d = sample::everything();
    let body = sample::hostile().into_iter().flat_map(|d| d.body).collect::<Vec<_>>();
    d.body = body;
    d.meta.title = sample::HOSTILE.join(" ");
    d.body.push(sample::paragraph(&format!("{} een 漢字 fout a\u{5b0} en e\u{301} q\u{303} \u{302e}b \u{3164} mix 🇳🇱 1️⃣ ❤️ ☎️ 👍🏽 ☐ ✓ → ⇒ \u{202e}abc\u{202c} x\u{ad}y Ĳ ﬁ", "漢".repeat(300))));
    d.body.push(sample::paragraph(&"NaamVan".repeat(50)));
    d.body.push(sample::paragraph(&"coordinator@welzijn-veldrijk.nl ".repeat(20)));
    d.body.push(sample::paragraph(&"De samenwerkingsovereenkomst tussen de gemeente en de geestelijke gezondheidszorgorganisaties in de woningbouwcorporatie ".repeat(8)));
    let t = std::time::Instant::now();
    let pdf = render(&d).unwrap_or_else(|e| panic!("{e}"));
    println!("{:?} {:?}", t.elapsed(), pdf.missing_glyphs);
    std::fs::write("/tmp/pdfvenv/h.pdf", &pdf.bytes).unwrap();
    println!("{}", pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap());
}
