//! Everything of one gemeente: composed and rendered in parallel, written meanwhile, and told in a fixed order.

use std::path::Path;

use rayon::prelude::*;
use wep::check::Level;
use wep::compose::ComposeError;
use wep::document::{EigenStuk, FEEDS, KINDS, Kind};
use wep::export::index::Listed;
use wep::export::{self, Form, index, status};
use wep::model::file;
use wep::progress::{self, Advies, Tussenstand};
use wep::write::Output;

use super::account::Account;
use super::contents::Contents;
use super::desk::{Accepted, Desk};
use crate::cli::WriteOptions;
use crate::command::gemeente::{self, Gemeente};
use crate::command::making;
use crate::command::making::bar::Bar;
use crate::command::making::files::{self, Composed, Made};
use crate::command::making::share;
use crate::command::organisatie::EXPORT;
use crate::exit::{Exit, Failure};
use crate::screen::Screen;

/// When so many files are still to come, the others go to the disk, which then has little to do once all is made.
const LAST: usize = 24;

/// Makes everything that can be made of the gemeente in this folder; what cannot is in the account.
pub fn make(folder: &Path, options: &WriteOptions, bar: &Bar, screen: Screen) -> Account {
    let gemeente = match gemeente::at(folder.to_path_buf(), screen) {
        Ok(gemeente) => gemeente,
        Err(failure) => {
            bar.expect(KINDS.len(), 0);
            return Account::of_failure(folder, failure);
        }
    };
    let output = making::output(&gemeente, options.output.as_deref());
    let mut account = Account::new(folder, output.folder(), &gemeente);
    let about_participant = gemeente.about_participant();
    let refused = about_participant.is_some() || has_errors(&gemeente, &[file::WEP]);
    about_participant.into_iter().for_each(|failure| account.failed(failure));
    if refused {
        // Where the documents go, and who they are of, stands in that file; and of a participant nothing is read.
        bar.expect(KINDS.len(), 0);
        account.blocked(&gemeente, KINDS.iter().map(|kind| kind.slug.to_owned()));
        return account;
    }
    let stand = progress::stand(&gemeente.project, &gemeente.findings);
    let advies = progress::volgende(&gemeente.project, &stand);
    let mut composed = Vec::new();
    let make = |output: &Output, desk: &Desk, account: &mut Account| {
        let papers = || {
            let mut made;
            (made, composed) = documents(&gemeente, options, output, desk, bar, account);
            made.extend(calendars(&gemeente, output, desk, account));
            made
        };
        let (mut made, pages) = rayon::join(papers, || pages(&gemeente, output, desk, &stand, advies.as_ref()));
        made.extend(pages);
        made
    };
    let mut contents = Contents::new(output, options, account, screen);
    contents.fill(make, |listed| overview(&gemeente, &stand, advies.as_ref(), listed));
    let account = contents.finish();
    later((gemeente, composed));
    account
}

/// To take down what is large takes a while, and nobody waits for it.
fn later(large: impl Send + 'static) {
    rayon::spawn(move || drop(large));
}

/// Has an error in one of these files, so that nothing is made of them.
fn has_errors(gemeente: &Gemeente, files: &[&str]) -> bool {
    gemeente.findings.iter().any(|finding| finding.level() == Level::Error && files.contains(&finding.file))
}

/// The files of all documents, in the order of the kinds, and what was composed for them.
fn documents(
    gemeente: &Gemeente,
    options: &WriteOptions,
    output: &Output,
    desk: &Desk,
    bar: &Bar,
    account: &mut Account,
) -> (Vec<Result<Accepted, Failure>>, Vec<Composed>) {
    let project = &gemeente.project;
    let formats = files::formats(project, options);
    let (blocked, kinds): (Vec<&'static Kind>, Vec<&'static Kind>) =
        KINDS.iter().partition(|kind| making::is_blocked(gemeente, kind.files, kind.slug));
    account.blocked(gemeente, blocked.iter().map(|kind| kind.slug.to_owned()));
    let mut composed: Vec<Result<Vec<Composed>, ComposeError>> =
        kinds.par_iter().map(|kind| files::compose(kind, project, "")).collect();
    composed.extend(own_documents(gemeente, account));
    bar.expect(KINDS.len(), composed.iter().flatten().map(Vec::len).sum());
    let (mut ready, mut wrong) = (Vec::new(), Vec::new());
    for one in composed {
        match one {
            Ok(documents) => ready.extend(documents),
            Err(error) => wrong.push(Err(making::template_failure(&error))),
        }
    }
    let accept = |made, coming| {
        let accepted = desk.accept(made);
        if coming == LAST {
            desk.flush();
        }
        accepted
    };
    let mut made = share::files(&ready, project, &formats, output, |_| {}, || bar.document(), accept);
    made.extend(wrong);
    (made, ready)
}

