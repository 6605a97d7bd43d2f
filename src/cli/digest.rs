//! `zhishe digest`: the digest of the data behind a view, as the page makes it. Judges nothing.

use super::language::{LangWord, language};
use super::open::open;
use super::output::{Outcome, Output, open_error_line};
use crate::model::Day;
use crate::package::{Digesting, Need};
use crate::route::{View, digest_scope, pinned, resolve, short_digest};
use crate::words::{self, command_line};
use clap::Args;
use std::path::PathBuf;
use std::sync::Arc;

/// Options of `digest`.
#[derive(Debug, Args)]
pub struct DigestArguments {
    /// The package: a folder with datapackage.json.
    dir: PathBuf,
    /// The view: what stands in the page's address from the question mark on.
    #[arg(long, default_value = "")]
    view: String,
    /// The language; that of the terminal where none is given, else Chinese.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
}

/// Prints the digest. 0: done; 1: the view carries another; the error: it could not be read.
pub fn digest(arguments: &DigestArguments, locale: &str) -> Outcome {
    let lang = language(arguments.lang, locale);
    let package = open(&arguments.dir, &Need::Everything);
    let package = Arc::new(package.map_err(|error| open_error_line(lang, &error))?);
    let (view, ignored) = View::parse(&arguments.view);
    if let Some((key, value)) = ignored.first() {
        return Err(command_line::unread_view_text(lang, key, value));
    }
    let package = match Day::parse(&view.as_of) {
        Some(day) => Arc::new(words::package_as_of(&package.revised(), day)),
        None => package,
    };
    let (resolved, _) = resolve(&view, &package);
    let view = pinned(&view, &package, &resolved);
    let digest = Digesting::new(package.clone(), digest_scope(&view, &package))
        .finish()
        .digest;
    let is_another = !view.digest.is_empty() && view.digest != short_digest(&digest);
    Ok(Output {
        bytes: (digest + "\n").into(),
        exit: u8::from(is_another),
    })
}
