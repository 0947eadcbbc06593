//! To whom a conversation may go: the list behind "Naar wie".

use super::DeskClient;
use crate::{
    domain::{
        desk::Target,
        ids::{ConversationId, RegionId},
    },
    protocol::Availability,
};

/// A colleague or a region that a conversation may go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Whom: never [`Target::Reader`].
    pub to: Target,
    /// The name of the colleague or of the region.
    pub name: String,
    /// The name of the colleague's own region; `None` for a region.
    pub region_name: Option<String>,
    /// Whether the visitor has to say yes first.
    pub needs_yes: bool,
    /// Whether a colleague can take it now; regions are free.
    pub availability: Availability,
}

impl DeskClient {
    /// To whom this conversation may go: colleagues at work in the order of their names, then the
    /// regions that somebody is on duty for. Who is not free can only be asked to read along.
    #[must_use]
    pub fn choices(&self, id: ConversationId) -> Vec<Choice> {
        let Some(state) = &self.state else { return Vec::new() };
        let Some(handled) = state.handled.iter().find(|handled| handled.conversation == id) else {
            return Vec::new();
        };
        let reached = |region: &RegionId| handled.reach.contains(region);
        let colleagues = state.colleagues.iter().map(|colleague| Choice {
            to: Target::Colleague(colleague.staff),
            name: colleague.name.clone(),
            region_name: Some(colleague.region_name.clone()),
            needs_yes: !colleague.regions.iter().any(reached),
            availability: colleague.availability,
        });
        let regions = state.staffed.iter().map(|choice| Choice {
            to: Target::Region(choice.region),
            name: choice.name.clone(),
            region_name: None,
            needs_yes: !reached(&choice.region),
            availability: Availability::Free,
        });
        colleagues.chain(regions).collect()
    }
}
