//! Fixed texts of the page 「组织」: whether the organisation reaches every level.

/// Its fixed texts.
#[derive(Debug)]
pub struct OrganisationWords {
    /// Page: Organisation
    pub title: &'static str,
    /// Label of a control: which organisation
    pub kind: &'static str,
    /// Heading: level by level
    pub tree: &'static str,
    /// Column: a unit
    pub unit: &'static str,
    /// Column: its level
    pub level: &'static str,
    /// Column: what lies in it
    pub below: &'static str,
    /// Button: show what lies in a unit
    pub expand: &'static str,
    /// Button: hide it
    pub collapse: &'static str,
    /// Where no unit is listed
    pub no_tree: &'static str,
    /// Where the units have no figures
    pub no_icicle: &'static str,
    /// Heading: figures and whether they agree
    pub counts: &'static str,
    /// Column: of how many
    pub of: &'static str,
    /// Column: how many are missing
    pub missing: &'static str,
    /// Column: whether numbers agree
    pub agreement: &'static str,
    /// Where an area publishes nothing of its organisation
    pub no_counts: &'static str,
    /// Heading: empty levels and orphans
    pub levels: &'static str,
    /// Heading: centres
    pub centres: &'static str,
    /// Column: expected
    pub expected: &'static str,
    /// Column: reported
    pub reported: &'static str,
    /// Column: difference
    pub difference: &'static str,
    /// Column: which units are concerned
    pub which: &'static str,
    /// Where no centre is published
    pub no_centres: &'static str,
    /// Heading: meetings
    pub meetings: &'static str,
    /// Column: held enough
    pub enough: &'static str,
    /// Column: the share that did
    pub enough_share: &'static str,
    /// Column: held fewer
    pub short: &'static str,
    /// Column: nothing known
    pub unknown: &'static str,
    /// Where no meeting is published
    pub no_meetings: &'static str,
    /// Where a list says nothing
    pub none: &'static str,
    /// Where neither parts nor lists are published
    pub no_checks: &'static str,
    /// Row: the area as a whole
    pub whole: &'static str,
    /// Button: fold a long list again
    pub fewer: &'static str,
}

pub(super) const ZH: OrganisationWords = OrganisationWords {
    title: "组织",
    kind: "组织类型",
    tree: "逐级一览",
    unit: "单位",
    level: "级别",
    below: "下辖",
    expand: "展开",
    collapse: "收起",
    no_tree: "下级单位的名单没有公布，不能逐级列出。",
    no_icicle: "没有公布逐个单位的数字，不能画逐级覆盖图，也不能指明缺在哪里。",
    counts: "各项数字及核对",
    of: "应有",
    missing: "缺",
    agreement: "核对",
    no_counts: "没有公布组织方面的数字。",
    levels: "空缺的层级与无上级的单位",
    centres: "各级党群服务中心",
    expected: "应有",
    reported: "上报",
    difference: "相差",
    which: "具体单位",
    no_centres: "没有公布党群服务中心的数字。",
    meetings: "会议召开情况",
    enough: "达到",
    enough_share: "达到比例",
    short: "未达到",
    unknown: "未判定",
    no_meetings: "没有公布会议召开次数。",
    none: "无",
    no_checks: "下级的数字和单位名单没有公布，以上各数无法核对，也不能指明具体单位。",
    whole: "合计",
    fewer: "收起",
};

pub(super) const EN: OrganisationWords = OrganisationWords {
    title: "Organisation",
    kind: "Organisation",
    tree: "Level by level",
    unit: "Unit",
    level: "Level",
    below: "Contains",
    expand: "Show what lies in",
    collapse: "Hide what lies in",
    no_tree: "No list of the units below is published, so they cannot be shown level by level.",
    no_icicle: "No figures unit by unit are published, so there is no chart of the levels, and what is missing cannot be located.",
    counts: "Figures and whether they agree",
    of: "Expected",
    missing: "Missing",
    agreement: "Check",
    no_counts: "No figures on organisation are published.",
    levels: "Empty levels and units without a parent",
    centres: "Party-mass service centres by tier",
    expected: "Expected",
    reported: "Reported",
    difference: "Difference",
    which: "Which units",
    no_centres: "No figures on service centres are published.",
    meetings: "Meetings held",
    enough: "Held enough",
    enough_share: "Share with enough",
    short: "Fewer than required",
    unknown: "Not judged",
    no_meetings: "No numbers of meetings held are published.",
    none: "None",
    no_checks: "Neither the figures of the parts nor lists of units are published: the figures above cannot be checked, nor units be named.",
    whole: "In all",
    fewer: "Fewer",
};
