//! The reader's own data: taken in, confirmed, read, opened, put beside published ones, kept and
//! forgotten.
//!
//! Its state lives for as long as the page stands, like the session's, but comes with the code that
//! needs it.

use super::enter::enter;
use super::load;
use super::session::Session;
use crate::browser::{self, BrowserDecoders, DroppedFile};
use crate::intake::{
    DecimalMark, Encoding, Intake, Preview, Recipe, Recognised, Remark, Sample, preview, recognise,
    refit, sample,
};
use crate::model::{Fault, FaultKind};
use crate::package::{Joining, Need, OWN, Package, TableKind, beside_of, join};
use crate::parse::FileFault;
use crate::route::{Explored, Page, View};
use crate::words::own_banner;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::OnceCell;
use std::sync::Arc;

/// Larger files are refused before anything of them is read.
pub const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// So many bytes of a file are looked at to find out how it is to be read.
const SAMPLE_BYTES: i32 = 256 * 1024;

/// How far the taking in has come.
#[derive(Clone, Default)]
pub enum Step {
    /// Nothing was put in, or what was is in use.
    #[default]
    Idle,
    /// The first bytes are being looked at.
    Looking,
    /// The reader is asked whether it was recognised rightly.
    Asking,
    /// A whole file is being read: bytes read, bytes in all.
    Reading(f64, f64),
    /// It could not be used.
    Failed(Arc<Fault>),
}

/// A table that waits for the reader's word.
#[derive(Clone)]
pub struct Asked {
    /// The files that were put in.
    pub files: Arc<Vec<DroppedFile>>,
    /// Which of them is the table.
    pub at: usize,
    /// Its first rows.
    pub sample: Arc<Sample>,
    /// How it is to be read.
    pub recipe: Recipe,
    /// What was assumed.
    pub remarks: Arc<Vec<Remark>>,
}

impl Asked {
    /// The name of the table's file.
    pub fn name(&self) -> &str {
        self.files.get(self.at).map_or("", |file| file.name())
    }

    /// What the recipe makes of the first rows.
    pub fn preview(&self) -> Preview {
        preview(&self.sample, &self.recipe, self.name())
    }
}

/// Own data that are in use.
#[derive(Clone)]
pub struct Taken {
    /// The files that they came from.
    pub files: Arc<Vec<DroppedFile>>,
    /// Which of them is the table.
    pub at: usize,
    /// How it was read.
    pub recipe: Recipe,
    /// What came of it.
    pub package: Arc<Package>,
}

/// What stands beside what.
#[derive(Clone)]
pub struct Joined {
    /// The reader's own data.
    pub own: Arc<Package>,
    /// The published package, with the reader's figures in it.
    pub published: Arc<Package>,
    /// How their areas go together.
    pub joining: Arc<Joining>,
}

/// The state.
#[derive(Clone, Copy)]
pub struct OwnState {
    /// How far the taking in has come.
    pub step: RwSignal<Step>,
    /// The table that waits for the reader's word.
    pub asked: RwSignal<Option<Asked>>,
    /// What is in use.
    pub taken: RwSignal<Option<Taken>>,
    /// What it stands beside.
    pub joined: RwSignal<Option<Joined>>,
    /// True where areas are joined by code alone too.
    pub takes_code_alone: RwSignal<bool>,
    /// True where the files are kept in this browser; none where it would not.
    pub is_kept: RwSignal<Option<bool>>,
    /// The view that was asked for while there were no own data: it shows once there are.
    waiting: StoredValue<Option<View>>,
    /// Goes up with everything put in, so that what was meant for an earlier one is dropped.
    turn: StoredValue<u32>,
}

thread_local! {
    /// The state and who owns it: nobody lets go of either.
    static STATE: OnceCell<(Owner, OwnState)> = const { OnceCell::new() };
}

/// The state of the reader's own data.
pub fn own_state() -> OwnState {
    STATE.with(|state| {
        let make = || {
            let owner = Owner::new_root(None);
            let state = owner.with(|| OwnState {
                step: RwSignal::new(Step::Idle),
                asked: RwSignal::new(None),
                taken: RwSignal::new(None),
                joined: RwSignal::new(None),
                takes_code_alone: RwSignal::new(false),
                is_kept: RwSignal::new(Some(false)),
                waiting: StoredValue::new(None),
                turn: StoredValue::new(0),
            });
            (owner, state)
        };
        state.get_or_init(make).1
    })
}

