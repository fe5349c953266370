//! From files to model and findings.

mod fixtures;
mod folder;
mod hostile;
mod positions;
mod roundtrip;
