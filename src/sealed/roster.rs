//! The hash of a roster: what the visitor's screen and a worker's screen must agree on.

use sha2::{Digest, Sha256};

use super::{
    SealError,
    binding::{Binding, Purpose},
};
use crate::domain::{
    conversation::{Roster, RosterHash},
    ids::SeatId,
};

/// SHA-256 over number, shown name, region, name of the region and public key of every seat, in
/// order. Not over `staff`, which the visitor's page is not told. Malformed when two seats have
/// one number, a worker sits in the visitor's seat, or a public key has another length.
pub(super) fn hash(roster: &Roster) -> Result<RosterHash, SealError> {
    let mut bound = Binding::new(Purpose::Roster).fixed(&(roster.0.len() as u64).to_be_bytes());
    for (place, seat) in roster.0.iter().enumerate() {
        let taken = roster.0[..place].iter().any(|earlier| earlier.id == seat.id);
        if taken || seat.id == SeatId::VISITOR || !seat.key.is_well_formed() {
            return Err(SealError::Malformed);
        }
        bound = bound
            .seat(seat.id)
            .sized(seat.name.as_bytes())
            .fixed(&seat.region.0.to_be_bytes())
            .sized(seat.region_name.as_bytes())
            .sized(seat.key.as_bytes());
    }
    Ok(RosterHash(Sha256::digest(bound.as_bytes()).into()))
}
