//! What a visitor is asked.

use crate::{
    domain::{
        desk::{Consent, Target, Visit},
        ids::{ConversationId, StaffId},
    },
    protocol::{Asked, Elsewhere, OfferedHelp, TransferAsked},
    service::switchboard::Switchboard,
};

/// What this visitor is asked now; `None` when the visit is over.
pub(super) fn asked(switchboard: &Switchboard, conversation: ConversationId) -> Option<Asked> {
    let outlook = switchboard.outlook(conversation);
    switchboard.look(|desk| {
        let visit = desk.visit_of(conversation)?;
        let elsewhere = match visit.elsewhere {
            _ if visit.worker().is_some() => Elsewhere::NotAsked,
            _ if outlook.is_some_and(|outlook| outlook.asks_elsewhere) => Elsewhere::MayHelp,
            Consent::NotAsked => Elsewhere::NotAsked,
            Consent::Agreed => Elsewhere::Agreed,
            Consent::Declined | Consent::DeclinedAlone => Elsewhere::Declined,
        };
        Some(Asked { elsewhere, transfer: transfer(switchboard, visit) })
    })
}

fn transfer(switchboard: &Switchboard, visit: &Visit) -> Option<TransferAsked> {
    let wish = visit.wish.filter(|wish| wish.until().is_some())?;
    let colleague = |staff: StaffId| {
        let (name, region) = switchboard.names.of(staff);
        (switchboard.region_name(region), Some(name))
    };
    let ((region_name, name), help) = match wish.to {
        Target::Region(region) => ((switchboard.region_name(region), None), OfferedHelp::TakeOver),
        Target::Colleague(staff) => (colleague(staff), OfferedHelp::TakeOver),
        Target::Reader(staff) => (colleague(staff), OfferedHelp::ReadAlong),
    };
    Some(TransferAsked { number: wish.number, region_name, name, help })
}
