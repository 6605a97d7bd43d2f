//! Figures: charts as plain data in data units, one file per kind.
//!
//! A figure says what is shown: marks with their values and verdicts, an axis, a benchmark, and
//! texts that are already worded in the reader's language. It must not know pixels, colours,
//! fonts or languages, and it never sorts: the order of the marks is the order on paper.

mod area_map;
mod caterpillar;
mod control_chart;
mod distribution;
mod from_answer;
mod from_comparisons;
mod from_distribution;
mod from_map;
mod from_profile;
mod from_scattered;
mod from_series;
mod from_standards;
mod from_tree;
mod from_trends;
mod funnel_plot;
mod group;
mod heat_table;
mod lines;
mod margins;
mod mark;
mod org_tree;
mod ranked_bars;
mod reach;
mod scatter;
mod shading;
mod small_lines;
mod small_multiples;
mod sparkline;
mod spine;
mod split_parts;
mod table;
mod tile_map;

mod case_flow;
mod from_cases;
mod from_categories;
mod pareto;
pub use area_map::{AreaMap, AreaShape};
pub use case_flow::{CaseFlow, FlowStage};
pub use caterpillar::Caterpillar;
pub use control_chart::{ControlChart, ControlPoint, LineNames};
pub use distribution::{BoxShape, Distribution, DistributionBin};
pub use from_answer::{Look, compare_figure};
pub use from_cases::{BESIDE_KEY, case_flow_figure, case_rates_figure, category_figure};
pub use from_categories::{by_category_figure, category_table_figure};
pub use from_comparisons::{funnel_figure, heat_figure};
pub use from_distribution::{distribution_figure, row_of_key};
pub use from_map::{Mapped, area_figure, tile_figure};
pub use from_profile::profile_figure;
pub use from_scattered::{relate_figure, scatter_figure};
pub use from_series::trend_figure;
pub use from_standards::{margins_figure, missed_figure, split_figure};
pub use from_tree::org_tree_figure;
pub use from_trends::{against_figure, multiples_figure, together_figure};
pub use funnel_plot::{FunnelLimit, FunnelMark, FunnelPlot};
pub use group::mark_group;
pub use heat_table::{HeatCell, HeatColumn, HeatRow, HeatTable};
pub use lines::{LineSeries, Lines, ReferenceLine};
pub use margins::Margins;
pub use mark::{Emphasis, Mark, MarkStatus};
pub use org_tree::{OrgCell, OrgColumn, OrgState, OrgTree};
pub use pareto::{Pareto, ParetoBar};
pub use ranked_bars::{Arrangement, MissingMark, RankedBars};
pub use scatter::{DotSample, FitLine, Scatter, ScatterLegend, ScatterMark};
pub use shading::{LegendEntry, MOST_SHADES, Shading};
pub use small_lines::{card_figure, finding_line};
pub use small_multiples::{SmallMultiples, SmallPanel, SmallPoint};
pub use sparkline::Sparkline;
pub use spine::{Spine, SpineGroup, SpineHeads, SpineRow};
pub use split_parts::{SplitBar, SplitParts};
pub use table::{FigureTable, figure_table};
pub use tile_map::{Tile, TileBlock, TileMap};

use crate::words;

/// The most marks that are shown as labelled bars; a longer ranking is a [`Caterpillar`].
pub const MOST_BARS: usize = 40;

/// One chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Labelled horizontal bars, for at most [`MOST_BARS`] areas.
    RankedBars(RankedBars),
    /// Dots in order with intervals, for many areas.
    Caterpillar(Caterpillar),
    /// A small line without axes, for a card.
    Sparkline(Sparkline),
    /// Values against what they rest on, between control limits.
    FunnelPlot(FunnelPlot),
    /// One series between its control limits.
    ControlChart(ControlChart),
    /// Verdicts, indicator by area.
    HeatTable(HeatTable),
    /// Two values of each area against each other.
    Scatter(Scatter),
    /// How the values of one indicator are spread.
    Distribution(Distribution),
    /// One area on many indicators, around the benchmark.
    Spine(Spine),
    /// Several series over the same periods.
    Lines(Lines),
    /// Many small charts on one scale.
    SmallMultiples(SmallMultiples),
    /// Cases from stage to stage.
    CaseFlow(CaseFlow),
    /// Parts in falling order with their cumulative share.
    Pareto(Pareto),
    /// An area and what lies in it, level by level.
    OrgTree(OrgTree),
    /// A tile for each area, in blocks by the area above.
    TileMap(TileMap),
    /// Areas in their outlines.
    AreaMap(AreaMap),
    /// Many areas against the limit of a standard.
    Margins(Margins),
    /// An area too large for a limit, and the parts it could be split into.
    SplitParts(SplitParts),
}

