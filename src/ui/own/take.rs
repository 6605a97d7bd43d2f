//! Files on their way in: looked at, asked about, read.

use super::open::{keep, put_in_use, show_taken};
use super::{Asked, Given, OwnState, ReadAs, Step, Taken, own_state};
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::intake::{
    Encoding, Intake, OwnMark, Recipe, Recognised, Sample, recognise, sample, with_hints,
};
use crate::model::{FaultKind, Text};
use crate::package::{
    Descriptor, FileDigest, OWN, OwnFiles, OwnSource, Package, TablePlace, descriptor_path,
    own_files,
};
use crate::parse::FileFault;
use crate::route::{Explored, Page};
use crate::ui::enter::{ROWS_AT_A_TIME, enter};
use crate::ui::own_package::open_own;
use crate::ui::parts::link::on_page;
use crate::ui::session::Session;
use crate::words::own_banner;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Larger files are refused before anything of them is read.
const MOST_BYTES: u64 = 200_000_000;
/// So many bytes of a file are looked at to find out how it is to be read.
const SAMPLE_BYTES: i32 = 256 * 1024;
/// The progress is told so often.
const TOLD_EVERY_MS: f64 = 100.0;

/// Takes files that were dropped anywhere on the page, and shows what they are recognised as.
pub fn take_drop(session: Session, event: DragEvent) {
    let files = browser::files_of_drop(event);
    spawn_local(async move {
        take_files(session, files.await);
    });
}

/// Takes files.
pub fn take_files(session: Session, originals: Vec<DroppedFile>) {
    if originals.is_empty() {
        return;
    }
    session.change(|view| {
        let mut own = on_page(view, Page::Explore);
        own.explored = Explored::Own;
        *view = own;
    });
    spawn_local(async move {
        let state = own_state();
        let turn = state.next_turn();
        state.asked.set(None);
        state.step.set(Step::Looking);
        let outcome = sort_out(originals).await;
        if !state.is_turn(turn) {
            return;
        }
        match outcome {
            Err((path, fault)) => state.fail(&path, fault),
            Ok((given, None)) => take_tables(session, given).await,
            Ok((given, Some(package))) => {
                if let Some(taken) = read_given(state, given, ReadAs::Package, Some(package)).await
                {
                    use_taken(session, taken);
                }
            }
        }
    });
}

/// Tables were put in: where an address waits for them that says how they are to be read, and they can be
/// read so, they are; else the reader is asked.
async fn take_tables(session: Session, given: Given) {
    let state = own_state();
    let mark = state.waiting_mark();
    let at = mark.as_ref().and_then(|mark| mark.table).unwrap_or(0);
    let at = if at < given.tables.len() { at } else { 0 };
    look_at(state, given, at, None, None).await;
    let Some((mark, asked)) = mark.zip(state.asked.get_untracked()) else {
        return;
    };
    let Some(recipe) = mark.recipe(&asked.recipe) else {
        return;
    };
    state.asked.update(|asked| {
        if let Some(asked) = asked {
            asked.recipe = recipe;
        }
    });
    let read_as = state.asked.get_untracked();
    if let Some(asked) = read_as {
        let read_as = ReadAs::Table(asked.at, Box::new(asked.recipe));
        if let Some(taken) = read_given(state, asked.given, read_as, None).await {
            use_taken(session, taken);
        }
    }
}

/// A package of ours among files: its folder and its descriptor.
type OwnPackage = (String, Box<Descriptor>);

/// Takes archives apart and finds out what the files are. An error names the file.
async fn sort_out(
    originals: Vec<DroppedFile>,
) -> Result<(Given, Option<OwnPackage>), (String, FileFault)> {
    for file in &originals {
        refuse_large(file).map_err(|fault| (file.path.clone(), fault))?;
    }
    let (mut files, mut refused) = browser::unpacked(originals.clone()).await;
    files.retain(|file| !file.is_aside());
    if files.is_empty() && !refused.is_empty() {
        return Err(refused.swap_remove(0));
    }
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let described = descriptor_path(&paths);
    let name = described.unwrap_or_default().to_string();
    let named = |fault| (name.clone(), fault);
    let mut descriptor = None;
    if let Some(file) = files.iter().find(|file| Some(&*file.path) == described) {
        let bytes = browser::read_small(file).await.map_err(named)?;
        descriptor = Some((file.path.as_str(), bytes));
    }
    let descriptor = descriptor.as_ref().map(|(path, bytes)| (*path, &bytes[..]));
    let OwnFiles { source, .. } = match (own_files(&paths, descriptor), &files[..]) {
        (Ok(found), _) => found,
        // One file whose name does not say that it is a table may be one.
        (Err(_), [file]) if descriptor.is_none() => OwnFiles {
            source: OwnSource::Tables(vec![TablePlace {
                path: file.path.clone(),
                ..TablePlace::default()
            }]),
            left: Vec::new(),
        },
        (Err(fault), _) => return Err(named(fault)),
    };
    let (tables, package) = match source {
        OwnSource::Tables(tables) => (tables, None),
        OwnSource::Package { folder, descriptor } => (Vec::new(), Some((folder, descriptor))),
    };
    let given = Given {
        originals: Arc::new(originals),
        files: Arc::new(files),
        tables: Arc::new(tables),
        recognised: None,
    };
    Ok((given, package))
}

