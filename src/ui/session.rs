//! The state of the page: one view, one package, and how far it has been read.
//!
//! Lives in the root for as long as the page stands, so that no signal is used after its owner.

use super::check::Checked;
use super::deferred::refuses_sort;
use super::load::Loads;
use crate::answer::{Findings, RowPlace};
use crate::browser;
use crate::draw::Theme;
use crate::model::{Fault, Lang, Period};
use crate::package::{Catalog, Package, beside_of};
use crate::route::{Page, PeriodKey, Resolved, ThemeChoice, View, pinned, resolve};
use crate::words::{Words, words};
use leptos::prelude::*;
use std::sync::Arc;

/// Under what it is remembered what the data are called that this browser keeps for the reader; the data
/// themselves are looked for only where they are asked for.
pub const KEPT_TITLE: &str = "own";

/// A view as a package can show it, and the pairs that were left aside.
type Resolution = (Resolved, Vec<(String, String)>);

/// How far the files that the view needs have been read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Files not yet read to their end.
    pub files_left: usize,
    /// Bytes read.
    pub read_bytes: u64,
    /// Bytes expected, where every file states its length.
    pub expected_bytes: Option<u64>,
}

/// The findings of each level of a package.
#[derive(Clone)]
pub struct Gathered {
    /// The package.
    pub package: Arc<Package>,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
    /// The findings, the highest level first.
    pub findings: Vec<Findings>,
}

/// Everything that pages read.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is shown: the truth that the address mirrors.
    pub view: RwSignal<View>,
    /// The same, as the links of one page follow it.
    pub followed: Memo<View>,
    /// Pairs of the address that were not understood.
    pub ignored: RwSignal<Vec<(String, String)>>,
    /// The packages of this site, or why the list could not be read.
    pub catalog: RwSignal<Option<Result<Arc<Catalog>, Fault>>>,
    /// The open package as pages show it.
    pub package: RwSignal<Option<Arc<Package>>>,
    /// The same, renewed only when one of its reference tables is: for what hangs on these alone.
    pub references: Memo<Option<Arc<Package>>>,
    /// The view as the package can show it.
    pub resolved: Memo<Option<Resolved>>,
    /// The same, and the pairs of the view that were left aside.
    resolution: Memo<Option<Resolution>>,
    /// Why the package asked for could not be opened.
    pub package_fault: RwSignal<Option<Fault>>,
    /// The reading that is going on.
    pub progress: RwSignal<Option<Progress>>,
    /// True as soon as nothing is left to be read for the view.
    pub settled: RwSignal<bool>,
    /// Pages and lists of which parts are still to be made.
    pub unfinished: RwSignal<usize>,
    /// True as soon as the code of deferred pages stands.
    pub code_stands: RwSignal<bool>,
    /// True where the code that a page shows after its first picture could not be had.
    pub later_failed: RwSignal<bool>,
    /// The files on their way.
    pub loads: StoredValue<Loads>,
    /// The language in force.
    lang: Memo<Lang>,
    /// The theme chosen.
    theme_choice: Memo<ThemeChoice>,
    /// Language of this browser or of last time.
    pub usual_lang: RwSignal<Lang>,
    /// Theme of last time.
    pub usual_theme: RwSignal<ThemeChoice>,
    /// True where the system is dark.
    pub system_dark: RwSignal<bool>,
    /// The number whose origin is shown.
    pub origin: RwSignal<Option<RowPlace>>,
    /// The row of the comparison that a pointer or the keyboard is on, in chart or table.
    pub touched: RwSignal<Option<u32>>,
    /// What should be looked into, of which package and up to which period: gathered once.
    pub findings: RwSignal<Option<Gathered>>,
    /// What was found in the reader's own files.
    pub checked: RwSignal<Option<Checked>>,
    /// What the reader's own data are called, while there are any.
    pub own_title: RwSignal<Option<String>>,
    /// Which file these are and how they were read, as an address says it; blank while there are none.
    pub own_mark: RwSignal<String>,
    /// The researcher's page as it was left, while the page stands.
    pub left_explore: StoredValue<Option<View>>,
    /// The section that the last link leads to, as a selector; blank where it leads to a page.
    pub sought: RwSignal<&'static str>,
    /// Goes up with every chart that comes or goes on a page of which one is shown alone.
    pub charts: RwSignal<usize>,
}