impl Figure {
    /// The marks in the order in which they are drawn and walked by the arrow keys.
    ///
    /// Marks without a finite value are among them: no figure drops what it was given. The cells
    /// of a heat table and the areas of a tree are not marks: see [`HeatTable::cell`] and
    /// [`OrgTree::cell`].
    pub fn marks(&self) -> Vec<&Mark> {
        match self {
            Figure::RankedBars(bars) => bars.marks.iter().collect(),
            Figure::Caterpillar(caterpillar) => caterpillar.marks.iter().collect(),
            Figure::Sparkline(sparkline) => sparkline.points.iter().flatten().collect(),
            Figure::FunnelPlot(funnel) => funnel.marks.iter().map(|dot| &dot.mark).collect(),
            Figure::ControlChart(chart) => {
                let points = chart.points.iter().flatten();
                points.map(|point| &point.mark).collect()
            }
            Figure::HeatTable(_) | Figure::OrgTree(_) => Vec::new(),
            Figure::Scatter(scatter) => scatter.marks.iter().map(|dot| &dot.mark).collect(),
            Figure::Distribution(figure) => {
                let bins = figure.bins.iter().map(|bin| &bin.mark);
                bins.chain(&figure.marks).collect()
            }
            Figure::Spine(spine) => spine.rows().map(|row| &row.mark).collect(),
            Figure::Lines(lines) => {
                let points = lines.series.iter().flat_map(|series| &series.points);
                points.flatten().collect()
            }
            Figure::SmallMultiples(small) => small.panels.iter().map(|it| &it.mark).collect(),
            Figure::CaseFlow(flow) => {
                let stages = flow.stages.iter();
                let own_and_beside = stages.flat_map(|it| [Some(&it.mark), it.beside.as_ref()]);
                own_and_beside.flatten().collect()
            }
            Figure::Pareto(pareto) => pareto.bars.iter().map(|bar| &bar.mark).collect(),
            Figure::TileMap(map) => {
                let tiles = map.blocks.iter().flat_map(|block| &block.tiles);
                tiles.map(|tile| &tile.mark).collect()
            }
            Figure::AreaMap(map) => map.shapes.iter().map(|shape| &shape.mark).collect(),
            Figure::Margins(margins) => margins.marks.iter().collect(),
            Figure::SplitParts(split) => split.bars.iter().map(|bar| &bar.mark).collect(),
        }
    }

    /// True where marks stand beside and below each other, so that all four arrow keys lead
    /// somewhere.
    pub fn is_plane(&self) -> bool {
        use Figure::{AreaMap, HeatTable, TileMap};
        matches!(self, TileMap(_) | AreaMap(_) | HeatTable(_))
    }

    /// What is said of the mark or the cell of a key when it is pointed at or read out.
    pub fn told(&self, key: u32) -> Option<String> {
        if let Figure::HeatTable(table) = self {
            let (row, column, cell) = table.cell(key)?;
            let said = words::mark_text(&[&row.label, &cell.said]);
            return Some(words::figures_text(&[&said, &column.told]));
        }
        if let Figure::OrgTree(tree) = self {
            let cell = tree.cell(key)?;
            return Some(words::mark_text(&[&cell.name, &cell.said]));
        }
        let mark = self.mark(key)?;
        if let Figure::Scatter(scatter) = self {
            let dot = scatter.marks.iter().find(|dot| dot.mark.key == key)?;
            let x = [&*scatter.x_label, " ", &dot.x_text].concat();
            let y = [&*scatter.y_label, " ", &mark.value_text].concat();
            let parts = [&*mark.label, &mark.detail, &x, &y, &mark.said];
            return Some(words::figures_text(&parts));
        }
        if let Figure::Lines(lines) = self {
            let series = lines.series_of(key).map_or("", |series| &series.label);
            let parts = [series, &mark.label, &mark.value_text, &mark.said];
            return Some(words::figures_text(&parts));
        }
        let parts = [&*mark.label, &mark.value_text, &mark.detail, &mark.said];
        Some(words::mark_text(&parts))
    }

    /// The mark of a row of the answer, if the figure shows it.
    pub fn mark(&self, key: u32) -> Option<&Mark> {
        self.marks().into_iter().find(|mark| mark.key == key)
    }
}

/// The value axis: what a value is counted in, and how far values can go at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The unit, worded (`%`, `户`, `per 1,000 households`); empty where there is none.
    pub unit: String,
    /// No value of this indicator can be below this (0 for a share); the axis never goes past it.
    pub floor: Option<f64>,
    /// No value of this indicator can be above this (100 for a share in %).
    pub ceiling: Option<f64>,
    /// How far the axis goes for intervals at most, low and high, where a few would squeeze the rest: what
    /// runs out is cut, with an arrow. Values go further where they have to.
    pub reach: Option<(f64, f64)>,
}

impl Axis {
    /// A share in per cent, between 0 and 100.
    pub fn percent() -> Axis {
        Axis {
            unit: "%".to_string(),
            floor: Some(0.0),
            ceiling: Some(100.0),
            reach: None,
        }
    }

    /// A quantity that is never below zero.
    pub fn from_zero(unit: impl Into<String>) -> Axis {
        Axis {
            unit: unit.into(),
            floor: Some(0.0),
            ..Axis::default()
        }
    }
}

/// What the marks are compared with: a line with its name and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// Its name, worded (`全区`, `District`).
    pub label: String,
    /// Its value, in the unit of the axis.
    pub value: f64,
    /// The value as people read it (`87.7%`).
    pub value_text: String,
}