impl OwnState {
    /// Begins something new; what is on its way is dropped.
    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    fn fail(self, path: &str, fault: FileFault) {
        let fault = Package::named_fault(path, fault);
        self.step.set(Step::Failed(Arc::new(fault)));
    }

    /// Stops whatever is being read, and leaves what was asked.
    pub fn cancel(self) {
        self.next_turn();
        self.asked.set(None);
        self.step.set(Step::Idle);
    }

    /// Changes how the table that is asked about is to be read.
    pub fn change(self, change: impl FnOnce(&mut Recipe)) {
        self.asked.update(|asked| {
            if let Some(asked) = asked {
                change(&mut asked.recipe);
            }
        });
    }

    /// Another header: what the columns are is guessed anew.
    pub fn change_header(self, header_line: u32, header_rows: u8) {
        self.asked.update(|asked| {
            if let Some(asked) = asked {
                let name = asked.name().to_string();
                let found = refit(
                    &asked.sample,
                    &asked.recipe,
                    header_line,
                    header_rows,
                    &name,
                );
                asked.recipe = found.recipe;
                asked.remarks = Arc::new(found.remarks);
            }
        });
    }

    /// Another decimal mark.
    pub fn change_decimal_mark(self, mark: DecimalMark) {
        self.change(|recipe| recipe.decimal_mark = mark);
    }
}

/// Takes files that were dropped anywhere on the page, and shows what they are recognised as.
pub fn take_drop(session: Session, event: DragEvent) {
    let files = browser::files_of_drop(event);
    spawn_local(async move {
        take_files(session, files.await);
    });
}

/// Takes files.
pub fn take_files(session: Session, files: Vec<DroppedFile>) {
    if files.is_empty() {
        return;
    }
    session.change(|view| {
        let package = view.package.clone();
        *view = View {
            page: Page::Explore,
            explored: Explored::Own,
            package,
            ..crate::ui::parts::link::on_page(view, Page::Explore)
        };
    });
    let state = own_state();
    let files: Vec<DroppedFile> = files.into_iter().filter(|it| !it.is_aside()).collect();
    spawn_local(look_at(state, Arc::new(files), 0, None, None));
}

/// Looks at the first bytes of one of the files and asks the reader. Encoding and delimiter are as given,
/// or found out.
pub async fn look_at(
    state: OwnState,
    files: Arc<Vec<DroppedFile>>,
    at: usize,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
) {
    let turn = state.next_turn();
    state.step.set(Step::Looking);
    let Some(file) = files.get(at) else {
        return state.cancel();
    };
    let outcome = match refuse_large(file) {
        Ok(()) => browser::first_bytes(file, SAMPLE_BYTES).await,
        Err(fault) => Err(fault),
    };
    if !state.is_turn(turn) {
        return;
    }
    let name = file.name().to_string();
    let is_whole = file.byte_count() <= f64::from(SAMPLE_BYTES);
    let recognised = outcome.and_then(|bytes| {
        let (sample, encoding, delimiter) =
            sample(&bytes, is_whole, encoding, delimiter, &BrowserDecoders)?;
        let found = recognise(&sample, encoding, delimiter, &name)?;
        Ok((sample, found))
    });
    match recognised {
        Ok((sample, Recognised { recipe, remarks })) => {
            state.asked.set(Some(Asked {
                files,
                at,
                sample: Arc::new(sample),
                recipe,
                remarks: Arc::new(remarks),
            }));
            state.step.set(Step::Asking);
        }
        Err(fault) => {
            state.asked.set(None);
            state.fail(&name, fault);
        }
    }
}

fn refuse_large(file: &DroppedFile) -> Result<(), FileFault> {
    match file.byte_count() > MOST_BYTES as f64 {
        true => Err(FileFault::whole(FaultKind::TooLarge {
            limit_bytes: MOST_BYTES,
        })),
        false => Ok(()),
    }
}

/// The reader has agreed: the whole file is read and opened.
pub fn take_asked(session: Session) {
    let state = own_state();
    let Some(asked) = state.asked.get_untracked() else {
        return;
    };
    spawn_local(async move {
        let outcome = read_table(state, &asked.files, asked.at, &asked.recipe).await;
        let Some(outcome) = outcome else {
            return;
        };
        match outcome {
            Ok(package) => {
                let taken = Taken {
                    files: asked.files.clone(),
                    at: asked.at,
                    recipe: asked.recipe.clone(),
                    package: Arc::new(package),
                };
                state.takes_code_alone.set(false);
                put_in_use(session, taken);
                state.asked.set(None);
                if state.is_kept.get_untracked() == Some(true) {
                    keep(true);
                }
                show_taken(session);
            }
            Err(fault) => state.fail(asked.name(), fault),
        }
    });
}

