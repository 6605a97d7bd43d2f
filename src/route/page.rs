//! The pages, and a round of them.

/// A page of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Page {
    /// 总览
    #[default]
    Overview,
    /// 对比
    Compare,
    /// 画像
    Profile,
    /// 趋势
    Trends,
    /// 地图
    Map,
    /// 组织
    Organisation,
    /// 事项
    Cases,
    /// 规范
    Standards,
    /// 探索
    Explore,
    /// 数据
    Data,
}

impl Page {
    /// The pages in the order of the rail.
    pub const ALL: [Page; 10] = [
        Page::Overview,
        Page::Compare,
        Page::Profile,
        Page::Trends,
        Page::Map,
        Page::Organisation,
        Page::Cases,
        Page::Standards,
        Page::Explore,
        Page::Data,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Page::Overview => "overview",
            Page::Compare => "compare",
            Page::Profile => "profile",
            Page::Trends => "trends",
            Page::Map => "map",
            Page::Organisation => "organisation",
            Page::Cases => "cases",
            Page::Standards => "standards",
            Page::Explore => "explore",
            Page::Data => "data",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Page> {
        Page::ALL.into_iter().find(|page| page.word() == word)
    }
}

/// Pages in turn on the screen of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Seconds for which a page stands, at least [`Meeting::LEAST_SECONDS`].
    pub seconds: u32,
    /// The pages in their order; the usual ones where empty.
    pub pages: Vec<Page>,
}

impl Meeting {
    /// Where an address does not say how long.
    pub const USUAL_SECONDS: u32 = 20;
    /// Less is not read.
    pub const LEAST_SECONDS: u32 = 5;
    /// More is no round.
    pub const MOST_SECONDS: u32 = 3600;
    /// The pages for a meeting, where an address does not say which.
    pub const USUAL_PAGES: [Page; 5] = [
        Page::Overview,
        Page::Compare,
        Page::Map,
        Page::Cases,
        Page::Organisation,
    ];

    /// The round that one gets without saying more.
    pub fn usual() -> Meeting {
        Meeting {
            seconds: Meeting::USUAL_SECONDS,
            pages: Vec::new(),
        }
    }

    /// The pages in turn.
    pub fn round(&self) -> &[Page] {
        match self.pages.is_empty() {
            true => &Meeting::USUAL_PAGES,
            false => &self.pages,
        }
    }

    /// The page after one: the first after a page that is not in the round.
    pub fn after(&self, page: Page) -> Page {
        let round = self.round();
        let place = round.iter().position(|it| *it == page);
        let next = place.map_or(0, |place| (place + 1) % round.len());
        round.get(next).copied().unwrap_or_default()
    }

    /// The page before one: the last before a page that is not in the round.
    pub fn before(&self, page: Page) -> Page {
        let round = self.round();
        let place = round.iter().position(|it| *it == page).unwrap_or(0);
        let before = (place + round.len()).checked_sub(1);
        let before = before.map(|before| before % round.len().max(1));
        before
            .and_then(|before| round.get(before))
            .copied()
            .unwrap_or_default()
    }

    /// Reads `20` or `20:overview,cases`. None where a part of it is not understood.
    pub fn parse(text: &str) -> Option<Meeting> {
        let (seconds, pages) = text.split_once(':').unwrap_or((text, ""));
        let seconds: u32 = seconds.parse().ok()?;
        let is_fit = (Meeting::LEAST_SECONDS..=Meeting::MOST_SECONDS).contains(&seconds);
        let words = pages.split(',').filter(|word| !word.is_empty());
        let pages: Option<Vec<Page>> = words.map(Page::from_word).collect();
        is_fit.then_some(Meeting {
            seconds,
            pages: pages?,
        })
    }

    /// The text that [`Meeting::parse`] reads.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.pages.iter().map(|page| page.word()).collect();
        match words.is_empty() {
            true => self.seconds.to_string(),
            false => format!("{}:{}", self.seconds, words.join(",")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_goes_round() {
        let meeting = Meeting::parse("30:cases,overview").unwrap();
        assert_eq!(meeting.after(Page::Cases), Page::Overview);
        assert_eq!(meeting.after(Page::Overview), Page::Cases);
        assert_eq!(meeting.after(Page::Data), Page::Cases);
        assert_eq!(meeting.before(Page::Cases), Page::Overview);
        assert_eq!(Meeting::usual().before(Page::Compare), Page::Overview);
        assert_eq!(Meeting::usual().after(Page::Overview), Page::Compare);
        for text in ["", "4", "9999", "20:nowhere", "soon"] {
            assert_eq!(Meeting::parse(text), None, "{text}");
        }
    }
}
