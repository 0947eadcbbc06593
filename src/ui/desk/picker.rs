//! Which canned replies fit what is typed in the field "Bericht".

use crate::domain::ids::ReplyId;

/// A reply to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its id when it is the worker's own; `None` for the organisation's.
    pub own: Option<ReplyId>,
    /// The name of the region whose reply it is; empty for the worker's own.
    pub region: String,
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The replies that fit, and the one that Enter would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// Their places in the list of all; may be empty.
    pub found: Vec<usize>,
    /// A place in `found`.
    pub active: usize,
}

/// The most that are shown at once.
const SHOWN: usize = 8;

impl Picker {
    /// What fits when `typed` stands in the field: `None` unless it starts with "/" and is one
    /// line. Names that start with what follows go first. Beside the worker's own there are those of
    /// `region`, the conversation's, or of the worker's first region where that one has none.
    #[must_use]
    pub fn of(typed: &str, all: &[Reply], region: &str) -> Option<Self> {
        let wanted = typed.strip_prefix('/').filter(|rest| !rest.contains('\n'))?;
        let wanted = wanted.trim().to_lowercase();
        let mut shared = all.iter().filter(|reply| reply.own.is_none()).map(|reply| &*reply.region);
        let first = shared.clone().next().unwrap_or_default();
        let region = if shared.any(|of| of == region) { region } else { first };
        let mut found: Vec<(bool, usize)> = all
            .iter()
            .enumerate()
            .filter_map(|(place, reply)| {
                let name = reply.name.to_lowercase();
                let here = reply.own.is_some() || reply.region == region;
                let fits = here && wanted.split_whitespace().all(|word| name.contains(word));
                fits.then(|| (!name.starts_with(&wanted), place))
            })
            .collect();
        found.sort_unstable();
        Some(Self {
            found: found.into_iter().map(|(_, place)| place).take(SHOWN).collect(),
            active: 0,
        })
    }

    /// The next one, or the first after the last.
    pub fn next(&mut self) {
        self.active = (self.active + 1).checked_rem(self.found.len()).unwrap_or(0);
    }

    /// The one before, or the last before the first.
    pub fn previous(&mut self) {
        let count = self.found.len();
        self.active = (self.active + count).saturating_sub(1).checked_rem(count).unwrap_or(0);
    }

    /// The place in the list of all of the one that Enter would take.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.found.get(self.active).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(region: &str, name: &str) -> Reply {
        let (region, name) = (region.to_owned(), name.to_owned());
        Reply { own: None, region, name, text: String::new() }
    }

    fn replies() -> Vec<Reply> {
        ["groet", "veilig", "nog iets", "afscheid", "begroeting kind"]
            .map(|name| reply("Utrecht", name))
            .to_vec()
    }

    fn found(typed: &str) -> Option<Vec<usize>> {
        Picker::of(typed, &replies(), "Utrecht").map(|picker| picker.found)
    }

    #[test]
    fn only_a_slash_at_the_start_opens_the_list() {
        assert_eq!(found("hallo"), None);
        assert_eq!(found("a/b"), None);
        assert_eq!(found("/groet\nen meer"), None);
        assert_eq!(found("/"), Some(vec![0, 1, 2, 3, 4]));
    }

    #[test]
    fn names_are_found_by_any_part_and_those_that_start_with_it_go_first() {
        assert_eq!(found("/GROET"), Some(vec![0, 4]));
        assert_eq!(found("/kind begr"), Some(vec![4]));
        assert_eq!(found("/bestaat niet"), Some(vec![]));
    }

    #[test]
    fn of_several_regions_those_of_the_conversation_are_offered_beside_the_own() {
        let own = Some(ReplyId::from_bytes([1; 16]));
        let own = Reply { own, ..reply("", "groet") };
        let all = [own, reply("IJsselland", "groet"), reply("Twente", "groet")];
        let found = |region| Picker::of("/groet", &all, region).map(|picker| picker.found);
        assert_eq!(found("Twente"), Some(vec![0, 2]));
        assert_eq!(found("IJsselland"), Some(vec![0, 1]));
        assert_eq!(found("Utrecht"), Some(vec![0, 1]));
    }

    #[test]
    fn the_arrows_go_round() {
        let mut picker = Picker::of("/groet", &replies(), "Utrecht").unwrap();
        picker.previous();
        assert_eq!(picker.chosen(), Some(4));
        picker.next();
        assert_eq!(picker.chosen(), Some(0));
        let mut nothing = Picker::of("/x", &replies(), "Utrecht").unwrap();
        nothing.next();
        nothing.previous();
        assert_eq!(nothing.chosen(), None);
    }
}