impl Session {
    /// The state for the address as it stands.
    pub fn new() -> Session {
        let (view, ignored) = View::parse(&browser::query());
        let lang = browser::recall("lang").and_then(|code| Lang::from_code(&code));
        let theme = browser::recall("theme").and_then(|word| ThemeChoice::from_word(&word));
        let view = RwSignal::new(view);
        let usual_lang = RwSignal::new(lang.unwrap_or_else(browser::lang_of_browser));
        let usual_theme = RwSignal::new(theme.unwrap_or_default());
        let lang = move |_: Option<&Lang>| {
            let asked = view.with(|view| view.lang);
            asked.unwrap_or_else(|| usual_lang.get())
        };
        let theme_choice = move |_: Option<&ThemeChoice>| {
            let asked = view.with(|view| view.theme);
            asked.unwrap_or_else(|| usual_theme.get())
        };
        let package: RwSignal<Option<Arc<Package>>> = RwSignal::new(None);
        let references = Memo::new_with_compare(
            move |_| package.get(),
            |before, after| match (before.cloned().flatten(), after.cloned().flatten()) {
                (Some(before), Some(after)) => !after.has_references_of(&before),
                (before, after) => before.is_some() || after.is_some(),
            },
        );
        let resolution = Memo::new(move |_| {
            let package = package.get()?;
            Some(view.with(|view| resolve(view, &package)))
        });
        let resolved =
            move |_: Option<&_>| resolution.with(|it| it.as_ref().map(|(resolved, _)| *resolved));
        Session {
            view,
            followed: Memo::new(move |_| view.get()),
            ignored: RwSignal::new(ignored),
            catalog: RwSignal::new(None),
            package,
            references,
            resolved: Memo::new(resolved),
            resolution,
            package_fault: RwSignal::new(None),
            progress: RwSignal::new(None),
            settled: RwSignal::new(false),
            unfinished: RwSignal::new(0),
            code_stands: RwSignal::new(false),
            later_failed: RwSignal::new(false),
            loads: StoredValue::new(Loads::default()),
            lang: Memo::new(lang),
            theme_choice: Memo::new(theme_choice),
            usual_lang,
            usual_theme,
            system_dark: RwSignal::new(browser::system_prefers_dark()),
            origin: RwSignal::new(None),
            touched: RwSignal::new(None),
            findings: RwSignal::new(None),
            checked: RwSignal::new(None),
            own_title: RwSignal::new(browser::recall(KEPT_TITLE).filter(|it| !it.is_empty())),
            own_mark: RwSignal::new(String::new()),
            left_explore: StoredValue::new(None),
            sought: RwSignal::new(""),
            charts: RwSignal::new(0),
        }
    }

    /// The session as one page has it. A signal keeps what has listened to it for as long as it stands,
    /// even what has long been disposed of: the hundreds of links of a page listen to a memo that goes
    /// when the page goes.
    pub fn of_page(self) -> Session {
        Session {
            followed: Memo::new(move |_| self.view.get()),
            ..self
        }
    }

    /// The language in force. Nothing listens for it: the application makes the page anew when it
    /// changes (see `lang_tracked`).
    pub fn lang(&self) -> Lang {
        self.lang.get_untracked()
    }

    /// The language in force, for the few who follow its changes.
    pub fn lang_tracked(&self) -> Lang {
        self.lang.get()
    }

