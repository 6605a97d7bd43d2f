//! A figure as a table of texts: what is drawn, for those who read rather than look.

use super::{ControlPoint, Figure, HeatTable, Lines, Mark};
use crate::model::Lang;
use crate::words::{self, words};

/// Heads and rows; every row has one text a head. The first column names the row, those of `numbers`
/// hold figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTable {
    /// The heads.
    pub heads: Vec<String>,
    /// Whether a column holds figures, in step with the heads.
    pub numbers: Vec<bool>,
    /// The rows, in the order of the figure, each with the key of its mark where it has one.
    pub rows: Vec<(Option<u32>, Vec<String>)>,
}

/// The table of a figure.
pub fn figure_table(lang: Lang, figure: &Figure) -> FigureTable {
    let fixed = words(lang);
    match figure {
        Figure::HeatTable(heat) => heat_table(lang, heat),
        Figure::FunnelPlot(funnel) => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (fixed.column_value, true),
                (&funnel.size_label, true),
                (fixed.column_said, false),
            ]);
            for dot in &funnel.marks {
                let size = words::number_text(dot.size, 0);
                let cells = [name(&dot.mark), dot.mark.value_text.clone(), size];
                table.push(&dot.mark, cells, &dot.mark.said);
            }
            table
        }
        Figure::Scatter(scatter) => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (&scatter.x_label, true),
                (&scatter.y_label, true),
                (fixed.column_said, false),
            ]);
            for dot in &scatter.marks {
                let cells = [
                    name(&dot.mark),
                    dot.x_text.clone(),
                    dot.mark.value_text.clone(),
                ];
                table.push(&dot.mark, cells, &dot.mark.said);
            }
            table
        }
        Figure::ControlChart(chart) => {
            let mut table = columns(&[
                (fixed.column_period, false),
                (fixed.column_value, true),
                (fixed.column_lower, true),
                (fixed.column_centre, true),
                (fixed.column_upper, true),
                (fixed.column_said, false),
            ]);
            for point in chart.points.iter().flatten() {
                let [lower, centre, upper] = limits(point);
                let cells = [
                    name(&point.mark),
                    point.mark.value_text.clone(),
                    lower,
                    centre,
                    upper,
                ];
                table.push(&point.mark, cells, &point.flags.join(" · "));
            }
            table
        }
        Figure::Lines(lines) => lines_table(lang, lines),
        Figure::SmallMultiples(small) => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (fixed.column_value, true),
                (fixed.trends().column_change, true),
                (fixed.column_said, false),
            ]);
            for panel in &small.panels {
                let mark = &panel.mark;
                let value = mark.value_text.clone();
                let cells = [mark.label.clone(), value, mark.detail.clone()];
                table.push(mark, cells, &mark.said);
            }
            table
        }
        Figure::Pareto(pareto) => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (fixed.column_value, true),
                (&pareto.cumulative_label, true),
                (&pareto.rate_label, true),
                (fixed.column_said, false),
            ]);
            for bar in &pareto.bars {
                let cells = [
                    name(&bar.mark),
                    bar.mark.value_text.clone(),
                    bar.cumulative_text.clone(),
                    bar.rate_text.clone(),
                ];
                table.push(&bar.mark, cells, &bar.mark.said);
            }
            table
        }
        Figure::OrgTree(tree) => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (fixed.level, false),
                (fixed.column_said, false),
            ]);
            for cell in &tree.cells {
                let level = tree.columns.get(cell.column);
                let level = level.map_or(String::new(), |column| column.label.clone());
                let cells = vec![cell.name.clone(), level, cell.said.clone()];
                table.rows.push((Some(cell.key), cells));
            }
            table
        }
        _ => {
            let mut table = columns(&[
                (fixed.column_name, false),
                (fixed.column_value, true),
                (fixed.column_said, false),
            ]);
            for mark in figure.marks() {
                table.push(mark, [name(mark), mark.value_text.clone()], &mark.said);
            }
            if let Figure::RankedBars(bars) = figure {
                for missing in &bars.missing {
                    let cells = vec![missing.label.clone(), missing.reason.clone(), String::new()];
                    table.rows.push((Some(missing.key), cells));
                }
            }
            table
        }
    }
}

impl FigureTable {
    fn push<const N: usize>(&mut self, mark: &Mark, cells: [String; N], said: &str) {
        let mut cells = Vec::from(cells);
        cells.push(said.to_string());
        self.rows.push((Some(mark.key), cells));
    }
}

fn columns(heads: &[(&str, bool)]) -> FigureTable {
    FigureTable {
        heads: heads.iter().map(|(head, _)| head.to_string()).collect(),
        numbers: heads.iter().map(|(_, is_number)| *is_number).collect(),
        rows: Vec::new(),
    }
}

fn name(mark: &Mark) -> String {
    words::mark_text(&[&mark.label, &mark.detail])
}

/// Lower limit, centre and upper limit, with as many decimals as the value shows.
fn limits(point: &ControlPoint) -> [String; 3] {
    let after = point
        .mark
        .value_text
        .split_once('.')
        .map_or("", |(_, it)| it);
    let decimals = after.bytes().take_while(u8::is_ascii_digit).count().min(6) as u8;
    [point.lower, point.centre, point.upper].map(|limit| match limit.is_finite() {
        true => words::number_text(limit, decimals),
        false => String::new(),
    })
}

/// A row a period, a column a series.
fn lines_table(lang: Lang, lines: &Lines) -> FigureTable {
    let mut table = columns(&[(words(lang).column_period, false)]);
    for series in &lines.series {
        table.heads.push(series.label.clone());
        table.numbers.push(true);
    }
    for (at, period) in lines.periods.iter().enumerate() {
        let mut cells = vec![period.clone()];
        cells.extend(lines.series.iter().map(|series| {
            let mark = series.points.get(at).and_then(Option::as_ref);
            mark.map_or(String::new(), |mark| mark.value_text.clone())
        }));
        table.rows.push((None, cells));
    }
    table
}

fn heat_table(lang: Lang, heat: &HeatTable) -> FigureTable {
    let mut table = columns(&[(words(lang).column_name, false)]);
    for column in &heat.columns {
        table
            .heads
            .push(words::mark_text(&[&column.label, &column.detail]));
        table.numbers.push(true);
    }
    for row in &heat.rows {
        let mut cells = vec![row.label.clone()];
        let columns = row.cells.iter().zip(&heat.columns);
        cells.extend(columns.map(|(cell, column)| match cell.said.is_empty() {
            true => cell.text.clone(),
            false => without_head(&cell.said, &column.label),
        }));
        cells.resize(table.heads.len(), String::new());
        table.rows.push((None, cells));
    }
    table
}

/// What is said of a cell without the name of its column, which stands at its head.
fn without_head(said: &str, head: &str) -> String {
    match said.strip_prefix(head) {
        Some(rest) => rest.trim_start_matches([' ', '·']).to_string(),
        None => said.to_string(),
    }
}
