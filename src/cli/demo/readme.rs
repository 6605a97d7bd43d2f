//! The package's README: the text of `texts/README.md`, its names and numbers filled in from the
//! figures themselves, so that it cannot say anything else than the files.

use super::areas::{Area, Level};
use super::calendar::{LAST, LAST_RIPE, Span};
use super::measures::{self, Amount, Measure, World};
use super::plan::{Options, STEMS, community_names, subdistrict_code};

/// The text; `{…}` marks what is filled in.
const TEXT: &str = include_str!("texts/README.md");

/// The whole file. Lines about a split are left out where there was none.
pub fn write(options: &Options, world: &World, areas: &[Area]) -> String {
    let mut words = Words::default();
    words.put("communities", options.communities);
    words.put("months", options.months);
    words.put("seed", options.seed);
    words.put("first", world.plan.first.text());
    words.put("last", LAST.text());
    words.put("ripe", LAST_RIPE.text());
    words.put_communities(world);
    words.put_split(world);
    words.put_oversize(world, areas);
    words.put_gaps(world);
    let lines = TEXT.lines().map(|line| words.fill(line));
    lines
        .filter(|line| !line.contains("{split"))
        .map(|line| line + "\n")
        .collect()
}

/// What is filled in, by the name between the braces.
#[derive(Default)]
struct Words(Vec<(String, String)>);

impl Words {
    fn put(&mut self, name: &str, word: impl ToString) {
        self.0.push((format!("{{{name}}}"), word.to_string()));
    }

    fn fill(&self, line: &str) -> String {
        (self.0.iter()).fold(line.to_string(), |line, (name, word)| {
            line.replace(name, word)
        })
    }

    fn put_unit(&mut self, name: &str, world: &World, unit: usize) {
        let place = &world.plan.units[unit];
        let (zh, en) = community_names(place.subdistrict, place.number);
        self.put(&format!("{name}.zh"), zh);
        self.put(&format!("{name}.en"), en);
        self.put(&format!("{name}.code"), &place.code);
    }

    fn put_share(&mut self, name: &str, (part, whole): (u64, u64)) {
        let tenths = (part * 2000 + whole) / (whole * 2).max(1);
        self.put(&format!("{name}.part"), part);
        self.put(&format!("{name}.whole"), whole);
        self.put(&format!("{name}.missing"), whole - part);
        let rate = format!("{}.{}", tenths / 10, tenths % 10);
        self.put(&format!("{name}.rate"), rate);
    }

    fn put_communities(&mut self, world: &World) {
        let stories = &world.plan.stories;
        let named = [
            ("slipped", stories.slipped),
            ("improved", stories.improved),
            ("always_low", stories.always_low),
            ("noisy", stories.noisy),
            ("silent", stories.silent),
            ("outage", stories.outage),
            ("without_compounds", stories.without_compounds),
        ];
        for (name, unit) in named {
            self.put_unit(name, world, unit);
            self.put_share(name, share(world, measures::on_time, [unit]));
        }
        let due = |month| world.cases.of_unit(stories.noisy, &Span::month(month)).due;
        let months = world.plan.first.max(LAST_RIPE.plus(-11)).through(LAST_RIPE);
        let (count, sum) = months.fold((0, 0), |(count, sum), month| (count + 1, sum + due(month)));
        self.put("noisy.mean", sum / count);
    }

    fn put_split(&mut self, world: &World) {
        let Some(split) = &world.plan.stories.split else {
            return;
        };
        let (zh, en) = community_names(split.subdistrict, split.old_number);
        self.put("split.zh", zh);
        self.put("split.en", en);
        self.put("split.code", &split.old_code);
        self.put_unit("split.first", world, split.parts[0]);
        self.put_unit("split.second", world, split.parts[1]);
    }

    fn put_oversize(&mut self, world: &World, areas: &[Area]) {
        let mut oversize: Vec<(u64, &Area)> = (areas.iter())
            .filter(|area| area.level == Level::Community && area.is_valid(LAST_RIPE))
            .map(|area| (world.plan.households(area.units[0], LAST_RIPE), area))
            .filter(|(households, _)| *households > 3500)
            .collect();
        oversize.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
        let list = |name: fn(&Area) -> &str| -> String {
            let entries: Vec<String> = (oversize.iter())
                .map(|(households, area)| format!("{} {} {households}", name(area), area.code))
                .collect();
            entries.join("; ")
        };
        self.put("oversize.count", oversize.len());
        self.put("oversize.list.zh", list(|area| &area.names.0));
        self.put("oversize.list.en", list(|area| &area.names.1));
    }

    fn put_gaps(&mut self, world: &World) {
        let plan = &world.plan;
        let few = plan.stories.few_groups_subdistrict;
        let late = plan.stories.late_hotline_subdistrict;
        let all = 0..plan.units.len();
        let groups = share(world, measures::grids_with_group, all.clone());
        let few_groups = share(world, measures::grids_with_group, plan.units_of(few));
        self.put_share("groups", groups);
        self.put_share("groups.few", few_groups);
        self.put_share(
            "offices",
            share(world, measures::offices_meeting_standard, all),
        );
        for (name, subdistrict) in [("groups.few", few), ("late_hotline", late)] {
            let (zh, en) = STEMS[subdistrict];
            self.put(&format!("{name}.zh"), format!("{zh}街道"));
            self.put(&format!("{name}.en"), format!("{en} Sub-district"));
            self.put(&format!("{name}.code"), subdistrict_code(subdistrict));
        }
    }
}

/// A share at the last ripe month, added up over communities.
fn share(world: &World, measure: Measure, units: impl IntoIterator<Item = usize>) -> (u64, u64) {
    let span = Span::month(LAST_RIPE);
    let amounts = units.into_iter().map(|unit| measure(world, unit, &span));
    match amounts.reduce(Amount::plus) {
        Some(Amount::Share(part, whole)) => (part, whole),
        _ => (0, 0),
    }
}
