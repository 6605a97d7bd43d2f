//! Headings of printed columns that no page has.

use crate::model::Lang;

/// Headings of printed columns that no page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The code of an area.
    Code,
    /// The 95 % interval.
    Interval,
    /// Lower limit.
    LowerLimit,
    /// Centre line.
    Centre,
    /// Upper limit.
    UpperLimit,
    /// Signals.
    Signals,
    /// Signals against the benchmark of the same period.
    SignalsAgainst,
    /// The place on the spine.
    Spine,
    /// Remark.
    Remark,
    /// Covered.
    Covered,
    /// All.
    All,
    /// Share.
    Share,
    /// Missing.
    Lacking,
    /// Which units.
    Units,
    /// Stage of a case.
    Stage,
    /// Number of cases.
    Cases,
    /// Of the stage before.
    OfBefore,
    /// Of the orders dispatched.
    OfDispatched,
    /// Cases lost on the way.
    Loss,
    /// Units in the list of areas.
    Listed,
    /// Margin to a standard.
    Margin,
    /// Whether a standard is met.
    Status,
    /// Coverage, as the title of an answer.
    Coverage,
    /// Cases by stage, as the title of an answer.
    CaseFlow,
    /// Organisation, as the title of an answer.
    Organisation,
    /// Standards, as the title of an answer.
    Standards,
}

/// A heading of a printed column.
pub fn heading_text(lang: Lang, heading: Heading) -> &'static str {
    let (zh, en) = match heading {
        Heading::Code => ("代码", "Code"),
        Heading::Interval => ("95% 区间", "95% interval"),
        Heading::LowerLimit => ("下限", "Lower limit"),
        Heading::Centre => ("中线", "Centre"),
        Heading::UpperLimit => ("上限", "Upper limit"),
        Heading::Signals => ("信号", "Signals"),
        Heading::SignalsAgainst => ("与基准同期相比的信号", "Signals against the benchmark"),
        Heading::Spine => ("相对位置（−1 至 1）", "Place (−1 to 1)"),
        Heading::Remark => ("备注", "Remark"),
        Heading::Covered => ("已覆盖", "Covered"),
        Heading::All => ("总数", "All"),
        Heading::Share => ("占比", "Share"),
        Heading::Lacking => ("尚缺", "Missing"),
        Heading::Units => ("未覆盖的单位", "Units without"),
        Heading::Stage => ("环节", "Stage"),
        Heading::Cases => ("件数", "Cases"),
        Heading::OfBefore => ("占其来源环节", "Of the stage it follows"),
        Heading::OfDispatched => ("占派单", "Of the dispatched"),
        Heading::Loss => ("流失", "Lost"),
        Heading::Listed => ("地区表中列出", "Listed"),
        Heading::Margin => ("余量", "Margin"),
        Heading::Status => ("达标情况", "Status"),
        Heading::Coverage => ("覆盖", "Coverage"),
        Heading::CaseFlow => ("事项流转", "Cases by stage"),
        Heading::Organisation => ("组织", "Organisation"),
        Heading::Standards => ("规范", "Standards"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
