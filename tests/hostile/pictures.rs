//! Logos as PNG: few bytes that ask for much room, and bytes that are not what they say.

use std::io::Write;

use super::{case, survive_calls};

const CALLS: [&[&str]; 2] = [&["controleer"], &["begrippen", "--formaat", "docx,pdf"]];

/// A picture with a header that says how large it is, and this as its points.
fn png(side: u32, points: &[u8], crc: impl Fn(u32) -> u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], content: &[u8]| {
        let whole = [&kind[..], content].concat();
        file.extend((content.len() as u32).to_be_bytes());
        file.extend(&whole);
        file.extend(crc(sum(&whole)).to_be_bytes());
    };
    let size = side.to_be_bytes();
    chunk(b"IHDR", &[&size[..], &size, &[8, 6, 0, 0, 0]].concat());
    chunk(b"IDAT", points);
    chunk(b"IEND", b"");
    file
}

/// The checksum of PNG.
fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// So many NUL bytes, in the wrapping that PNG has.
fn nothing(count: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("x", options).unwrap();
    for _ in 0..count / 1_000_000 {
        zip.write_all(&vec![0; 1_000_000]).unwrap();
    }
    zip.write_all(&vec![0; count % 1_000_000]).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let (start, length) = {
        let entry = archive.by_index(0).unwrap();
        (entry.data_start().unwrap() as usize, entry.compressed_size() as usize)
    };
    let (mut low, mut high) = (1_u64, 0_u64);
    for _ in 0..count {
        high = (high + low) % 65_521;
    }
    low %= 65_521;
    let adler = ((high << 16) | low) as u32;
    [&[0x78, 0x9C][..], &bytes[start..start + length], &adler.to_be_bytes()].concat()
}

#[test]
fn a_picture_that_is_large_or_broken_is_no_logo() {
    const HELD: &str = "de documenten krijgen geen logo";
    let with = |name, code, says, bytes: Vec<u8>| {
        case(name, code, says, move |ground| {
            ground.put("logo.png", &bytes);
            ground.replace("wep.yaml", "logo: logo.svg", "logo: logo.png");
        })
    };
    let right = |sum| sum;
    survive_calls(
        &[
            with("60,000 by 60,000 points", 0, HELD, png(60_000, &nothing(1_000), right)),
            with("4,000 by 4,000 points in few bytes", 0, "", png(4_000, &nothing(4_000 * (4 * 4_000 + 1)), right)),
            with("more points than it says", 0, "", png(10, &nothing(50_000_000), right)),
            with("fewer points than it says", 0, HELD, png(4_000, &nothing(100), right)),
            with("a checksum that is wrong", 0, HELD, png(10, &nothing(10 * 41), |sum| !sum)),
            with("no points", 0, HELD, png(0, &nothing(1), right)),
            with("nothing behind the sign", 0, HELD, b"\x89PNG\r\n\x1a\n".to_vec()),
            with(
                "random bytes behind the sign",
                0,
                HELD,
                [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0xA5; 100_000]].concat(),
            ),
        ],
        &CALLS,
    );
}
