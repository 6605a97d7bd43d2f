//! The reader's own data: `take` looks at files and reads them, `open` shows them, alone or beside
//! published ones, and keeps or forgets them.
//!
//! The state lives for as long as the page stands, like the session's, but comes with the code that
//! needs it.

mod open;
mod take;

pub use open::{
    forget, keep, match_by_hand, open_own, read_as_linked, restore_kept, take_code_alone,
};
pub use take::{ask_again, look_at, take_asked, take_drop, take_files};

use crate::browser::DroppedFile;
use crate::intake::{OwnMark, Preview, Recipe, Recognised, Sample, change_recipe, preview, refit};
use crate::model::Fault;
use crate::package::{JoinChoices, Joining, Package, TablePlace};
use crate::parse::FileFault;
use crate::route::View;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// Whole files are being read: bytes read, bytes in all.
    Reading(f64, f64),
    /// It could not be used.
    Failed(Arc<Vec<Fault>>),
}

/// Files that were put in.
#[derive(Clone)]
pub struct Given {
    /// As they came, for keeping.
    pub originals: Arc<Vec<DroppedFile>>,
    /// The same with those of each archive in its place.
    pub files: Arc<Vec<DroppedFile>>,
    /// The tables among them; none where they are a package of ours.
    pub tables: Arc<Vec<TablePlace>>,
    /// What was recognised of one of them before the reader said anything of it.
    pub recognised: Option<(usize, Arc<Recognised>)>,
}

impl Given {
    /// The file of one of the tables.
    pub fn file(&self, table: usize) -> Option<&DroppedFile> {
        let path = &self.tables.get(table)?.path;
        self.files.iter().find(|file| file.path == *path)
    }

    /// What whoever has the same would look for: the only file that was put in, else that of the table;
    /// blank for a folder.
    pub fn file_name(&self, table: Option<usize>) -> &str {
        let file = match &self.originals[..] {
            [only] => Some(only),
            _ => table.and_then(|table| self.file(table)),
        };
        file.map_or("", DroppedFile::name)
    }
}

/// A table that waits for the reader's word.
#[derive(Clone)]
pub struct Asked {
    /// The files that were put in.
    pub given: Given,
    /// Which of the tables it is.
    pub at: usize,
    /// Its first rows.
    pub sample: Arc<Sample>,
    /// How it is to be read.
    pub recipe: Recipe,
    /// As what it was recognised, before the reader changed anything.
    pub found: Arc<Recognised>,
}

impl Asked {
    /// The name of the table.
    pub fn name(&self) -> &str {
        let table = self.given.tables.get(self.at);
        table.map_or("", TablePlace::shown_name)
    }

    /// What the recipe makes of the first rows.
    pub fn preview(&self) -> Preview {
        preview(&self.sample, &self.recipe, self.name())
    }
}

/// What own data were read as.
#[derive(Clone)]
pub enum ReadAs {
    /// One of the tables, by this recipe.
    Table(usize, Box<Recipe>),
    /// A package of ours.
    Package,
}

/// Own data that are in use.
#[derive(Clone)]
pub struct Taken {
    /// The files that they came from.
    pub given: Given,
    /// How they were read.
    pub read_as: ReadAs,
    /// What came of it.
    pub package: Arc<Package>,
    /// What an address says of it.
    pub mark: OwnMark,
}

impl Taken {
    /// What they are called.
    pub fn name(&self) -> String {
        match &self.read_as {
            ReadAs::Table(at, _) => {
                let table = self.given.tables.get(*at);
                table.map_or(String::new(), |it| it.shown_name().to_string())
            }
            ReadAs::Package => {
                let first = self.given.originals.first();
                first.map_or(String::new(), |it| it.name().to_string())
            }
        }
    }
}

/// What stands beside what.
#[derive(Clone)]
pub struct Joined {
    /// The reader's own data.
    pub own: Arc<Package>,
    /// The published package.
    pub published: Arc<Package>,
    /// How their areas go together by themselves.
    pub joining: Arc<Joining>,
    /// How they do by what the reader decided.
    pub settled: Arc<Joining>,
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
    /// Which area is which, where the reader says so.
    pub by_hand: RwSignal<BTreeMap<String, String>>,
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
            // A new root puts itself in the place of whoever is at work.
            let at_work = Owner::current();
            let owner = Owner::new_root(None);
            let state = owner.with(|| OwnState {
                step: RwSignal::new(Step::Idle),
                asked: RwSignal::new(None),
                taken: RwSignal::new(None),
                joined: RwSignal::new(None),
                takes_code_alone: RwSignal::new(false),
                by_hand: RwSignal::new(BTreeMap::new()),
                is_kept: RwSignal::new(Some(false)),
                waiting: StoredValue::new(None),
                turn: StoredValue::new(0),
            });
            match at_work {
                Some(at_work) => at_work.set(),
                None => owner.clone().unset(),
            }
            (owner, state)
        };
        state.get_or_init(make).1
    })
}

impl OwnState {
    /// What the reader decided of areas that nothing else settles.
    fn join_choices(self) -> JoinChoices {
        JoinChoices {
            takes_code_alone: self.takes_code_alone.get_untracked(),
            by_hand: self.by_hand.get_untracked(),
        }
    }

    /// Takes decisions that were made before, by the reader or whoever made an address.
    fn decide(self, choices: JoinChoices) {
        self.takes_code_alone.set(choices.takes_code_alone);
        self.by_hand.set(choices.by_hand);
    }

    /// What the address that waits for own data was made of; none where it does not say, or none waits.
    pub fn waiting_mark(self) -> Option<OwnMark> {
        self.waiting
            .with_value(|waiting| OwnMark::parse(&waiting.as_ref()?.own))
    }

    /// Under which name readers see an indicator of the table that is asked about.
    pub fn shown_name(self, name: &str) -> String {
        self.asked.with(|asked| {
            let mut plans = asked.iter().flat_map(|it| &it.recipe.indicators);
            let plan = plans.find(|plan| plan.name == name && !plan.label.is_empty());
            plan.map_or(name, |plan| &plan.label).to_string()
        })
    }

    /// Begins something new; what is on its way is dropped.
    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    fn fail(self, path: &str, fault: FileFault) {
        self.fail_for(vec![Package::named_fault(path, fault)]);
    }

    fn fail_for(self, faults: Vec<Fault>) {
        self.step.set(Step::Failed(Arc::new(faults)));
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
                change_recipe(&mut asked.recipe, change);
            }
        });
    }

    /// Another header: what the columns are is guessed anew.
    pub fn change_header(self, header_line: u32, header_rows: u8) {
        self.asked.update(|asked| {
            if let Some(asked) = asked {
                let name = asked.name().to_string();
                let (sample, recipe) = (&asked.sample, &asked.recipe);
                let found = refit(sample, recipe, header_line, header_rows, &name);
                asked.recipe = found.recipe.clone();
                asked.found = Arc::new(found);
            }
        });
    }
}