/// Reads a whole table. None where something else was begun meanwhile.
async fn read_table(
    state: OwnState,
    files: &[DroppedFile],
    at: usize,
    recipe: &Recipe,
) -> Option<Result<Package, FileFault>> {
    let turn = state.next_turn();
    let file = files.get(at)?;
    let all_bytes = file.byte_count();
    state.step.set(Step::Reading(0.0, all_bytes));
    let outcome = read_all(state, turn, file, recipe).await;
    if !state.is_turn(turn) {
        return None;
    }
    state.step.set(Step::Idle);
    Some(outcome)
}

async fn read_all(
    state: OwnState,
    turn: u32,
    file: &DroppedFile,
    recipe: &Recipe,
) -> Result<Package, FileFault> {
    refuse_large(file)?;
    let decoders = BrowserDecoders;
    let mut intake = Intake::new(recipe, file.name(), &decoders)?;
    let all_bytes = file.byte_count();
    let (mut read_bytes, mut told_ms) = (0.0, browser::now_ms());
    let mut push = |bytes: &[u8]| {
        if !state.is_turn(turn) {
            return Err(stopped());
        }
        read_bytes += bytes.len() as f64;
        let now_ms = browser::now_ms();
        if now_ms - told_ms > 100.0 {
            told_ms = now_ms;
            state.step.set(Step::Reading(read_bytes, all_bytes));
        }
        intake.push(bytes)
    };
    browser::read_dropped(file, &mut push).await?;
    let taken = intake.finish()?;
    let mut package = taken.package;
    let descriptor = Arc::make_mut(&mut package.descriptor);
    descriptor.banner = own_banner();
    package.name = OWN.to_string();
    let package = Arc::new(package);
    let current = || state.is_turn(turn).then(|| package.clone());
    let entered = enter(&current, taken.at, Ok(taken.file)).await;
    entered.ok_or_else(stopped)
}

/// Nobody waits for the rest.
fn stopped() -> FileFault {
    FileFault::whole(FaultKind::Network {
        detail: String::new(),
    })
}

fn put_in_use(session: Session, taken: Taken) {
    let title = taken
        .files
        .get(taken.at)
        .map(|file| file.name().to_string());
    session.own_title.set(title);
    let state = own_state();
    state.joined.set(None);
    state.taken.set(Some(taken));
}

/// Opens what was just taken in: the view that waited for it, else the comparison.
fn show_taken(session: Session) {
    let waiting = own_state().waiting.try_update_value(Option::take).flatten();
    match waiting {
        Some(waiting) => session.change(|view| *view = waiting),
        None => open_on(session, Page::Compare),
    }
    // Where the address stays as it was, nothing else opens it.
    open_own(session);
}

/// Opens a page on the reader's own data.
pub fn open_on(session: Session, page: Page) {
    session.change(|view| {
        *view = View {
            page,
            package: OWN.to_string(),
            lang: view.lang,
            theme: view.theme,
            ..View::default()
        };
    });
}

/// Opens what the view's package says: the reader's own data, alone or beside published ones. Looks for
/// what the browser keeps where nothing is in use.
pub fn open_own(session: Session) {
    let asked = session.view.with_untracked(|view| view.package.clone());
    spawn_local(async move {
        let state = own_state();
        if state.taken.with_untracked(Option::is_none) {
            restore(session).await;
        }
        if session.view.with_untracked(|view| view.package != asked) {
            return;
        }
        let Some(taken) = state.taken.get_untracked() else {
            let fault = FileFault::whole(FaultKind::OwnAbsent);
            let fault = Package::named_fault("", fault);
            session.progress.set(None);
            session.package_fault.set(Some(fault));
            state.waiting.update_value(|waiting| {
                waiting.get_or_insert_with(|| session.view.get_untracked());
            });
            return;
        };
        match beside_of(&asked) {
            Some("") => load::open_package(session, Package::clone(&taken.package)),
            Some(published) => open_beside(session, &asked, published, taken).await,
            None => {}
        }
    });
}