/// What the gemeente makes with templates of its own.
fn own_documents(gemeente: &Gemeente, account: &mut Account) -> Vec<Result<Vec<Composed>, ComposeError>> {
    let mut composed = Vec::new();
    for stuk in EigenStuk::all(&gemeente.project) {
        match stuk {
            Ok(stuk) if making::is_blocked(gemeente, &stuk.files(), stuk.naam()) => {
                account.blocked(gemeente, [stuk.naam().to_owned()].into_iter());
            }
            Ok(stuk) => composed.push(files::compose_own(&stuk, &gemeente.project).map(|one| vec![one])),
            Err(error) => composed.push(Err(error)),
        }
    }
    composed
}

fn calendars(
    gemeente: &Gemeente,
    output: &Output,
    desk: &Desk,
    account: &mut Account,
) -> Vec<Result<Accepted, Failure>> {
    let mut made = Vec::new();
    for feed in FEEDS.iter().filter(|feed| !has_errors(gemeente, feed.files)) {
        match files::calendar(feed, feed.name, &gemeente.project, output) {
            Ok(Some(bytes)) => made.push(Ok(desk.accept(Made::of(feed.name, bytes, files::CALENDAR)))),
            Ok(None) => {}
            Err(error) => account.refused(feed.name, error.into()),
        }
    }
    made
}

/// What is no document: the sociale kaart for others, and where the walk is.
fn pages(
    gemeente: &Gemeente,
    output: &Output,
    desk: &Desk,
    stand: &[Tussenstand],
    advies: Option<&Advies>,
) -> Vec<Result<Accepted, Failure>> {
    let project = &gemeente.project;
    let source = export::source(project);
    let forms: &[(Form, &str)] = if has_errors(gemeente, &export::FILES) { &[] } else { &Form::OF_DOSSIER };
    let of_form = |(form, file): &(Form, &str)| {
        let source = source.fingerprint(file);
        if output.is_made_of(file, source) {
            return vec![Ok(desk.accept(Made::standing(file, EXPORT)))];
        }
        match export::export(project, *form) {
            Ok(export) => {
                let files = export.files.into_iter();
                files.map(|file| Ok(desk.accept(Made::of(file.name, file.bytes, EXPORT).of_source(source)))).collect()
            }
            Err(error) => vec![Err(refused(form.name(), &error))],
        }
    };
    let mut made: Vec<Result<Accepted, Failure>> = forms.par_iter().flat_map_iter(of_form).collect();
    let page = status::page(project, stand, advies);
    let named = |bytes| desk.accept(Made::of(status::FILE, bytes, "status"));
    made.push(page.map(named).map_err(|error| refused(status::FILE, &error)));
    made
}

/// The page that opens it all.
fn overview(
    gemeente: &Gemeente,
    stand: &[Tussenstand],
    advies: Option<&Advies>,
    listed: &[Listed],
) -> Result<Made, Failure> {
    let remarks = gemeente.remarks();
    let page = index::Contents { stand, advies, files: listed, remarks: &remarks };
    let bytes = index::page(&gemeente.project, &page).map_err(|error| refused(index::FILE, &error))?;
    Ok(Made::of(index::FILE, bytes, "overzicht"))
}

fn refused(name: &str, error: &export::ExportError) -> Failure {
    Failure::new(Exit::Refused, format!("{name} is niet gemaakt: {error}"), "")
}
