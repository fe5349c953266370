//! Hands the bytes of libFuzzer to `wep_fuzz::render_html`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wep_fuzz::render_html(data));
