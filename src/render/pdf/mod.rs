//! PDF: typst as a library, tagged, PDF/UA-1, with embedded fonts and no access to disk, network or clock.
