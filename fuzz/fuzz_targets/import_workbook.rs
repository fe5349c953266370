//! Hands the bytes of libFuzzer to `wep_fuzz::import_workbook`.

#![no_main]

libfuzzer_sys::fuzz_target!(init: wep_fuzz::let_wep_catch(), |data: &[u8]| wep_fuzz::import_workbook(data));
