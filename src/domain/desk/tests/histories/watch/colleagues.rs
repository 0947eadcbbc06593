//! Consent across regions, second readers, transfers.

use super::*;

impl Watch {
    pub(super) fn of_colleagues(
        &mut self,
        event: &DeskEvent,
        before: &Desk,
        after: &Desk,
        at: Moment,
        rules: &DeskRules,
    ) -> Checked {
        match event {
            DeskEvent::ReaderAsked { conversation, reader, .. } => {
                self.is_allowed(before, *conversation, *reader, rules)?;
            }
            DeskEvent::ReaderJoined { reader, .. } => {
                let capacity = usize::from(after.workers[reader].capacity);
                let taken = taken_places(after, *reader, at, rules);
                prop_assert!(taken <= capacity + 1, "reads along with more than one too many");
            }
            DeskEvent::HandedOver { conversation, from, to, .. } => {
                let visit = &before.visits[conversation];
                prop_assert_eq!(visit.worker(), Some(*from), "handed over by somebody else");
                prop_assert_eq!(visit.second_reader(), Some(*to), "handed to who did not read");
            }
            DeskEvent::Transferred { conversation, by, to } => {
                let worker = before.visits[conversation].worker();
                prop_assert_eq!(worker, Some(*by), "passed on by somebody else");
                self.passed_on(before, *conversation, *to, rules)?;
                self.let_pass.retain(|(visitor, _)| visitor != conversation);
                self.let_pass.insert((*conversation, *by));
            }
            event => self.of_visitors(event),
        }
        Ok(())
    }

    /// What visitors said.
    fn of_visitors(&mut self, event: &DeskEvent) {
        let (DeskEvent::Connected { conversation }
        | DeskEvent::ElsewhereAgreed { conversation }
        | DeskEvent::ElsewhereDeclined { conversation }
        | DeskEvent::Wished { conversation, .. }
        | DeskEvent::WishGranted { conversation }) = event
        else {
            return;
        };
        let Some(known) = self.present.get_mut(conversation) else { return };
        match event {
            DeskEvent::Connected { .. } => known.met = true,
            DeskEvent::ElsewhereAgreed { .. } => known.agreed = true,
            DeskEvent::ElsewhereDeclined { .. } => known.agreed = false,
            DeskEvent::Wished { to, .. } => known.wished = Some(*to),
            DeskEvent::WishGranted { .. } => known.granted = known.wished.take(),
            _ => {}
        }
    }

    /// A worker gets to see a visitor only for a region that the visitor chose or agreed to, or when
    /// the visitor agreed to this very worker.
    pub(super) fn is_allowed(
        &self,
        desk: &Desk,
        conversation: ConversationId,
        worker: StaffId,
        rules: &DeskRules,
    ) -> Checked {
        let known = &self.present[&conversation];
        let named = known.meant.contains(&worker)
            || known.granted == Some(Target::Reader(worker))
            || known.granted == Some(Target::Colleague(worker));
        let regions = &desk.workers[&worker].regions;
        let allowed = named || regions.iter().any(|region| known.allows(*region, rules));
        prop_assert!(allowed, "across regions without a yes");
        Ok(())
    }

    fn passed_on(
        &mut self,
        desk: &Desk,
        conversation: ConversationId,
        to: Target,
        rules: &DeskRules,
    ) -> Checked {
        match to {
            Target::Colleague(colleague) => {
                self.is_allowed(desk, conversation, colleague, rules)?;
            }
            Target::Region(region) => {
                let known = &self.present[&conversation];
                let allowed = known.granted == Some(to) || known.allows(region, rules);
                prop_assert!(allowed, "passed on across regions without a yes");
            }
            Target::Reader(_) => prop_assert!(false, "a reader is no transfer"),
        }
        if let Some(known) = self.present.get_mut(&conversation) {
            known.granted = None;
            match to {
                Target::Colleague(colleague) => known.meant = vec![colleague],
                Target::Region(region) => known.regions.push(region),
                Target::Reader(_) => {}
            }
        }
        Ok(())
    }
}

impl Known {
    fn allows(&self, region: RegionId, rules: &DeskRules) -> bool {
        self.regions.contains(&region)
            || self.agreed
                && self.regions.iter().any(|own| rules.backups.of(*own).contains(&region))
    }
}