fn refuse_large(file: &DroppedFile) -> Result<(), FileFault> {
    match file.byte_count() > MOST_BYTES as f64 {
        true => Err(FileFault::whole(FaultKind::TooLarge {
            limit_bytes: MOST_BYTES,
        })),
        false => Ok(()),
    }
}

/// Looks at the first bytes of one of the tables and asks the reader. Encoding and delimiter are as given,
/// as declared, or found out.
pub async fn look_at(
    state: OwnState,
    mut given: Given,
    at: usize,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
) {
    let turn = state.next_turn();
    state.step.set(Step::Looking);
    let (Some(file), Some(table)) = (given.file(at), given.tables.get(at).cloned()) else {
        return state.fail("", FileFault::whole(FaultKind::NoTable));
    };
    let recognised = recognised_in(file, &table, encoding, delimiter).await;
    if !state.is_turn(turn) {
        return;
    }
    match recognised {
        Ok((sample, found)) => {
            let (recipe, found) = (found.recipe.clone(), Arc::new(found));
            if encoding.is_none() && delimiter.is_none() {
                given.recognised = Some((at, found.clone()));
            }
            state.asked.set(Some(Asked {
                given,
                at,
                sample: Arc::new(sample),
                recipe,
                found,
            }));
            state.step.set(Step::Asking);
        }
        Err(fault) => {
            // Another encoding that does not fit leaves what was asked before.
            state.fail(&table.path, fault);
        }
    }
}

/// The first rows of a table, and what is recognised in them.
async fn recognised_in(
    file: &DroppedFile,
    table: &TablePlace,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
) -> Result<(Sample, Recognised), FileFault> {
    let bytes = browser::first_bytes(file, SAMPLE_BYTES).await?;
    let is_whole = file.byte_count() <= f64::from(SAMPLE_BYTES);
    let encoding = encoding.or_else(|| table.declared_encoding());
    let delimiter = delimiter.or(table.options.delimiter);
    let (sample, encoding, delimiter) =
        sample(&bytes, is_whole, encoding, delimiter, &BrowserDecoders)?;
    let found = recognise(&sample, encoding, delimiter, table.shown_name())?;
    Ok((sample, with_hints(found, table)))
}

/// Asks again how the table in use is to be read.
pub fn ask_again() {
    let state = own_state();
    let Some(Taken {
        given,
        read_as: ReadAs::Table(at, recipe),
        ..
    }) = state.taken.get_untracked()
    else {
        return;
    };
    spawn_local(async move {
        let (encoding, delimiter) = (Some(recipe.encoding), Some(recipe.delimiter));
        look_at(state, given, at, encoding, delimiter).await;
        state.change(|asked| *asked = *recipe);
    });
}

/// The reader has agreed: the whole table is read and opened.
pub fn take_asked(session: Session) {
    let state = own_state();
    let Some(asked) = state.asked.get_untracked() else {
        return;
    };
    spawn_local(async move {
        let read_as = ReadAs::Table(asked.at, Box::new(asked.recipe));
        if let Some(taken) = read_given(state, asked.given, read_as, None).await {
            use_taken(session, taken);
        }
    });
}

fn use_taken(session: Session, taken: Taken) {
    let state = own_state();
    // To keep one file says nothing of another.
    let is_same = state.taken.with_untracked(|before| {
        before
            .as_ref()
            .is_some_and(|before| before.mark.file == taken.mark.file)
    });
    let mark = state.waiting_mark();
    state.decide(mark.map_or_else(Default::default, |mark| mark.choices));
    put_in_use(session, taken);
    state.asked.set(None);
    if state.is_kept.get_untracked() == Some(true) {
        keep(is_same);
    }
    show_taken(session);
}

/// Reads kept files again as they were read before.
pub(super) async fn read_again(
    state: OwnState,
    originals: Vec<DroppedFile>,
    read_as: ReadAs,
) -> Option<Taken> {
    let (given, package) = sort_out(originals).await.ok()?;
    read_given(state, given, read_as, package).await
}

/// Reads tables as an address says. None where what is recognised in them and what it says do not give
/// that reading.
pub(super) async fn read_by_mark(state: OwnState, given: Given, mark: &OwnMark) -> Option<Taken> {
    let at = mark.table?;
    let (file, table) = (given.file(at)?, given.tables.get(at)?);
    let (_, found) = recognised_in(file, table, None, None).await.ok()?;
    let recipe = mark.recipe(&found.recipe)?;
    read_given(state, given, ReadAs::Table(at, Box::new(recipe)), None).await
}