/// Opens a published package and puts the reader's figures beside its own.
async fn open_beside(session: Session, asked: &str, published: &str, taken: Taken) {
    let state = own_state();
    let catalog = session.catalog.get_untracked().and_then(Result::ok);
    let Some(entry) = catalog.as_ref().and_then(|it| it.entry(published)) else {
        return open_on(session, Page::Explore);
    };
    state.joined.set(None);
    let wanted = load::load_package_and_wait(session, asked, &entry.path);
    let settled = |package: &Package| {
        [TableKind::Areas, TableKind::Indicators]
            .into_iter()
            .all(|table| !package.has_table(table) || package.table_is_settled(table))
    };
    let published = loop {
        browser::next_picture().await;
        if load::generation(session) != wanted
            || session.package_fault.with_untracked(Option::is_some)
        {
            return;
        }
        if let Some(package) = load::current(session) {
            if settled(&package) {
                break package;
            }
            load::read(session, vec![Need::Areas]);
        }
    };
    let joining = join(&taken.package.areas, &published.areas);
    let pairs = joining.pairs(state.takes_code_alone.get_untracked());
    let beside = published.with_beside(&taken.package, &pairs);
    load::put(session, beside.package);
    for file in beside.files {
        let at = file.place();
        let entered = enter(&|| load::current(session), at, Ok(file)).await;
        if load::generation(session) != wanted {
            return;
        }
        if let Some(package) = entered {
            load::put(session, package);
        }
    }
    state.joined.set(Some(Joined {
        own: taken.package.clone(),
        published,
        joining: Arc::new(joining),
    }));
    load::own_stands(session);
}

/// Takes what the browser keeps into use again, where nothing else is.
pub fn restore_kept(session: Session) {
    let state = own_state();
    let is_idle = state.taken.with_untracked(Option::is_none)
        && state.asked.with_untracked(Option::is_none)
        && matches!(state.step.get_untracked(), Step::Idle);
    if is_idle {
        spawn_local(restore(session));
    }
}

/// Reads again what the browser keeps.
async fn restore(session: Session) {
    let state = own_state();
    let Some((files, about)) = browser::kept_own().await else {
        return;
    };
    let Some((at, takes_code_alone, recipe)) = read_about(&about) else {
        return;
    };
    state.is_kept.set(Some(true));
    state.takes_code_alone.set(takes_code_alone);
    if let Some(Ok(package)) = read_table(state, &files, at, &recipe).await {
        let taken = Taken {
            files: Arc::new(files),
            at,
            recipe,
            package: Arc::new(package),
        };
        put_in_use(session, taken);
    }
}

/// How what is kept is to be read: which file, whether codes alone join, the recipe.
fn read_about(about: &str) -> Option<(usize, bool, Recipe)> {
    let mut parts = about.splitn(3, '\n');
    let at = parts.next()?.parse().ok()?;
    let takes_code_alone = parts.next()? == "1";
    let recipe = Recipe::from_text(parts.next()?)?;
    Some((at, takes_code_alone, recipe))
}

/// Keeps the files in this browser, or no longer.
pub fn keep(keeps: bool) {
    let state = own_state();
    spawn_local(async move {
        let taken = state.taken.get_untracked().filter(|_| keeps);
        let Some(taken) = taken else {
            let forgotten = browser::forget_own().await;
            state.is_kept.set(forgotten.then_some(false));
            return;
        };
        let code_alone = u8::from(state.takes_code_alone.get_untracked());
        let about = format!("{}\n{code_alone}\n{}", taken.at, taken.recipe.to_text());
        let kept = browser::keep_own(&taken.files, &about).await;
        state.is_kept.set(kept.then_some(true));
    });
}

/// Forgets the reader's own data, here and in the browser, and leaves their view.
pub fn forget(session: Session) {
    let state = own_state();
    state.cancel();
    keep(false);
    state.taken.set(None);
    state.joined.set(None);
    session.own_title.set(None);
    let is_own = session
        .view
        .with_untracked(|view| beside_of(&view.package).is_some());
    if is_own {
        session.change(|view| {
            *view = View {
                page: Page::Explore,
                explored: Explored::Own,
                lang: view.lang,
                theme: view.theme,
                ..View::default()
            };
        });
    }
}

/// Joins by code alone too, or no longer.
pub fn take_code_alone(session: Session, takes: bool) {
    let state = own_state();
    state.takes_code_alone.set(takes);
    if state.is_kept.get_untracked() == Some(true) {
        keep(true);
    }
    open_own(session);
}

/// Asks again how the table in use is to be read.
pub fn ask_again() {
    let state = own_state();
    if let Some(taken) = state.taken.get_untracked() {
        spawn_local(async move {
            let (encoding, delimiter) = (taken.recipe.encoding, taken.recipe.delimiter);
            let found = (Some(encoding), Some(delimiter));
            look_at(state, taken.files.clone(), taken.at, found.0, found.1).await;
            state.change(|recipe| *recipe = taken.recipe.clone());
        });
    }
}
