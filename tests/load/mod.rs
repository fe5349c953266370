//! From files to model and findings.
