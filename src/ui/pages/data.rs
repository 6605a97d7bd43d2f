//! 数据: where every number comes from, what is wrong with the files, and a check for one's own.

use crate::browser::{self, DroppedFile};
use crate::model::{Fault, Indicator};
use crate::package::{FileState, Package};
use crate::ui::check::{Checked, check_files};
use crate::ui::parts::fault_table::FaultTable;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::session::session;
use crate::words;
use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = session();
    let heading = move || {
        let package = session.package.get()?;
        let lang = session.lang();
        let title = package.descriptor.title.get(lang).to_string();
        let counts = words::package_counts_text(lang, &package);
        let version = words::source_line(lang, &package);
        Some(view! {
            <h1>{title} " · " {session.words().page_data}</h1>
            <p class="lead">{counts} " · " {version}</p>
        })
    };
    view! {
        <div class="page data">
            {heading}
            <FailedFiles />
            <Faults />
            <CheckOwn />
            <Files />
            <Definitions />
            <Sources />
            <Standards />
        </div>
    }
}

/// Every fault found so far.
#[component]
fn Faults() -> impl IntoView {
    let session = session();
    let faults = Memo::new(move |_| {
        let package = session.package.get();
        package.map_or(Vec::new(), |package| {
            package
                .faults()
                .into_iter()
                .cloned()
                .collect::<Vec<Fault>>()
        })
    });
    view! {
        <section id="faults">
            <h2>{move || session.words().faults}</h2>
            {move || {
                view! { <FaultTable faults=faults.get() none=session.words().no_faults /> }
            }}
        </section>
    }
}

/// Drop or choose files and see what would be found after publishing.
#[component]
fn CheckOwn() -> impl IntoView {
    let session = session();
    let checked: RwSignal<Option<Checked>> = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let over = RwSignal::new(false);
    let check = move |files: Vec<DroppedFile>| {
        if files.is_empty() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let package = session.package.get_untracked();
            let found = check_files(package, files).await;
            // The reader may have left the page meanwhile.
            checked.try_set(Some(found));
            busy.try_set(false);
        });
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        busy.set(true);
        let files = browser::files_of_drop(event);
        spawn_local(async move {
            let files = files.await;
            busy.try_set(false);
            check(files);
        });
    };
    let input = NodeRef::<Input>::new();
    let folder = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(folder) = folder.get() {
            // Not every browser can choose a folder; then single files are chosen.
            let _ = folder.set_attribute("webkitdirectory", "");
        }
    });
    let chosen = move |input: NodeRef<Input>| {
        if let Some(input) = input.get_untracked() {
            check(browser::files_of_input(&input));
        }
    };
    view! {
        <section id="check">
            <h2>{move || session.words().check_file}</h2>
            <div
                class="drop"
                class:over=move || over.get()
                on:dragover=move |event| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <p>{move || session.words().check_file_lead}</p>
                <p class="hint">{move || session.words().checking_against}</p>
                <div class="choose">
                    <label class="button">
                        {move || session.words().choose_files}
                        <input
                            class="visually-hidden"
                            type="file"
                            name="own-files"
                            multiple=true
                            accept=".csv,.tsv,.txt,.json"
                            node_ref=input
                            on:change=move |_| chosen(input)
                        />
                    </label>
                    <label class="button">
                        {move || session.words().choose_folder}
                        <input
                            class="visually-hidden"
                            type="file"
                            name="own-folder"
                            node_ref=folder
                            on:change=move |_| chosen(folder)
                        />
                    </label>
                </div>
            </div>
            <div class="check-result" aria-live="polite">
                {move || busy.get().then(|| view! { <p>{session.words().loading}</p> })}
                {move || {
                    let checked = checked.get()?;
                    let words = session.words();
                    Some(
                        view! {
                            <h3>{words.check_result}</h3>
                            <p class="checked-files">
                                <code>{checked.files.join(", ")}</code>
                            </p>
                            <FaultTable
                                faults=checked.faults
                                none={if checked.no_package {
                                    words.check_no_package
                                } else {
                                    words.check_clean
                                }}
                            />
                        },
                    )
                }}
            </div>
        </section>
    }
}

