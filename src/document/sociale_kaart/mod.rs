//! The sociale kaart of the partnership (handbook §3.2).

mod web;

pub use web::web;