    /// The fixed texts of the language in force.
    pub fn words(&self) -> &'static Words {
        words(self.lang())
    }

    /// The theme chosen.
    pub fn theme_choice(&self) -> ThemeChoice {
        self.theme_choice.get()
    }

    /// The theme in force.
    pub fn theme(&self) -> Theme {
        match self.theme_choice() {
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::System if self.system_dark.get() => Theme::Dark,
            ThemeChoice::System => Theme::Light,
        }
    }

    /// The period that the reader asked for; none where the newest is shown.
    pub fn asked_period(&self) -> Option<Period> {
        match self.view.with(|view| view.period) {
            PeriodKey::At(period) => Some(period),
            PeriodKey::Newest | PeriodKey::EachLatest => None,
        }
    }

    /// Changes the view and makes a step in the history, so that the back button leads here.
    pub fn change(&self, change: impl FnOnce(&mut View)) {
        let mut after = self.view.get_untracked();
        change(&mut after);
        self.step_to(after);
    }

    /// Apart from the above, which is compiled for every change that there is.
    fn step_to(&self, mut after: View) {
        let before = self.view.get_untracked();
        // The digest is of the view that was cited, in whatever language and theme it is read.
        if (after.lang, after.theme) == (before.lang, before.theme) {
            after.digest.clear();
        }
        if after != before {
            // Another page begins at its head, and so does the profile of another area.
            let is_other = before.page != after.page
                || after.page == Page::Profile && before.area != after.area;
            if before.page == Page::Explore && after.page != Page::Explore {
                self.left_explore.set_value(Some(before));
            }
            self.ignored.set(Vec::new());
            self.origin.set(None);
            browser::push_query(&after.query());
            self.view.set(after);
            if is_other {
                browser::scroll_to_top();
            }
        }
    }

    /// Changes the view without a step in the history, as while the reader is typing.
    pub fn adjust(&self, change: impl FnOnce(&mut View)) {
        let mut after = self.view.get_untracked();
        change(&mut after);
        browser::replace_query(&after.query());
        self.view.set(after);
    }

    /// The query that opens just this view again, whatever is newest or first by then. The theme is
    /// the reader's own and does not go along.
    pub fn pinned_query(&self) -> String {
        self.pinned_view().query()
    }

    /// The view that the query says. That a chart of it stands alone does not go along, and the digest
    /// of an earlier day neither.
    pub fn pinned_view(&self) -> View {
        let mut view = self.view.get_untracked();
        view.theme = None;
        view.embed = None;
        view.digest.clear();
        view.own = match beside_of(&view.package) {
            Some(_) => self.own_mark.get_untracked(),
            None => String::new(),
        };
        if let Some(package) = self.package.get_untracked()
            && let Some(resolved) = self.resolved.get_untracked()
        {
            view = pinned(&view, &package, &resolved);
        }
        view
    }

    /// Every pair of the address that was left aside, once the package is known.
    pub fn all_ignored(&self) -> Vec<(String, String)> {
        let mut ignored = self.ignored.get();
        if let Some(Ok(catalog)) = self.catalog.get() {
            let asked = self.view.with(|view| view.package.clone());
            let published = beside_of(&asked).unwrap_or(&asked);
            if !published.is_empty() && catalog.entry(published).is_none() {
                ignored.push(("package".to_string(), asked));
            }
        }
        if let Some(package) = self.package.get()
            && self.settled.get()
        {
            let code_stands = self.code_stands.get();
            let sort = self.view.with(|view| {
                let is_compared = view.page == Page::Compare && code_stands;
                let refused = is_compared && refuses_sort(view, &package);
                refused.then(|| view.sort.clone())
            });
            let left_aside = self.resolution.get().map(|(_, left_aside)| left_aside);
            ignored.extend(left_aside.unwrap_or_default());
            ignored.extend(sort.map(|sort| ("sort".to_string(), sort)));
        }
        ignored
    }
}

/// A value kept until what it is made of changes. Unlike a plain memo it does not compare old and
/// new, which for answers and figures costs more than it saves.
pub fn kept<T: Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::new_with_compare(move |_| make(), |_, _| true)
}

/// The session of the page.
pub fn session() -> Session {
    expect_context::<Session>()
}