/// Reads whole files. None where something else was begun meanwhile, or where it failed, which is told.
async fn read_given(
    state: OwnState,
    given: Given,
    read_as: ReadAs,
    package: Option<OwnPackage>,
) -> Option<Taken> {
    let turn = state.next_turn();
    let mut path = String::new();
    let outcome = match (&read_as, package) {
        (ReadAs::Table(at, recipe), _) => {
            path.clone_from(&given.tables.get(*at)?.path);
            read_table(state, turn, &given, *at, recipe).await
        }
        (ReadAs::Package, Some((folder, descriptor))) => {
            read_package(state, turn, &given, &folder, *descriptor).await
        }
        (ReadAs::Package, None) => Err(FileFault::whole(FaultKind::NoDescriptor)),
    };
    if !state.is_turn(turn) {
        return None;
    }
    state.step.set(Step::Idle);
    match outcome {
        Ok((package, mark)) => Some(Taken {
            given,
            read_as,
            package: Arc::new(package),
            mark,
        }),
        Err(fault) => {
            state.fail(&path, fault);
            None
        }
    }
}

/// Counts what is read, and tells it now and then; an error where nobody waits for it any more.
struct Count {
    state: OwnState,
    turn: u32,
    read_bytes: f64,
    all_bytes: f64,
    told_ms: f64,
    digest: FileDigest,
}

impl Count {
    fn begin(state: OwnState, turn: u32, all_bytes: f64) -> Count {
        state.step.set(Step::Reading(0.0, all_bytes));
        Count {
            state,
            turn,
            read_bytes: 0.0,
            all_bytes,
            told_ms: browser::now_ms(),
            digest: FileDigest::default(),
        }
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        if !self.state.is_turn(self.turn) {
            return Err(stopped());
        }
        self.read_bytes += bytes.len() as f64;
        self.digest.push(bytes);
        let now_ms = browser::now_ms();
        if now_ms - self.told_ms > TOLD_EVERY_MS {
            self.told_ms = now_ms;
            let step = Step::Reading(self.read_bytes, self.all_bytes);
            self.state.step.set(step);
        }
        Ok(())
    }
}

async fn read_table(
    state: OwnState,
    turn: u32,
    given: &Given,
    at: usize,
    recipe: &Recipe,
) -> Result<(Package, OwnMark), FileFault> {
    let no_table = || FileFault::whole(FaultKind::NoTable);
    let file = given.file(at).ok_or_else(no_table)?;
    let table = given.tables.get(at).ok_or_else(no_table)?;
    let decoders = BrowserDecoders;
    let mut intake = Intake::new(recipe, table.shown_name(), &decoders)?;
    let mut count = Count::begin(state, turn, file.byte_count());
    let mut push = |bytes: &[u8]| {
        count.add(bytes)?;
        intake.push(bytes)
    };
    browser::read_dropped(file, &mut push).await?;
    let mut ending = intake.end()?;
    while ending.step(ROWS_AT_A_TIME) {
        browser::breathe().await;
    }
    let taken = ending.finish()?;
    let mut package = taken.package;
    let about = Arc::make_mut(&mut package.descriptor);
    about.banner = own_banner(about.fictional, &table.about);
    let title = &table.about.title;
    if !title.is_empty() {
        // Of several tables of one package each bears its own name too.
        let own = (given.tables.len() > 1).then(|| [" · ", table.shown_name()].concat());
        let title = [title, own.as_deref().unwrap_or_default()].concat();
        about.title = Text::new(title.clone(), title);
    }
    let package = Arc::new(package);
    let current = || state.is_turn(turn).then(|| package.clone());
    let entered = enter(&current, taken.at, Ok(taken.file)).await;
    let known = given.recognised.as_ref().filter(|(of, _)| *of == at);
    let found = match known {
        Some((_, found)) => Some(found.clone()),
        None => {
            let found = recognised_in(file, table, None, None).await.ok();
            found.map(|(_, found)| Arc::new(found))
        }
    };
    let recognised = found.as_ref().map(|found| &found.recipe);
    let mark = OwnMark::of_table(count.digest, at, recognised, recipe);
    let mark = mark.named(given.file_name(Some(at)));
    Ok((entered.ok_or_else(stopped)?, mark))
}

/// A package of ours: what cannot be read of it is told, as it would be after publishing.
async fn read_package(
    state: OwnState,
    turn: u32,
    given: &Given,
    folder: &str,
    descriptor: Descriptor,
) -> Result<(Package, OwnMark), FileFault> {
    let all_bytes = given.files.iter().map(DroppedFile::byte_count).sum();
    let mut count = Count::begin(state, turn, all_bytes);
    let mut watch = |bytes: &[u8]| count.add(bytes);
    let package = open_own(OWN, descriptor, folder, &given.files, &mut watch).await;
    match state.is_turn(turn) {
        true => {
            let mark = OwnMark::of_package(count.digest).named(given.file_name(None));
            Ok((Arc::unwrap_or_clone(package), mark))
        }
        false => Err(stopped()),
    }
}

/// Nobody waits for the rest.
fn stopped() -> FileFault {
    FileFault::whole(FaultKind::Network {
        detail: String::new(),
    })
}
