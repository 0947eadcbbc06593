//! The registration of advices: what a worker owes when a conversation ends, and how it is settled
//! on the same day. Nothing here keeps which conversation it was.

use jiff::civil::Date;

use super::{AtDesk, Failure, Switchboard, consequences::Plan};
use crate::{
    domain::{
        advice::{DurationBucket, Edition, Owed},
        desk::{DeskEvent, Stage},
        hours::date_of,
        ids::{ConversationId, RegionId, RegistrationId, StaffId},
        moment::Moment,
    },
    protocol::{AdviceDesk, OwedAdvice, Refusal, RegisterAdvice},
    service::records::{OwnAdvice, RecordsError, edition, edition_in_force},
};

impl Switchboard {
    /// Whoever had a conversation that ends by this plan owes a registration. Each end is appended
    /// once, and so it is owed once; when the process dies in between, it is not owed at all.
    pub(super) async fn owe(&self, plan: &Plan, now: Moment) {
        // Nobody was advised where it was misuse.
        let misused = |id: ConversationId| {
            plan.events().iter().any(|event| {
                matches!(event, DeskEvent::Misused { conversation, .. } if *conversation == id)
            })
        };
        let owed: Vec<(StaffId, Owed)> = self.look(|desk| {
            let ended = plan.events().iter().filter_map(|event| match event {
                DeskEvent::Left { conversation, .. } if !misused(*conversation) => {
                    desk.visit_of(*conversation)
                }
                _ => None,
            });
            let talked = ended.filter_map(|visit| match visit.stage {
                Stage::Talking { with, since } => {
                    let duration = DurationBucket::of(now.since(since));
                    Some((with, Owed { region: visit.region, duration }))
                }
                Stage::Waiting
                | Stage::Offered { .. }
                | Stage::OpenToAll
                | Stage::Accepted { .. } => None,
            });
            talked.collect()
        });
        for (staff, owed) in owed {
            if let Err(error) = self.records.owe_advice(staff, date_of(now), owed).await {
                // The conversation has ended all the same, and can be registered without.
                tracing::error!(%error, "an advice to register was not noted");
            }
        }
    }

    /// What a worker can register, and has yet to.
    pub async fn advice_desk(&self, worker: &AtDesk) -> Result<AdviceDesk, Failure> {
        let owed = self.records.owed_advices(worker.staff, self.today()).await;
        let owed = owed.map_err(failure)?;
        let owed: Vec<OwedAdvice> =
            owed.into_iter().map(|(owed, number)| OwedAdvice { owed, number }).collect();
        let mut regions = worker.regions.clone();
        for one in &owed {
            if !regions.contains(&one.owed.region) {
                regions.push(one.owed.region);
            }
        }
        let regions = regions.into_iter().map(|region| (region, self.region_name(region)));
        Ok(AdviceDesk { edition: edition_in_force().clone(), owed, regions: regions.collect() })
    }

    /// A worker registers an advice, or corrects the own registration of today with the same id.
    pub async fn register_advice(
        &self,
        worker: &AtDesk,
        request: RegisterAdvice,
    ) -> Result<(), Failure> {
        let RegisterAdvice { id, edition: named, region, duration, chosen, owed, .. } = request;
        let day = self.today();
        self.may_register(worker, day, id, region).await?;
        let edition: &Edition = edition(&named).ok_or(Refusal::Malformed)?;
        let advice = edition.advice(region, duration, &chosen);
        let advice = advice.map_err(|_| Failure::Refused(Refusal::Malformed))?;
        let own = OwnAdvice { id, advice };
        self.records.register_advice(worker.staff, day, own, owed).await.map_err(failure)
    }

    /// A worker says that a conversation was no advice, and that so many like it are left.
    pub async fn waive_advice(
        &self,
        worker: &AtDesk,
        owed: Owed,
        left: u32,
    ) -> Result<(), Failure> {
        self.records.waive_advice(worker.staff, self.today(), owed, left).await.map_err(failure)
    }

    /// A worker's own registrations of today.
    pub async fn own_advices(&self, worker: &AtDesk) -> Result<Vec<OwnAdvice>, Failure> {
        self.records.own_advices(worker.staff, self.today()).await.map_err(failure)
    }

    /// A worker removes an own registration of today.
    pub async fn remove_advice(&self, worker: &AtDesk, id: RegistrationId) -> Result<(), Failure> {
        self.records.remove_advice(worker.staff, self.today(), id).await.map_err(failure)
    }

    /// A name for a new registration.
    #[must_use]
    pub fn new_registration(&self) -> RegistrationId {
        let mut bytes = [0; 16];
        self.runtime.fill(&mut bytes);
        RegistrationId::from_bytes(bytes)
    }

    /// The name of a region as people see it.
    #[must_use]
    pub fn name_of(&self, region: RegionId) -> String {
        self.region_name(region)
    }

    /// The date in Amsterdam.
    #[must_use]
    pub fn today(&self) -> Date {
        date_of(self.now())
    }

    /// An advice counts for a region that the worker works for, or had a visitor of today.
    async fn may_register(
        &self,
        worker: &AtDesk,
        day: Date,
        id: RegistrationId,
        region: RegionId,
    ) -> Result<(), Failure> {
        if worker.regions.contains(&region) {
            return Ok(());
        }
        let owed = self.records.owed_advices(worker.staff, day).await.map_err(failure)?;
        if owed.iter().any(|(owed, _)| owed.region == region) {
            return Ok(());
        }
        let own = self.records.own_advices(worker.staff, day).await.map_err(failure)?;
        let corrected = own.iter().any(|own| own.id == id && own.advice.region() == region);
        if corrected { Ok(()) } else { Err(Refusal::NotAllowed.into()) }
    }
}

fn failure(error: RecordsError) -> Failure {
    match error {
        RecordsError::UnknownRegistration => Refusal::Gone.into(),
        RecordsError::UnknownRegion => Refusal::UnknownRegion.into(),
        error => Failure::Broken(error.to_string()),
    }
}
