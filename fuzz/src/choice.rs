//! Choices and texts out of the bytes of the fuzzer. When they are used up, every choice is the first one.

use arbitrary::Unstructured;

/// Texts that are markup, a formula, an end of something or a trap somewhere.
const HOSTILE: [&str; 24] = [
    "a | b",
    "*nadruk* _onder_ **vet** ~~door~~",
    "# geen kop",
    "<b>x</b> <script>alert(1)</script> &amp; <!-- x -->",
    "{{x}} {{{y}}} {{#if z}}",
    "$x$ #let x = 1; @ref ~ `code`",
    "=SUM(A1) +1 -1 @cmd",
    "\\ \" ' \\n \\* %",
    "[tekst](https://kwaad.example) ![x](y) [^1]",
    "1. een - twee + drie",
    "::: let-op",
    "😀 emoji 👩‍👩‍👧 e\u{301}",
    "שלום \u{202e}om\u{2066}",
    "]]> <?xml ?> w:p _x0041_",
    "http://voorbeeld.example/a_b?c=d&e=f#g",
    "a\u{0}b\u{1b}[31m\u{7}c\r\nd\u{fffe}\u{fdd0}\u{85}\u{2028}e",
    "\";} </style><svg/onload=alert(1)>",
    "'t 's-Hertogenbosch, ’t 5–10 %",
    "END:VEVENT\r\nBEGIN:VEVENT",
    "\t  spaties  \u{a0} ",
    "```\n~~~\n---\n===",
    "- [ ] vak\n> aanhaling\n    code",
    "javascript:alert(1)",
    "\u{ad}\u{200b}\u{feff}\u{2060}",
];
const PLAIN: [&str; 8] =
    ["", "a", "Stichting Welzijn Veldrijk", "De Hoven", "12", "één", "2027-01-11", "naam@voorbeeld.example"];

pub struct Choice<'a>(Unstructured<'a>);

impl<'a> Choice<'a> {
    pub fn new(data: &'a [u8]) -> Choice<'a> {
        Choice(Unstructured::new(data))
    }

    /// A number below `end`, which is at most 256.
    pub fn below(&mut self, end: usize) -> usize {
        self.byte() as usize % end
    }

    pub fn byte(&mut self) -> u8 {
        self.0.arbitrary().unwrap_or_default()
    }

    pub fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    pub fn number(&mut self) -> i64 {
        match self.below(4) {
            0 => self.byte().into(),
            1 => self.0.arbitrary().unwrap_or_default(),
            2 => i64::from(self.0.arbitrary::<i16>().unwrap_or_default()),
            _ => self.of(&[0, -1, i64::MAX, i64::MIN, 1 << 53, 100, -12_345]),
        }
    }

    pub fn fraction(&mut self) -> f64 {
        match self.below(4) {
            0 => f64::from(self.byte()),
            1 => f64::from_bits(self.0.arbitrary().unwrap_or_default()),
            2 => f64::from(self.0.arbitrary::<i16>().unwrap_or_default()) / 16.0,
            _ => self.of(&[0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, 400.0]),
        }
    }

    /// A text: plain, hostile, out of the bytes, or some of these behind each other.
    pub fn text(&mut self) -> String {
        match self.below(5) {
            0 => self.of(&PLAIN).to_owned(),
            1 => self.of(&HOSTILE).to_owned(),
            2 | 3 => {
                let length = self.below(40).min(self.0.len());
                String::from_utf8_lossy(self.0.bytes(length).unwrap_or_default()).into_owned()
            }
            _ if self.is_used_up() => String::new(),
            _ => [self.text(), self.of(&[" ", "", "\n", "-"]).to_owned(), self.text()].concat(),
        }
    }

    pub fn is_used_up(&self) -> bool {
        self.0.is_empty()
    }

    /// All bytes that are left.
    pub fn rest(self) -> &'a [u8] {
        self.0.take_rest()
    }
}

/// The bytes in pieces, parted by a byte that stands in no UTF-8.
pub fn pieces(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0xff)
}