/// The files of the package, how far they were read, and their downloads.
#[component]
fn Files() -> impl IntoView {
    let session = session();
    let rows = move || {
        let package = session.package.get()?;
        let rows = package.files.iter().enumerate();
        Some(
            rows.map(|(at, state)| view_file(&package, at, state))
                .collect_view(),
        )
    };
    view! {
        <section id="files">
            <h2>{move || session.words().files}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=move || session.words().files>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || session.words().column_file}</th>
                            <th scope="col">{move || session.words().column_contents}</th>
                            <th scope="col" class="number">
                                {move || session.words().column_rows}
                            </th>
                            <th scope="col" class="number">
                                {move || session.words().faults}
                            </th>
                            <th scope="col">{move || session.words().column_state}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn view_file(package: &Arc<Package>, at: usize, state: &FileState) -> impl IntoView + use<> {
    let session = session();
    let (lang, words) = (session.lang(), session.words());
    let about = &package.descriptor.resources[at];
    let address = format!("{}{}", package.address, about.path);
    let rows = match state {
        FileState::Reference(rows, _) => Some(*rows),
        FileState::Observations(file) => Some(file.table.row_count()),
        FileState::Unread | FileState::Failed(_) => None,
    };
    let reading = session.progress.get().is_some();
    let told = match state {
        FileState::Unread if reading => words.state_reading,
        FileState::Unread => words.state_unread,
        FileState::Failed(_) => words.state_failed,
        FileState::Reference(..) | FileState::Observations(_) => words.state_read,
    };
    let faults = package.faults_of(at);
    let faults = faults
        .iter()
        .filter(|fault| fault.kind.severity() == crate::model::Severity::Fault);
    let fault_count = rows.map(|_| faults.count().to_string());
    view! {
        <tr>
            <th scope="row">
                <a href=address download="">
                    <code>{about.path.to_string()}</code>
                </a>
            </th>
            <td>{words::holding_text(lang, package, about)}</td>
            <td class="number">{rows.map(|rows| words::count_text(rows as f64))}</td>
            <td class="number">{fault_count}</td>
            <td>{told}</td>
        </tr>
    }
}

/// What each indicator counts.
#[component]
fn Definitions() -> impl IntoView {
    let session = session();
    let filter = Memo::new(move |_| session.view.with(|view| view.filter.clone()));
    let rows = move || {
        let package = session.package.get()?;
        let wanted = filter.get().to_lowercase();
        let matches = |indicator: &&Indicator| {
            let label = &indicator.label;
            [&label.zh, &label.en, &indicator.code]
                .iter()
                .any(|text| text.to_lowercase().contains(&wanted))
        };
        let mut indicators: Vec<&Indicator> = package.indicators.iter().map(|(_, it)| it).collect();
        indicators.sort_by_key(|indicator| indicator.theme);
        let shown = indicators.into_iter().filter(matches);
        Some(shown.map(view_definition).collect_view())
    };
    view! {
        <section id="definitions">
            <h2>{move || session.words().definitions}</h2>
            <label class="filter">
                <span>{move || session.words().search_indicators}</span>
                <input
                    type="search"
                    name="filter"
                    prop:value=filter
                    on:change=move |event| {
                        let wanted = event_target_value(&event);
                        session.change(|view| view.filter = wanted);
                    }
                />
            </label>
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-label=move || session.words().definitions
            >
                <table class="definitions">
                    <thead>
                        <tr>
                            <th scope="col">{move || session.words().indicator}</th>
                            <th scope="col">{move || session.words().column_theme}</th>
                            <th scope="col">{move || session.words().column_kind}</th>
                            <th scope="col">{move || session.words().column_unit}</th>
                            <th scope="col">{move || session.words().definition}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn view_definition(indicator: &Indicator) -> impl IntoView + use<> {
    let session = session();
    let lang = session.lang();
    let (label, label_lang) = indicator.label.get_with_lang(lang);
    let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
    let caveat = indicator.caveat.get(lang).to_string();
    let caveat = (!caveat.is_empty()).then(|| view! { <p class="caveat">{caveat}</p> });
    view! {
        <tr>
            <th scope="row">
                <span lang=label_lang.tag()>{label.to_string()}</span>
                <code>{indicator.code.clone()}</code>
            </th>
            <td>{words::theme_text(lang, indicator.theme)}</td>
            <td>{words::kind_text(lang, indicator.kind)}</td>
            <td>{indicator.unit.get(lang).to_string()}</td>
            <td>
                <p lang=definition_lang.tag()>{definition.to_string()}</p>
                {caveat}
            </td>
        </tr>
    }
}

/// Where the figures come from.
#[component]
fn Sources() -> impl IntoView {
    let session = session();
    let rows = move || {
        let package = session.package.get()?;
        let words = session.words();
        let stated = move |text: &str| match text {
            "" => words.not_stated.to_string(),
            text => text.to_string(),
        };
        let row = move |source: &crate::model::Source| {
            view! {
                <tr>
                    <th scope="row">
                        {source.title.clone()} <code>{source.code.clone()}</code>
                    </th>
                    <td>{stated(&source.publisher)}</td>
                    <td>{stated(&source.published)}</td>
                    <td>{stated(&source.as_of)}</td>
                    <td>{words::basis_word(session.lang(), &source.basis)}</td>
                    <td>{stated(&source.license)}</td>
                    <td>{source.note.clone()}</td>
                </tr>
            }
        };
        Some(package.sources.iter().map(row).collect_view())
    };
    view! {
        <section id="sources">
            <h2>{move || session.words().sources}</h2>
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-label=move || session.words().sources
            >
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || session.words().column_title}</th>
                            <th scope="col">{move || session.words().column_publisher}</th>
                            <th scope="col">{move || session.words().column_date}</th>
                            <th scope="col">{move || session.words().column_as_of}</th>
                            <th scope="col">{move || session.words().column_basis}</th>
                            <th scope="col">{move || session.words().column_license}</th>
                            <th scope="col">{move || session.words().column_note}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The standards of the package, each as it was set and where.
#[component]
fn Standards() -> impl IntoView {
    let session = session();
    let rows = move || {
        let package = session.package.get()?;
        let (lang, words) = (session.lang(), session.words());
        let row = |standard: &crate::model::Standard| {
            let place = package.areas.id(&standard.area_code);
            let place = match place {
                Some(id) => package.areas.get(id).name.get(lang).to_string(),
                None => words.not_stated.to_string(),
            };
            view! {
                <tr>
                    <th scope="row">{standard.label.get(lang).to_string()}</th>
                    <td class="number">{words::requirement_text(lang, standard)}</td>
                    <td>{place}</td>
                    <td>{standard.scope.get(lang).to_string()}</td>
                    <td>{words::strength_text(lang, standard.strength)}</td>
                    <td>{standard.effective_from.clone()}</td>
                    <td>
                        <code>{standard.source.clone()}</code>
                        " "
                        {standard.locator.clone()}
                    </td>
                </tr>
            }
        };
        Some(package.standards.iter().map(row).collect_view())
    };
    view! {
        <section id="standards">
            <h2>{move || session.words().standards}</h2>
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-label=move || session.words().standards
            >
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || session.words().column_standard}</th>
                            <th scope="col" class="number">
                                {move || session.words().column_requirement}
                            </th>
                            <th scope="col">{move || session.words().column_area}</th>
                            <th scope="col">{move || session.words().column_scope}</th>
                            <th scope="col">{move || session.words().column_strength}</th>
                            <th scope="col">{move || session.words().column_effective}</th>
                            <th scope="col">{move || session.words().source}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
